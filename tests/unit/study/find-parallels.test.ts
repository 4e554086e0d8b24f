import { expect, it } from 'vitest';
import { findParallels, type Parallel } from '../../../src/study/find-parallels.ts';
import { recombine } from '../../bench/make-papers.ts';
import { readSource } from '../../source/read-source.ts';

type Papers = readonly (readonly string[])[];

/** A paper's letters, a space behind each passage, as offsets count them. */
const lettersOf = (passages: readonly string[]) =>
  passages.map((text) => `${(text.match(/[\p{L}\p{N}]/gu) ?? []).join('')} `).join('');

function find(papers: Papers): Parallel[][] {
  const texts = papers.map(lettersOf);
  const starts: number[] = [];
  let all = ' ';
  for (const text of texts) {
    starts.push(all.length);
    all += text;
  }
  const letters = Uint32Array.from(all, (letter) =>
    letter === ' ' ? 0 : (letter.codePointAt(0) ?? 0),
  );
  return papers.map((_, paper) => findParallels(letters, starts)(paper));
}

/** The same by trying every place against every paper. */
function findByForce(papers: Papers): Parallel[][] {
  const texts = papers.map(lettersOf);
  const counts = new Map<string, { places: number; papers: Set<number> }>();
  const eachWindow = (text: string, visit: (window: string, at: number) => void) => {
    for (let at = 0; at + 12 <= text.length; at++) {
      const window = text.slice(at, at + 12);
      if (!window.includes(' ')) visit(window, at);
    }
  };
  for (const [paper, text] of texts.entries()) {
    eachWindow(text, (window) => {
      const known = counts.get(window) ?? { places: 0, papers: new Set() };
      counts.set(window, { places: known.places + 1, papers: known.papers.add(paper) });
    });
  }
  return texts.map((text, paper) => {
    const most = new Array<number>(text.length).fill(0);
    eachWindow(text, (window, at) => {
      const found = counts.get(window);
      const repeats = found && found.papers.size > 1 ? found.places - 1 : 0;
      for (let each = at; each < at + 12; each++) most[each] = Math.max(most[each] ?? 0, repeats);
    });
    const weigh = (repeats: number) =>
      repeats === 0 || repeats > 64 ? 0 : repeats <= 4 ? 60 : Math.floor(240 / repeats);
    const weighsEnough = ({ start, end }: { start: number; end: number }) =>
      most.slice(start, end).reduce((sum, each) => sum + weigh(each), 0) >= 720;
    const others = texts.map((other, index) => (index === paper ? '' : other));
    const runsWithEach = others.map((other) => listRuns(text, [other]));
    return listRuns(text, others)
      .filter(weighsEnough)
      .map(({ start, end }) => {
        const run = text.slice(start, end);
        const places = others.map((other, index): Parallel['others'] => {
          const place = other.indexOf(run);
          return place < 0 ? [] : [{ paper: index, start: place, end: place + run.length }];
        });
        const parts = others.map((other, index): Parallel['others'] => {
          const [longest] = (runsWithEach[index] ?? [])
            .filter((part) => start <= part.start && part.end <= end && weighsEnough(part))
            .sort((one, two) => two.end - two.start - (one.end - one.start));
          if (!longest || places[index]?.length) return [];
          const place = other.indexOf(text.slice(longest.start, longest.end));
          const length = longest.end - longest.start;
          return [{ paper: index, start: place, end: place + length }];
        });
        return { start, end, others: [...places.flat(), ...parts.flat()] };
      });
  });
}

/** From each place the longest run of 12 that stands in one of the others, but for mere rests. */
function listRuns(text: string, others: readonly string[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    let length = Math.max(0, before - 1);
    const isElsewhere = (run: string) => others.some((other) => other.includes(run));
    while (
      text[at + length] !== undefined &&
      text[at + length] !== ' ' &&
      isElsewhere(text.slice(at, at + length + 1))
    )
      length += 1;
    if (length >= 12 && length !== before - 1) found.push({ start: at, end: at + length });
    before = length;
  }
  return found;
}

