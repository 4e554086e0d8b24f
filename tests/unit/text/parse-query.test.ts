import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/text/parse-query.ts';

test.each<[string, unknown[]]>([
  ['作风', [{ text: '作风' }]],
  ['  作风\u3000建设\n实效 ', [{ text: '作风' }, { text: '建设' }, { text: '实效' }]],
  ['“四学”', [{ text: '“四学”' }]],
  ['“四学”“三办”', [{ text: '“四学”“三办”' }]],
  ['“四学” “三办”', [{ text: '“四学”' }, { text: '“三办”' }]],
  ['"四学"', [{ text: '"四学"', unquoted: '四学' }]],
  ['"作 风" 建设', [{ text: '"作 风"', unquoted: '作 风' }, { text: '建设' }]],
  ['“作 风”', [{ text: '“作 风”', unquoted: '作 风' }]],
  ['「作 風」', [{ text: '「作 風」', unquoted: '作 風' }]],
  ['"四学"、"三办"', [{ text: '"四学"、"三办"', unquoted: '四学"、"三办' }]],
  ['"四学', [{ text: '"四学' }]],
  ['四学" 三办', [{ text: '四学"' }, { text: '三办' }]],
  ['""', [{ text: '""' }]],
  ['" "', [{ text: '"' }, { text: '"' }]],
  ['', []],
  [' \t', []],
])('%j', (query, terms) => {
  expect(parseQuery(query)).toEqual(terms);
});
