import { expect, it } from 'vitest';
import { fontDisplayText } from '../../../src/editions/font-display-text.ts';

const LONG =
  '认真学习党的二十大精神，坚持问题导向，结合思想上的困惑、工作中的难点，加强思考，寻找对策';

it('keeps front matter, headings and short lines whole', () => {
  const markdown = `---\ntitle: ${LONG}\n---\n\n一、坚持学思践悟。\n\n## ${LONG}\n`;

  expect(fontDisplayText(markdown)).toBe(markdown);
});

it('keeps of a paragraph only leads and bold text', () => {
  const paragraph = `一要多思多想。${LONG}。二是统筹结合；${LONG}，**办文。**${LONG}。`;

  expect(fontDisplayText(paragraph)).toBe('一要多思多想二是统筹结合**办文。**');
});

it('keeps every line in its place', () => {
  expect(fontDisplayText(`甲\n${LONG}\n乙`)).toBe('甲\n\n乙');
});

it('knows the front matter of files with a byte order mark and carriage returns', () => {
  const markdown = `\ufeff---\r\ntitle: ${LONG}\r\n---\r\n`;

  expect(fontDisplayText(markdown)).toBe(markdown);
});
