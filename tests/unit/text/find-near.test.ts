import { describe, expect, it } from 'vitest';
import { countFolded, findNear } from '../../../src/text/find-near.ts';
import { findTerm } from '../../../src/text/find-term.ts';
import { foldText } from '../../../src/text/fold.ts';

function find(text: string, terms: readonly string[], within: number, isOrdered = false): string[] {
  const folded = foldText(text, new Map());
  const byTerm = terms.map((term) => findTerm(folded, term));
  return findNear(byTerm, { within, isOrdered }, countFolded(folded)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

/** The same by trying every stretch of a text. */
function tryAll(text: string, terms: readonly string[], within: number, isOrdered: boolean) {
  const found: string[] = [];
  const holds = (stretch: string) => {
    let at = 0;
    return terms.every((term) => {
      const place = stretch.indexOf(term, isOrdered ? at : 0);
      at = place + term.length;
      return place >= 0;
    });
  };
  for (let start = 0; start < text.length; start++) {
    const leads = isOrdered ? terms.slice(0, 1) : terms;
    if (!leads.some((term) => text.startsWith(term, start))) continue;
    for (let end = start + 1; end <= Math.min(text.length, start + within); end++) {
      if (!holds(text.slice(start, end))) continue;
      found.push(text.slice(start, end));
      start = end - 1;
      break;
    }
  }
  return found;
}

describe('terms near each other', () => {
  it('are found in any order, or as typed', () => {
    expect(find('学习提高能力，能力来自学习。', ['学习', '能力'], 20)).toEqual([
      '学习提高能力',
      '能力来自学习',
    ]);
    expect(find('能力来自学习。', ['学习', '能力'], 20, true)).toEqual([]);
    expect(find('学习提高能力，能力来自学习。', ['能力', '学习'], 20, true)).toEqual([
      '能力，能力来自学习',
    ]);
  });

  it('count their own characters and the marks between, and no white space', () => {
    expect(find('学 习，\n能力', ['学习', '能力'], 5)).toEqual(['学 习，\n能力']);
    expect(find('学习，能力', ['学习', '能力'], 4)).toEqual([]);
    expect(find('学习𠀀能力', ['学习', '能力'], 5)).toHaveLength(1);
  });

  it('may be three, and a stretch that is too long gives way to a later one', () => {
    expect(find('甲一乙二二二二甲丙乙', ['甲', '乙', '丙'], 4)).toEqual(['甲丙乙']);
    expect(find('甲一二三四五甲一乙', ['甲', '乙'], 4)).toEqual(['甲一乙']);
  });

  it('are the very stretches that trying all of them finds', () => {
    let seed = 12;
    const draw = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const write = (length: number) => Array.from({ length }, () => '甲乙丙丁'[draw(4)]).join('');
    for (let round = 0; round < 3000; round++) {
      const text = write(20 + draw(20));
      const terms = [...new Set(Array.from({ length: 2 + draw(2) }, () => write(1 + draw(2))))];
      const within = 2 + draw(10);
      const isOrdered = draw(2) === 1;
      expect({ text, terms, within, isOrdered, got: find(text, terms, within, isOrdered) }).toEqual(
        {
          text,
          terms,
          within,
          isOrdered,
          got: tryAll(text, terms, within, isOrdered),
        },
      );
    }
  });
});
