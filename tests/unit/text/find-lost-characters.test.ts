import { expect, it } from 'vitest';
import { findLostCharacters } from '../../../src/text/find-lost-characters.ts';

it('names each line with marks of lost text, and the marks once', () => {
  const text = '第一行\n第\uE003二\uE003行\uFFFD\n\n𠮷野家\u{F0001}';
  expect(findLostCharacters(text)).toEqual([
    { line: 2, characters: ['U+E003', 'U+FFFD'] },
    { line: 4, characters: ['U+F0001'] },
  ]);
});

it('finds nothing in text that is whole, rare characters and emoji included', () => {
  expect(findLostCharacters('㐀𠮷𪚥 〇①（一）😀\u200B')).toEqual([]);
});
