import { expect, it } from 'vitest';
import { cutExcerpt } from '../../../src/text/cut-excerpt.ts';

/** The excerpt around a term, with …… where it is cut. */
function excerpt(text: string, term: string, room = 18): string {
  const start = text.indexOf(term);
  const cut = cutExcerpt(text, { start, end: start + term.length }, room);
  return (
    (cut.start > 0 ? '……' : '') +
    text.slice(cut.start, cut.end) +
    (cut.end < text.length ? '……' : '')
  );
}

it('shows a text that fits whole', () => {
  expect(excerpt('坚持“四学”，做到“三办”。', '四学')).toBe('坚持“四学”，做到“三办”。');
});

it('cuts where a clause ends, before and behind', () => {
  expect(
    excerpt(
      '全省开展行动以来，各部门积极响应号召，认真落实各项任务，坚持“四学”抓住根本，推动工作再上新台阶，确保全年任务圆满完成。',
      '四学',
    ),
  ).toBe('……认真落实各项任务，坚持“四学”抓住根本，推动工作再上新台阶，……');
});

it('takes a little more than there is room for rather than break a clause', () => {
  expect(excerpt(`${'前'.repeat(20)}。${'甲'.repeat(20)}四学`, '四学')).toBe(
    `……${'甲'.repeat(20)}四学`,
  );
});

it('never cuts inside a number or a Latin word', () => {
  for (let room = 5; room < 16; room++) {
    const shown = excerpt(
      '第一季度增长了12.5%左右且于2023年完成了COVID期间全部任务即四学之后的事情到2024年底ISO9001认证均已通过',
      '四学',
      room,
    );
    expect(shown).not.toMatch(/^……(?:\d{1,3}年|\.|5%|%|OVID|VID|ID|D期)/);
    expect(shown).not.toMatch(/(?:到2|20|202|I|IS|ISO|ISO9|ISO90|ISO900)……$/);
  }
});

it('never cuts inside a title or a short quotation, nor begins with the mark that closes one', () => {
  for (let room = 10; room < 24; room++) {
    const shown = excerpt(
      '按照上级关于《党政机关公文处理工作条例》的规定以及“八五”普法的安排坚持四学并且贯彻《法治宣传教育规划》和“一分部署”的要求办理',
      '四学',
      room,
    );
    expect(shown).not.toMatch(/^……[^《]{1,12}》/);
    expect(shown).not.toMatch(/^……[”》]/);
    expect(shown).not.toMatch(/《[^》]*……$/);
    expect(shown).not.toMatch(/“[^”]*……$/);
  }
});

it('cuts a quotation that is longer than all the room, at a clause of it', () => {
  const quotation = `${'长'.repeat(40)}，${'短'.repeat(9)}，坚持四学，${'短'.repeat(9)}，${'长'.repeat(40)}`;
  expect(excerpt(`他说“${quotation}”。`, '四学')).toBe(
    `……${'短'.repeat(9)}，坚持四学，${'短'.repeat(9)}，……`,
  );
});

it('cuts text without any mark all the same', () => {
  expect(excerpt(`${'甲'.repeat(40)}四学${'乙'.repeat(40)}`, '四学')).toBe(
    `……${'甲'.repeat(18)}四学${'乙'.repeat(18)}……`,
  );
});

it('never cuts a character of two units in half', () => {
  for (const room of [7, 8]) {
    expect(excerpt(`${'𠮷'.repeat(20)}四学${'𠮷'.repeat(20)}`, '四学', room)).toMatch(
      /^……𠮷+四学𠮷+……$/u,
    );
  }
});
