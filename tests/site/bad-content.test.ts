import { existsSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';
import { readPage } from './read-page.ts';

const NEW_PAPER = 'content/papers/07-xin.md';
const FRONT_MATTER = '---\ntitle: 新的一篇\norder: 7\n---\n\n';

describe('a paper that cannot be published stops the build with one message', () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
  });
  afterAll(() => project.remove());

  const cases: { name: string; content: string | Uint8Array; expected: string[] }[] = [
    {
      name: 'an unknown key',
      content: '---\ntitle: 新的一篇\norder: 7\nauthor: 张三\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:4`, '没有“author”这一项', 'content/README.md'],
    },
    {
      name: 'no title',
      content: '---\norder: 7\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:1`, '缺少 title'],
    },
    {
      name: 'a blank date',
      content: '---\ntitle: 新的一篇\ndate:\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:3`, '2023-03-01'],
    },
    {
      name: 'a date that is none',
      content: '---\ntitle: 新的一篇\ndate: 2023-02-30\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:3`, '2023-03-01'],
    },
    {
      name: 'a date without noughts',
      content: '---\ntitle: 新的一篇\ndate: 2023-3-1\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:3`, '2023-03-01'],
    },
    {
      name: 'text before the front matter',
      content: '前言。\n\n---\ntitle: 新的一篇\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:1`, '最前面'],
    },
    {
      name: 'a picture that is not there',
      content: `${FRONT_MATTER}第一段。\n\n![图](./mei-you.png)\n`,
      expected: [`${NEW_PAPER}:8`, '找不到图片', 'mei-you.png'],
    },
    {
      name: 'an order that another paper has',
      content: '---\ntitle: 新的一篇\norder: 3\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:3`, 'order: 3 已被 content/papers/03-yibao-fuwu.md 使用', '换一个'],
    },
    {
      name: 'an empty body',
      content: `${FRONT_MATTER}  \n`,
      expected: [`${NEW_PAPER}:`, '正文是空的', '写上正文'],
    },
    {
      name: 'GBK bytes',
      content: Buffer.concat([Buffer.from(FRONT_MATTER), Buffer.from([0xd6, 0xd0, 0xce, 0xc4])]),
      expected: [`${NEW_PAPER}:6`, '不是 UTF-8', '另存为'],
    },
    {
      name: 'front matter that is not YAML',
      content: '---\ntitle: "新"的一篇\norder: 7\n---\n\n正文。\n',
      expected: [`${NEW_PAPER}:2`, '信息栏写法有误', '单引号'],
    },
    {
      name: 'no front matter',
      content: '正文。\n',
      expected: [`${NEW_PAPER}:1`, '缺少文件开头的信息栏', 'title'],
    },
    {
      name: 'an image of another site',
      content: `${FRONT_MATTER}第一段。\n\n![图](https://example.org/a.png)\n`,
      expected: [`${NEW_PAPER}:8`, '在别的网站上', '存到文稿旁边'],
    },
    {
      name: 'a character that was lost, where no font is made either',
      content: `${FRONT_MATTER}第一行。\n\n第\uE003行。\n\n${String.fromCodePoint(...Array.from({ length: 4000 }, (_, index) => 0x4e00 + index))}\n`,
      expected: [`${NEW_PAPER}:8`, 'U+E003', '对照原件'],
    },
    {
      name: 'a character no font of the site has',
      content: `${FRONT_MATTER}第一行。\n\n笑脸😀在此。\n`,
      expected: [`${NEW_PAPER}:8`, 'U+1F600', '改用'],
    },
  ];

  test.for(cases)('$name', async ({ content, expected }) => {
    await project.write(NEW_PAPER, content);
    const { code, output } = await project.build(UNCOMPRESSED);
    expect(code).not.toBe(0);
    for (const words of expected) expect(output).toContain(words);
    expect(output.split(NEW_PAPER)).toHaveLength(2);
    expect(existsSync(join(project.folder, 'dist/papers/07-xin.html'))).toBe(false);
  });
});

describe('a collection that lacks something stops the build with one message', () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
  });
  afterAll(() => project.remove());

  test.for([
    ['content/papers', 'content/papers 里还没有文稿'],
    ['content/collection.md', 'content/collection.md:1 找不到这个文件'],
  ] as const)('%s', async ([path, message]) => {
    await rm(join(project.folder, path), { recursive: true });
    const { code, output } = await project.build(UNCOMPRESSED);
    await cp(path, join(project.folder, path), { recursive: true });
    expect(code).not.toBe(0);
    expect(output).toContain(message);
    expect(output).toContain('content/README.md');
    expect(output).not.toContain('ENOENT');
    expect(existsSync(join(project.folder, 'dist/index.html'))).toBe(false);
  });
});

describe('a paper with markup in odd places is published as plain text', () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
    await project.write(
      'content/papers/07-普法 之声.md'.replace(' ', ''),
      [
        '\uFEFF---',
        "title: '<b>粗</b>标题</script>'",
        'order: 7',
        'topic: <i>题</i>',
        'date: 2023-03-01',
        'source: 2023-03-01',
        '---',
        '',
        '正文<script>alert(1)</script>之后<b onclick="alert(1)">粗体</b>。',
        '',
        '<img src=x onerror=alert(1)> <a href="javascript:alert(1)">链接</a>',
        '',
      ].join('\r\n'),
    );
    const { code, output } = await project.build(UNCOMPRESSED);
    expect(output).not.toMatch(/warn|error/i);
    expect(code).toBe(0);
  });
  afterAll(() => project.remove());

  const html = (path: string) => readFileSync(join(project.folder, 'dist', path), 'utf8');

  test('a Chinese file name is the address', () => {
    expect(html('papers/07-普法之声.html')).toContain('<h1');
    expect(html('index.html')).toContain(encodeURI('papers/07-普法之声.html'));
  });

  test('a source that is but a date is shown as it is written', () => {
    expect(html('papers/07-普法之声.html')).toMatch(/来源：\s*2023-03-01/);
  });

  test('tags in a title or topic are shown, not obeyed', () => {
    for (const page of ['papers/07-普法之声.html', 'index.html', 'papers/06-dangzheng-ban.html']) {
      const tree = readPage(join(project.folder, 'dist', page));
      expect(textOf(select('body', tree) ?? tree)).toContain('<b>粗</b>标题</script>');
      expect(selectAll('h1 b, h2 b, a b b, p i, span i', tree)).toEqual([]);
    }
  });

  test('structured data survives a title that closes its script', () => {
    const tree = readPage(join(project.folder, 'dist/papers/07-普法之声.html'));
    const data = select('script[type="application/ld+json"]', tree);
    expect(JSON.parse(textOf(data ?? tree))).toMatchObject({
      headline: '<b>粗</b>标题</script>',
      datePublished: '2023-03-01',
    });
  });

  test('scripts and handlers in the body are dropped, harmless tags stay', () => {
    // The site's own scripts stand outside.
    const [page = ''] =
      /<div class="prose"[\s\S]*?<\/article>/.exec(html('papers/07-普法之声.html')) ?? [];
    expect(page).not.toMatch(/alert\(1\)|onerror|onclick|javascript:/);
    expect(page).toContain('<b>粗体</b>');
  });
});
