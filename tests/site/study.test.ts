import { readdirSync, readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { matches, select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { findFormulations } from '../../src/text/formulations.ts';
import { readExpectedOutlines, readSource } from '../source/read-source.ts';
import { readPage } from './read-page.ts';

const sources = readSource();
const outlines = readPage('dist/outline.html');
const terms = readPage('dist/terms.html');

/** What differs from the lines beside it, in brackets, as a reader would mark it by hand. */
const MARKED = [
  [
    '坚持[学思践悟]，在创新工作[理念]上下功夫求实效',
    '坚持[谋深谋实]，在创新工作[举措]上下功夫求实效',
    '坚持[转变作风]，在创新工作[方法]上下功夫求实效',
  ],
  [
    '在[多思多想]、[学深悟透]上下功夫',
    '在[统筹结合]、[融会贯通]上下功夫',
    '在[知行合一]、[学以致用]上下功夫',
  ],
  [
    '立足[工作机制]，[打造]“大普法”[格局]',
    '立足[普法载体]，[提升]“大普法”[实效]',
    '立足[法治文化]，[展现]“大普法”[风采]',
  ],
  ['抓[调研]促[提升]', '抓[典型]促[示范]', '抓[效能]促[落实]'],
  [
    '突出[政治]性，让信息[服务]更有[高]度',
    '突出[全面]性，让信息[来源]更有[广]度',
    '突出[精准]性，让信息[质量]更有[深]度',
  ],
  ['紧扣“[国]之[大]者”', '紧扣“[省]之[要]者”', '紧扣“[市]之[重]者”'],
  ['[继续发挥好主渠道作用]', '[深入开展好信息调研]', '[统筹利用好智囊团队]'],
  [
    '健全[科学研判]机制',
    '健全[常态调研]机制',
    '健全[跟班学习培训]机制',
    '健全[预约反馈]机制',
    '健全[考核奖惩]机制',
  ],
  [
    '[坚持以人民为中心，树立正确服务观]',
    '[强化政策业务学习，持续提升服务能力]',
    '[主动开展调查研究，不断补齐服务短板]',
  ],
  [
    '[“四学”：学理论、学业务、学法律、学方法]',
    '[“三办”：办文、办会、办事]',
    '[“四严”：严纪律、严制度、严作风、严落实]',
  ],
  ['学[理论]', '学[业务]', '学[法律]', '学[方法]'],
  ['精[准]办[文]', '精[细]办[会]', '精[准]办[事]'],
  ['严[纪律]', '严[制度]', '严[作风]', '严[落实]'],
  ['[工作早启动]', '[计划快落实]', '[能力快提升]'],
  ['[树立“一个意识”]', '[提高“两个能力”]', '[争当“三个表率”]'],
  ['[争先创优意识]'],
  ['切实提高[参谋助手、加强综合协调的]能力', '切实提高[保障运转]能力'],
  ['争当[扎实工作]的表率', '争当[开拓创新]的表率', '争当[遵规守纪]的表率'],
];

function readMarks(link: Element): string {
  return link.children
    .map((part) => {
      if (part.type === 'text') return `[${part.value}]`;
      if (part.type !== 'element' || matches('.ordinal, wbr', part)) return '';
      return textOf(part);
    })
    .join('')
    .replaceAll('][', '');
}

test('提纲总览 shows every entry of the reference outline, in its place', () => {
  const shown = selectAll('main > section', outlines).map((section) =>
    selectAll('ol > li > a', section).map((link) => textOf(link)),
  );
  expect(shown).toEqual(
    readExpectedOutlines().map((entries) =>
      entries.map((entry) => entry.trim().replace(/。$/, '')),
    ),
  );
});

test('提纲总览 tells what lines share from what differs, as a reader does', () => {
  const groups = selectAll('main ol', outlines).map((list) =>
    list.children.flatMap((item) => {
      const link = item.type === 'element' ? select('a', item) : undefined;
      return link ? [readMarks(link)] : [];
    }),
  );
  expect(groups).toEqual(MARKED);
});

test('提法与文件 lists every wording the rule finds and every work, with every place of its own', () => {
  const texts = sources.flat();
  const words = [
    ...findFormulations(texts).keys(),
    ...texts.flatMap((text) => text.match(/《[^》]+》/g) ?? []),
    // The other way to write 创新创优提质提效.
    '创新创优、提质提效',
  ];
  const expected = new Map<string, number>();
  for (const word of new Set(words)) {
    const longer = words.filter((other) => other !== word && other.includes(word));
    let count = 0;
    for (const text of texts) {
      const bare = longer.reduce((rest, other) => rest.replaceAll(other, '　'), text);
      count += bare.split(word).length - 1;
    }
    const key = word.startsWith('《') ? word : word.replaceAll('、', '');
    expected.set(key, (expected.get(key) ?? 0) + count);
  }
  const listed = selectAll('dl > div:has(dd)', terms).map((entry) => {
    const word = textOf(select('dt a', entry) ?? entry);
    const lines = selectAll('dd', entry);
    const key = (text: string) => (text.startsWith('《') ? text : text.replaceAll('、', ''));
    for (const line of lines) expect(key(textOf(select('b', line) ?? line))).toBe(key(word));
    expect(textOf(select('dt small', entry) ?? entry)).toMatch(new RegExp(`^${lines.length} 处`));
    return [key(word), lines.length] as const;
  });
  expect(new Map(listed)).toEqual(expected);
  expect(listed).toHaveLength(expected.size);
});

test('提法 has 四强 where it stands by itself, one entry for 创新创优提质提效, and what is built alike', () => {
  const entry = (word: string) =>
    selectAll('dl > div:has(dd)', terms).find(
      (each) => textOf(select('dt a', each) ?? each) === word,
    ) ?? terms;
  expect(textOf(select('dt', entry('四强')) ?? terms)).toBe('四强1 处，1 篇');
  expect(textOf(select('dt', entry('创新创优提质提效')) ?? terms)).toBe(
    '创新创优提质提效2 处，2 篇也作创新创优、提质提效',
  );
  for (const word of ['国之大者', '省之要者', '市之重者']) {
    expect(selectAll('dd', entry(word))).not.toEqual([]);
  }
});

test('what several papers share stands under its letter too, and leads to its places', () => {
  const letter = select('#t-S', terms) ?? terms;
  const link = selectAll('dt a', letter).find((each) => textOf(each) === '三抓三促');
  const [, anchor] = /^#(.+)$/.exec(String(link?.properties['href'])) ?? [];
  expect(selectAll(`[id="${anchor}"] dd`, terms)).toHaveLength(11);
});

test('every letter of 提法与文件 can be jumped to', () => {
  for (const section of selectAll('main > section', terms)) {
    const targets = selectAll('nav a', section).map(({ properties }) => properties['href']);
    const groups = selectAll('.group', section).map(({ properties }) => `#${properties['id']}`);
    expect(targets).toEqual(groups.length > 2 ? groups : []);
  }
});

test('no excerpt of 提法与文件 is cut inside a number or a title', () => {
  for (const line of selectAll('.line', terms)) {
    const text = textOf(line);
    const [, start = '', end = ''] = /^(?:……(.).*?|.*?)(?:(.)……)?$/su.exec(text) ?? [];
    const source = sources.flat().find((each) => each.includes(text.replaceAll('……', ''))) ?? '';
    const at = source.indexOf(text.replaceAll('……', ''));
    if (start) expect(source.slice(at - 1, at + 1)).not.toMatch(/\d\d/);
    if (end) expect(text).not.toMatch(/《[^》]*……$/);
  }
});

test('each place of 提法与文件 shows the text around it and leads to its very paragraph', () => {
  const files = readdirSync('dist/papers')
    .filter((name) => name.endsWith('.html'))
    .sort();
  for (const link of selectAll('dd > a', terms)) {
    const line = textOf(select('.line', link) ?? link).replaceAll('……', '');
    const [, file = '', anchor = ''] =
      /^papers\/([^?]+)\?q=[^#]+#(.+)$/.exec(String(link.properties['href'])) ?? [];
    const paper = readPage(`dist/papers/${file}`);
    expect(textOf(select(`[id="${anchor}"]`, paper) ?? paper)).toContain(line);
    expect(sources[files.indexOf(file)]?.some((text) => text.includes(line))).toBe(true);
  }
});

test('what several papers share comes first; then letters head what pinyin sorts', () => {
  const [formulations] = selectAll('main > section', terms);
  const headings = selectAll('h3', formulations ?? terms).map((heading) => textOf(heading));
  expect(headings[0]).toBe('几篇共用');
  const letters = headings.slice(1);
  expect(letters).toEqual([...letters].sort());
  expect(letters.every((letter) => /^[A-Z]$/.test(letter))).toBe(true);
  const first = select('dl > div', formulations ?? terms);
  expect(textOf(select('dt', first ?? terms) ?? terms)).toBe('三抓三促11 处，6 篇');
});

test('a paper offers its Markdown source, byte for byte', () => {
  for (const name of readdirSync('content/papers')) {
    expect(readFileSync(`dist/papers/${name}`)).toEqual(readFileSync(`content/papers/${name}`));
    const page = readPage(`dist/papers/${name.replace(/\.md$/, '.html')}`);
    expect(selectAll(`a[download][href="${name}"]`, page)).toHaveLength(1);
  }
});

test('every heading, point and paragraph of a paper has a permanent link', () => {
  for (const name of readdirSync('dist/papers').filter((each) => each.endsWith('.html'))) {
    const page = readPage(`dist/papers/${name}`);
    const links = new Set(
      selectAll('.prose a[href^="#"]:empty', page).map(({ properties }) => properties['href']),
    );
    for (const place of selectAll('.prose :is(h2, p, .point)', page)) {
      // A paragraph that begins with a point is where the point is.
      const [first] = place.children;
      const isPoint = first?.type === 'element' && matches('.point', first);
      const { id } = isPoint ? first.properties : place.properties;
      expect(links).toContain(`#${id}`);
    }
  }
});
