import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { SKIP, visit } from 'unist-util-visit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutlineEntry } from '../../../src/collection/outline-entry.ts';
import type { Book, BookPaper } from '../../../src/editions/epub/book.ts';
import { buildEpub } from '../../../src/editions/epub/build-epub.ts';

const PAPER: BookPaper = {
  label: '第一篇',
  title: '坚持“三抓三促”',
  topic: '普法',
  html: '<h2 id="s1"><span class="ordinal">一、</span>总则。</h2>\n<p id="p1"><span class="point" id="s1-1"><b class="lead">一要抓学习。</b><span class="rest">读原文。</span></span></p>',
  outline: [entry('s1', 'heading', '一、总则。', [entry('s1-1', 'point', '一要抓学习')])],
};

const BOOK: Book = {
  identifier: 'urn:uuid:0b0a2f0e-6b9a-5d7e-9a54-000000000001',
  title: '研讨材料',
  creator: '办公室',
  description: '原文与提纲。',
  modified: '2023-03-01T00:00:00Z',
  papers: [PAPER, { ...PAPER, label: '第二篇', topic: '' }],
  cover: new Uint8Array([1, 2, 3]),
};

/** What HTML and XML write differently, and what a paper can hold. */
const TRICKY = `<p id="p1">A &amp; B &lt; C &gt; D &quot;E&quot; &nbsp;]]&gt;<br>下<wbr>行<em>强</em>调 😀𠂉\u3000。</p>
<ul class="contains-task-list"><li><input type="checkbox" checked disabled> 甲<ul><li>乙</li></ul></li></ul>
<table width="100%"><thead><tr><th data-align="right" nowrap>表</th></tr></thead><tbody><tr><td valign="top" colspan=2></td></tr></tbody></table>
<p id="p2">注<sup data-editorial><a href="#user-content-fn-%E6%B3%A8" id="user-content-fnref-%E6%B3%A8" data-footnote-ref aria-describedby="footnote-label">1</a></sup><tt>甲</tt><strike>乙</strike></p>
<pre><code>if (a &lt; b &amp;&amp; c) {}

</code></pre>
<details open><summary>要</summary>义</details><hr>
<section data-footnotes class="footnotes"><h2 id="footnote-label" data-editorial>注释</h2><ol><li id="user-content-fn-%E6%B3%A8"><p>文 <a href="#user-content-fnref-%E6%B3%A8" data-footnote-backref data-editorial>↩</a></p></li></ol></section>
`;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the container', () => {
  it('begins with its media type, not compressed and without extra fields', () => {
    const head = strFromU8(buildEpub(BOOK).subarray(0, 58), true);

    expect(head.slice(0, 4)).toBe('PK\u0003\u0004');
    expect(head.slice(8, 10)).toBe('\0\0');
    expect(head.slice(28, 30)).toBe('\0\0');
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
  });

  it('holds a file for each paper, by number', () => {
    expect([...readFiles(BOOK).keys()]).toEqual([
      'mimetype',
      'OEBPS/cover.png',
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/toc.ncx',
      'OEBPS/nav.xhtml',
      'OEBPS/style.css',
      'OEBPS/cover.xhtml',
      'OEBPS/title.xhtml',
      'OEBPS/papers/1.xhtml',
      'OEBPS/papers/2.xhtml',
    ]);
  });

  it('has the same bytes in another time zone', () => {
    vi.stubEnv('TZ', 'America/St_Johns');
    const west = { bytes: buildEpub(BOOK), offset: new Date(0).getTimezoneOffset() };
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    const east = { bytes: buildEpub(BOOK), offset: new Date(0).getTimezoneOffset() };

    expect(east.offset).not.toBe(west.offset);
    expect(east.bytes).toEqual(west.bytes);
  });
});

