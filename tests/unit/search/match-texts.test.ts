import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../src/search/browser/match-texts.ts';
import { openTexts } from '../../../src/search/browser/open-texts.ts';
import type { SearchDocument } from '../../../src/search/search-document.ts';
import { foldText } from '../../../src/text/fold.ts';
import { parsePattern } from '../../../src/text/parse-pattern.ts';

const fold = (text: string) => foldText(text, new Map());

function open(bodies: readonly string[]) {
  const documents = bodies.map(
    (text, index): SearchDocument => ({
      id: String(index),
      name: `第${index + 1}篇`,
      distinction: '',
      label: '',
      title: '',
      topic: '',
      date: '',
      passages: [{ id: 'p1', text, places: [] }],
      entries: {},
    }),
  );
  const pinyin = { readings: {}, titles: {}, formulations: [], entries: [], words: [] };
  return openTexts({ documents, variants: '' }, pinyin);
}

describe('a term whose punctuation does not count', () => {
  const query = parsePattern('三抓三促行动');
  const loose = {
    ...query,
    terms: query.terms.map((term) => ({ ...term, isUnpunctuated: true as const })),
  };
  const find = async (bodies: readonly string[]) => {
    const limits: number[] = [];
    const found = await findMatches(
      loose,
      {},
      {
        texts: open(bodies),
        fold,
        signal: undefined,
        onLimit: (papers) => limits.push(papers),
      },
    );
    return { papers: found.map(({ paper }) => paper), limits };
  };
  // All its characters are there, and no two of them side by side.
  const unlike = Array.from({ length: 150 }, () => '三，抓，促，行，动。');

  it('is looked for in all papers that hold its characters, where they are not many', async () => {
    const bodies = [...unlike.slice(0, 99), '开展“三抓三促”行动。'];
    expect(await find(bodies)).toEqual({ papers: [99], limits: [] });
  });

  it('is looked for in those that fit best where they are, and that is told', async () => {
    expect(await find([...unlike, '开展“三抓三促”行动。'])).toEqual({
      papers: [150],
      limits: [100],
    });
    expect(await find(unlike)).toEqual({ papers: [], limits: [100] });
  });
});

describe('several terms that stand together', () => {
  const texts = open(['学习提高能力。能力强，学习好。', '学习。提高。能力。', '学习', '能力']);
  const count = async (state: Parameters<typeof findMatches>[1]) => {
    const found = await findMatches(parsePattern('学习 能力'), state, {
      texts,
      fold,
      signal: undefined,
    });
    return found.map(({ paper, body }) => [paper, body]);
  };

  it('are counted by paragraph, by sentence, and by stretch', async () => {
    expect(await count({ scope: 'paragraph' })).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(await count({ scope: 'sentence' })).toEqual([[0, 2]]);
    expect(await count({ within: 6 })).toEqual([[0, 2]]);
    expect(await count({ within: 6, order: 'typed' })).toEqual([[0, 1]]);
    expect(await count({ within: 8 })).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });
});
