import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { addContentPolicy } from '../../../src/hosting/content-policy.ts';
import { applyEdits, readPage } from '../../../src/hosting/edit-page.ts';

const page = (head: string, body = '') =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const secure = (html: string) =>
  applyEdits(html, [addContentPolicy(readPage(html), 'papers/a.html')]);
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = (html: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.split('; ') ?? [];

it('lets in the very scripts and styles that are in the page, and no others', () => {
  const policy = policyOf(
    secure(page('<style>p{}</style><script>go("<&");</script>', '<script>\n二</script>')),
  );
  expect(policy).toContain(`script-src 'self' ${hash('go("<&");')} ${hash('\n二')}`);
  expect(policy).toContain(`style-src 'self' ${hash('p{}')}`);
  expect(policy).toContain("default-src 'none'");
});

it('counts neither data nor files as scripts in the page', () => {
  const policy = policyOf(
    secure(page('<script type="application/ld+json">{}</script><script src="a.js"></script>')),
  );
  expect(policy).toContain("script-src 'self'");
});

it('stands before all it must cover', () => {
  expect(secure(page('<script>1</script>'))).toMatch(
    /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"[^>]+><script>/,
  );
});

it.for(['<p style="color:red">文</p>', '<p onclick="go()">文</p>'])(
  'refuses what it would forbid, and names the page: %s',
  (body) => {
    expect(() => secure(page('', body))).toThrow('papers/a.html');
  },
);