describe('the package', () => {
  it('lists every file it holds, and the pages in the order of reading', () => {
    const files = readFiles(BOOK);
    const opf = files.get('OEBPS/content.opf') ?? '';
    const items = new Map(
      [...opf.matchAll(/<item id="(.*?)" href="(.*?)"/g)].map(([, id, href]) => [id, href]),
    );

    expect([...items.values()].map((href) => `OEBPS/${href}`).sort()).toEqual(
      [...files.keys()].filter((name) => /^OEBPS\/(?!content)/.test(name)).sort(),
    );
    expect([...opf.matchAll(/idref="(.*?)"/g)].map(([, id]) => items.get(id))).toEqual([
      'cover.xhtml',
      'title.xhtml',
      'papers/1.xhtml',
      'papers/2.xhtml',
    ]);
    expect(opf).toContain(
      '<dc:identifier id="identifier">urn:uuid:0b0a2f0e-6b9a-5d7e-9a54-000000000001<',
    );
    expect(opf).toContain('<dc:creator>办公室<');
    expect(opf).toContain('<dc:language>zh-CN<');
    expect(opf).toContain('<meta property="dcterms:modified">2023-03-01T00:00:00Z<');
  });

  it('names the cover to readers of EPUB 3 and of EPUB 2', () => {
    const opf = readFiles(BOOK).get('OEBPS/content.opf') ?? '';

    expect(opf).toMatch(/<item id="cover" [^>]*media-type="image\/png" properties="cover-image"/);
    expect(opf).toContain('<meta name="cover" content="cover" />');
  });

  it('is well-formed XML throughout, whatever papers and titles hold', () => {
    const hostile = '<script>alert(1)</script> & "]]>"\u0008\ud800\uffff';
    const paper = { ...PAPER, title: hostile, label: hostile, topic: hostile, html: TRICKY };
    const book = { ...BOOK, title: hostile, description: hostile, papers: [paper] };

    for (const [name, text] of readFiles({ ...book, identifier: hostile, creator: hostile })) {
      if (!/\.(?:xml|opf|ncx|xhtml)$/.test(name)) continue;
      expect(readXml(text).tags).not.toContain('script');
    }
    const page = readXml(readFiles(book).get('OEBPS/papers/1.xhtml') ?? '');
    expect(page.title).toBe('<script>alert(1)</script> & "]]>"');
  });
});

describe('the contents', () => {
  it('lead to a place that is there, nested as the outlines are', () => {
    const files = readFiles(BOOK);
    const { links } = readXml(files.get('OEBPS/nav.xhtml') ?? '');

    expect(links.slice(0, 3)).toEqual([
      'papers/1.xhtml',
      'papers/1.xhtml#s1',
      'papers/1.xhtml#s1-1',
    ]);
    expect(links).toHaveLength(6);
    for (const link of links) {
      const [file = '', id] = link.split('#');
      const { ids } = readXml(files.get(`OEBPS/${file}`) ?? '');
      if (id !== undefined) expect(ids).toContain(id);
    }
    expect(files.get('OEBPS/nav.xhtml')).toContain(
      '<li><a href="papers/1.xhtml#s1">一、总则</a><ol><li><a href="papers/1.xhtml#s1-1">一要抓学习</a></li></ol></li>',
    );
  });
});

describe('the contents for readers of EPUB 2', () => {
  it('lead to the same places in the same order, counted and nested', () => {
    const files = readFiles(BOOK);
    const ncx = files.get('OEBPS/toc.ncx') ?? '';
    const { links } = readXml(files.get('OEBPS/nav.xhtml') ?? '');

    expect([...ncx.matchAll(/<content src="(.*?)"/g)].map(([, src]) => src)).toEqual(links);
    expect([...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, order]) => Number(order))).toEqual(
      links.map((_, index) => index + 1),
    );
    expect(ncx).toContain(
      '<text>一、总则</text></navLabel><content src="papers/1.xhtml#s1" /><navPoint',
    );
    expect(ncx).toContain(`<meta name="dtb:uid" content="${BOOK.identifier}" />`);
    expect(ncx).toContain('<meta name="dtb:depth" content="3" />');
  });
});

describe('titles', () => {
  it('break where the site lets them, and nowhere else', () => {
    const files = readFiles({
      ...BOOK,
      papers: ['坚持“四学”“三办”“四严”', '提高“两个能力”、争先'].map((title) => ({
        ...PAPER,
        title,
      })),
    });

    expect(files.get('OEBPS/papers/1.xhtml')).toContain(
      '<h1>坚持<wbr />“四学”<wbr />“三办”<wbr />“四严”</h1>',
    );
    expect(files.get('OEBPS/papers/2.xhtml')).toContain(
      '<h1><span class="whole">提高“两个能力”、</span>争先</h1>',
    );
    expect(files.get('OEBPS/style.css')).toMatch(/h1, h2[^}]*word-break: keep-all/);
  });
});