const HAN = '一二三四五六七八九十百千万亿兆京垓甲乙丙丁戊己庚辛壬癸';

it('finds in the six papers what trying every pair finds', () => {
  const papers = readSource();
  const found = find(papers);
  expect(found).toEqual(findByForce(papers));
  expect(found.flat().length).toBeGreaterThan(5);
});

it('finds in papers made of each other’s sentences what trying every pair finds', () => {
  const originals = readSource().map((paragraphs) => paragraphs.join('\n'));
  const papers = [...recombine(originals, 14)].map((body) => body.split('\n'));
  const found = find(papers);
  expect(found).toEqual(findByForce(papers));
  expect(found.flat().length).toBeGreaterThan(100);
});

it('finds in texts of two letters, where all repeats, what trying every pair finds', () => {
  let seed = 7;
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let round = 0; round < 6; round++) {
    const papers = Array.from({ length: 4 }, () =>
      Array.from({ length: 3 }, () =>
        Array.from({ length: 90 }, () => (draw() < 0.9 ? '甲' : '乙')).join(''),
      ),
    );
    expect(find(papers)).toEqual(findByForce(papers));
  }
});

it('names every other paper in which all of a run stands, with its first place there', () => {
  const run = '进一步理清思路明确方向找准路径';
  const papers = [[`甲${run}`], [`乙${run}丙${run}`], ['无'], [`丁${run}`]];
  expect(find(papers)[0]).toEqual([
    {
      start: 1,
      end: 16,
      others: [
        { paper: 1, start: 1, end: 16 },
        { paper: 3, start: 1, end: 16 },
      ],
    },
  ]);
});

it('names those papers too in which only a part of a run stands, with that part', () => {
  const part = '进一步理清思路明确方向找准路径';
  const papers = [[`${part}引导全体干部`], [`甲${part}`], [`乙${part}引导全体干部`]];
  expect(find(papers)[0]).toEqual([
    {
      start: 0,
      end: 21,
      others: [
        { paper: 2, start: 1, end: 22 },
        { paper: 1, start: 1, end: 16 },
      ],
    },
  ]);
});

it('counts neither eleven letters nor what goes over the end of a passage', () => {
  expect(find([[HAN.slice(0, 11)], [HAN.slice(0, 11)]]).flat()).toEqual([]);
  const divided = [HAN.slice(0, 6), HAN.slice(6, 12)];
  expect(find([divided, divided]).flat()).toEqual([]);
});

it('counts nothing that a paper has of itself alone', () => {
  expect(find([[HAN.slice(0, 12), HAN.slice(0, 12)], ['别的']]).flat()).toEqual([]);
});

it('marks what twenty-one papers share only when it is long', () => {
  const papers = (length: number) => {
    const run = Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    return Array.from({ length: 21 }, () => [run]);
  };
  expect(find(papers(59)).flat()).toEqual([]);
  expect(find(papers(60)).flat()).toHaveLength(21);
});

it('marks nothing that more than 65 places share, nor that with a few letters more', () => {
  const form = '本条例自公布之日起施行违反本条例规定构成犯罪的依法追究刑事责任';
  const papers = Array.from({ length: 66 }, (_, at) => [form + (at < 2 ? HAN.slice(0, 3) : '')]);
  expect(find(papers).flat()).toEqual([]);
});

it('marks a run with a form in it, whole, when enough of it is its own', () => {
  const form = '本条例自公布之日起施行违反本条例';
  const papers = Array.from({ length: 80 }, (_, at) => [
    at < 2 ? HAN.slice(0, 12) + form + HAN.slice(12) : `${form}。`,
  ]);
  const [first, , third] = find(papers);
  expect(first?.map(({ start, end }) => [start, end])).toEqual([[0, form.length + HAN.length]]);
  expect(third).toEqual([]);
});

it('has nothing to find in nothing', () => {
  expect(find([])).toEqual([]);
  expect(find([[], ['']])).toEqual([[], []]);
});
