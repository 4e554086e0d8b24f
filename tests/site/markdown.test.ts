import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy, UNCOMPRESSED } from './build-copy.ts';
import { findHtmlErrors } from './find-html-errors.ts';
import { readBody, readOutline, readPage } from './read-page.ts';

const PAPER = `---
title: 各样写法
order: 7
summary: 一篇用遍各样写法的文稿。
---

引言，**办文。**办会。[^1]

## 一、列表与表格

- 一项
- 又一项

| 项目 | 数 |
|:--|--:|
| 甲 | 1 |

- [x] 办完
- [ ] 未办

### （一）图片

![示意图](./tu.png)

> 引文一段。

\`\`\`
代码
\`\`\`

[^1]: 一条注释。
`;

describe('a paper of ordinary Markdown', () => {
  let project: ProjectCopy;
  const page = () => join(project.folder, 'dist/papers/07-xiefa.html');

  beforeAll(async () => {
    project = await copyProject();
    await project.write('content/papers/07-xiefa.md', PAPER);
    await project.write('content/papers/tu.png', await readFile('public/icon-180.png'));
    const { code, output } = await project.build(UNCOMPRESSED);
    expect(output).not.toMatch(/warn|error/i);
    expect(code).toBe(0);
  });
  afterAll(() => project.remove());

  test('is valid HTML', async () => {
    expect(await findHtmlErrors(page())).toEqual([]);
  });

  test('has its headings in the outline and its image at hand', () => {
    const tree = readPage(page());
    expect(readOutline(tree)).toEqual(['一、列表与表格', '  （一）图片']);
    const image = select('.prose img', tree);
    expect(image?.properties['alt']).toBe('示意图');
    expect(image?.properties['src']).toMatch(/^\.\.\/_astro\/tu\./);
  });

  test('tells footnotes of the author from what the site adds to them', () => {
    const tree = readPage(page());
    const note = select('.footnotes li', tree)?.properties['id'];
    expect(select('.prose a[data-footnote-ref]', tree)?.properties['href']).toBe(`#${note}`);
    const body = readBody(tree);
    expect(body[0]).toBe('引言，办文。办会。');
    expect(body.at(-1)?.trim()).toBe('一条注释。');
  });

  test('shows its summary on the home page and in its description', () => {
    const home = readPage(join(project.folder, 'dist/index.html'));
    expect(selectAll('main li p', home).map((node) => textOf(node))).toContain(
      '一篇用遍各样写法的文稿。',
    );
    const description = select('meta[name=description]', readPage(page()));
    expect(description?.properties['content']).toBe('一篇用遍各样写法的文稿。');
  });
});