describe('a paper', () => {
  it('keeps its text to the character', () => {
    expect(readPaper(TRICKY).text).toBe(sourceText(TRICKY));
    expect(readPaper(TRICKY).text).toContain('A & B < C > D "E" \u00a0]]>下行强调 😀𠂉\u3000。');
  });

  it('drops what HTML has dropped', () => {
    const { tags, attributes } = readPaper(TRICKY);

    expect(tags).toEqual(expect.arrayContaining(['code', 's', 'wbr', 'input']));
    expect(attributes).toEqual(expect.arrayContaining(['colspan', 'data-align', 'checked']));
    for (const name of ['tt', 'strike', 'width', 'valign', 'nowrap']) {
      expect([...tags, ...attributes]).not.toContain(name);
    }
  });

  it('keeps notes linked both ways, with ids that need no decoding', () => {
    const { ids, links } = readPaper(TRICKY);

    expect(links).toHaveLength(2);
    for (const link of links) {
      expect(decodeURIComponent(link)).toBe(link);
      expect(ids).toContain(link.slice(1));
    }
  });

  it('keeps links to other sites, and of others the text', () => {
    const html =
      '<p id="p1"><a href="https://例子.cn/文 件">外</a><a href="02.html#s1">篇</a><a href="/">首</a><a href="#s9">无</a><a href="#p1">段</a></p>';

    expect(readPaper(html).links).toEqual(['https://xn--fsqu00a.cn/%E6%96%87%20%E4%BB%B6', '#p1']);
    expect(readPaper(html).text).toBe('外篇首无段');
  });

  it('has the description of an image in its place, as a word that is not the author’s', () => {
    const html =
      '<p>甲<img src="./a.png" alt="图 & 表"><picture><source srcset="/b.png"><img src="/b.png"></picture></p>';
    const { tags, text, editorial } = readPaper(html);

    expect(tags).not.toContain('img');
    expect(editorial).toBe('〔图 & 表〕');
    expect(text).toBe('甲');
  });
});

function entry(
  id: string,
  kind: OutlineEntry['kind'],
  text: string,
  children: OutlineEntry[] = [],
): OutlineEntry {
  return { id, kind, ordinal: '', text, children };
}

function readFiles(book: Book): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(buildEpub(book))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

function readPaper(html: string) {
  const files = readFiles({ ...BOOK, papers: [{ ...PAPER, html, outline: [] }] });
  return readXml(files.get('OEBPS/papers/1.xhtml') ?? '');
}

/** Reads a page with a parser that throws at whatever is not well-formed. */
function readXml(xml: string) {
  const page = {
    tags: [] as string[],
    attributes: [] as string[],
    ids: [] as string[],
    links: [] as string[],
    title: '',
    /** The author's text, and what the site or the book adds within it. */
    text: '',
    editorial: '',
  };
  const places: ('outside' | 'title' | 'text' | 'editorial')[] = ['outside'];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string) => (attributes[key] as SaxesAttributeNS | undefined)?.value;
    page.tags.push(name);
    page.attributes.push(...Object.keys(attributes));
    page.ids.push(...[value('id') ?? []].flat());
    if (name === 'a') page.links.push(...[value('href') ?? []].flat());
    let place = places.at(-1) ?? 'outside';
    if (name === 'title') place = 'title';
    if (value('class') === 'prose') place = 'text';
    if (value('data-editorial') !== undefined) place = 'editorial';
    places.push(place);
  });
  parser.on('text', (text) => {
    const place = places.at(-1) ?? 'outside';
    if (place !== 'outside') page[place] += text;
  });
  parser.on('closetag', () => {
    places.pop();
  });
  parser.write(xml).close();
  return page;
}

function sourceText(html: string): string {
  let text = '';
  visit(fromHtml(html, { fragment: true }), (node) => {
    if (node.type === 'element' && 'dataEditorial' in node.properties) return SKIP;
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text;
}
