import { expect, it } from 'vitest';
import { findParallels, type Parallel } from '../../../src/study/find-parallels.ts';
import { foldText } from '../../../src/text/fold.ts';
import { recombine } from '../../bench/make-papers.ts';
import { readSource } from '../../source/read-source.ts';

type Papers = readonly (readonly string[])[];

const find = (papers: Papers) =>
  findParallels(
    papers.map((passages) => passages.map((text) => ({ text }))),
    (text) => foldText(text, new Map()),
  );

/** The same by trying every place against every passage. */
function findByForce(papers: Papers): Parallel[][] {
  const letters = papers.map((passages) =>
    passages.map((text) => {
      const places = [...text.matchAll(/[\p{L}\p{N}]/gu)];
      return {
        text: places.map(([letter]) => letter.toLowerCase()).join(''),
        places: places.map(({ index }) => index),
      };
    }),
  );
  const locate = (paper: number, passage: number, at: number, length: number) => {
    const { places } = letters[paper]?.[passage] ?? { places: [] };
    return { passage, start: places[at] ?? 0, end: (places[at + length - 1] ?? 0) + 1 };
  };
  return letters.map((own, paper) =>
    own.flatMap(({ text }, passage) => {
      const found: Parallel[] = [];
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        let length = Math.max(0, before - 1);
        const isElsewhere = (run: string) =>
          letters.some(
            (list, other) => other !== paper && list.some((one) => one.text.includes(run)),
          );
        while (at + length < text.length && isElsewhere(text.slice(at, at + length + 1)))
          length += 1;
        if (length >= 12 && length !== before - 1) {
          const run = text.slice(at, at + length);
          const other = letters.findIndex(
            (list, index) => index !== paper && list.some((one) => one.text.includes(run)),
          );
          const there = letters[other]?.findIndex((one) => one.text.includes(run)) ?? -1;
          const place = letters[other]?.[there]?.text.indexOf(run) ?? -1;
          found.push({
            ...locate(paper, passage, at, length),
            other: { paper: other, ...locate(other, there, place, length) },
          });
        }
        before = length;
      }
      return found;
    }),
  );
}

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

it('sees through punctuation, width and quotes, and tells places of the text as written', () => {
  const papers = [
    ['甲：坚持“四学”，推动工作再上新台阶。'],
    ['乙坚持「四学」推动工作再上、新台阶！'],
  ];
  expect(find(papers)).toEqual([
    [{ passage: 0, start: 2, end: 18, other: { paper: 1, passage: 0, start: 1, end: 17 } }],
    [{ passage: 0, start: 1, end: 17, other: { paper: 0, passage: 0, start: 2, end: 18 } }],
  ]);
});

it('counts neither eleven characters nor what goes over the end of a paragraph', () => {
  expect(find([['一二三四五六七八九十百'], ['一二三四五六七八九十百']]).flat()).toEqual([]);
  // One character of two UTF-16 units.
  expect(find([['𠮷二三四五六七八九十百'], ['𠮷二三四五六七八九十百']]).flat()).toEqual([]);
  expect(
    find([
      ['一二三四五六', '七八九十百千'],
      ['一二三四五六', '七八九十百千'],
    ]).flat(),
  ).toEqual([]);
});

it('counts nothing that a paper has of itself alone', () => {
  expect(find([['一二三四五六七八九十百千', '一二三四五六七八九十百千'], ['别的']]).flat()).toEqual(
    [],
  );
});

it('has nothing to find in nothing', () => {
  expect(find([])).toEqual([]);
  expect(find([[], ['']])).toEqual([[], []]);
});
