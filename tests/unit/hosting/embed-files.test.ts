import { expect, it } from 'vitest';
import { embedFiles } from '../../../src/hosting/embed-files.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.css': 'p{color:red}@font-face{src:url(fonts/宋.woff2)}',
  'fonts/宋.woff2': 'font',
  'icon.svg': '<svg/>',
  'papers/图.png': 'image',
  'note.pdf': 'x',
};
const read = (path: string) => {
  const content = FILES[path];
  if (content === undefined) throw new Error(`no ${path}`);
  return Buffer.from(content);
};
const data = (type: string, text: string) =>
  `data:${type};base64,${Buffer.from(text).toString('base64')}`;

it('puts style sheets into the page, and their fonts into them', () => {
  expect(embedFiles('<link rel="stylesheet" href="/a.css"><p>文</p>', read)).toBe(
    `<style>p{color:red}@font-face{src:url(${data('font/woff2', 'font')})}</style><p>文</p>`,
  );
});

it('puts icons and images into the page', () => {
  expect(
    embedFiles(
      '<link rel="icon" href="/icon.svg"><img src="/papers/%E5%9B%BE.png" alt="图">',
      read,
    ),
  ).toBe(
    `<link rel="icon" href="${data('image/svg+xml', '<svg/>')}"><img src="${data('image/png', 'image')}" alt="图">`,
  );
});

it('leaves links to follow, and what is in the page already', () => {
  const html = '<a href="/icon.svg">图</a><img src="data:image/png;base64,AA==" alt="">';
  expect(embedFiles(html, read)).toBe(html);
});

it('refuses what it cannot put into a page, and names it', () => {
  expect(() => embedFiles('<img src="/note.pdf" alt="">', read)).toThrow('note.pdf');
  expect(() => embedFiles('<img src="/none.png" alt="">', read)).toThrow('none.png');
});
