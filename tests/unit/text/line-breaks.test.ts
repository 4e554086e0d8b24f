import { expect, test } from 'vitest';
import { splitAtBreaks } from '../../../src/text/line-breaks.ts';

test.for([
  ['坚持“四学”“三办”', ['坚持', '“四学”', '“三办”']],
  ['“四学”：学理论', ['“四学”：学理论']],
  ['落实《“十四五”规划》', ['落实', '《“十四五”规划》']],
  ['没有引号', ['没有引号']],
] as const)('%s', ([text, pieces]) => {
  expect(splitAtBreaks(text)).toEqual(pieces);
});
