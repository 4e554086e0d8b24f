import { expect, test } from 'vitest';
import { countCharacters } from '../../../src/text/count-characters.ts';

test.for([
  ['', 0],
  ['三抓三促', 4],
  ['“三抓三促”行动。', 9],
  ['2023年', 2],
  ['XX要发展', 4],
  ['word processor', 2],
  ['3.14、50%', 3],
  ['一　二\n三', 3],
  ['𠮷野家', 3],
  ['办公厅(室)', 6],
  ['——……', 4],
] as const)('“%s” has %i characters', ([text, count]) => {
  expect(countCharacters(text)).toBe(count);
});
