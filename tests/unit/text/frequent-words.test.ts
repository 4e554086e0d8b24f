import { expect, test } from 'vitest';
import { listFrequentWords } from '../../../src/text/frequent-words.ts';

test('words that stand more than once are listed, the most frequent first', () => {
  const texts = ['转变作风，改进作风。', '作风要实，工作要细。', '作风优良', '工作在先，工作在前'];
  expect(listFrequentWords(texts)).toEqual(['作风', '工作']);
});
