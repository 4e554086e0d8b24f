import type { Remark } from '../draft.ts';
import type { DocumentResult, PaperResult } from '../import-documents.ts';
import type { MadePaper } from '../make-papers.ts';
import { compareTexts } from './compare-texts.ts';
import { countPaper, outlineLines } from './count-paper.ts';
import { groupRemarks } from './group-remarks.ts';

const KINDS: readonly (readonly [kind: Remark['kind'], title: string])[] = [
  ['doubt', '请看看'],
  ['left-out', '没有收的'],
  ['joined', '接起来的'],
  ['added', '写出来的'],
  ['note', '说明'],
];

const STYLE = `
:root { color-scheme: light dark; --ink: #222; --pale: #666; --line: #ddd; --doubt: #a8321f; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #ddd; --pale: #aaa; --line: #444; --doubt: #f08a76; --paper: #1b1b1b; } }
body { margin: 0 auto; padding: 1rem; max-width: 76rem; color: var(--ink); background: var(--paper); font: 1rem/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin: 0; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
section { border-block-start: 1px solid var(--line); padding-block: 1rem; }
article { margin-block-start: 1.5rem; }
p, ul { margin: .25rem 0; } ul { padding-inline-start: 1.5em; }
.pale, li span { color: var(--pale); } li span + span::before { content: '· '; } .doubt, .failed h2 { color: var(--doubt); }
mark { color: inherit; background: none; text-decoration: underline 2px var(--doubt); } a { color: inherit; } :target { background: color-mix(in srgb, var(--doubt) 20%, transparent); }
summary { cursor: pointer; padding-block: .25rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; } td, th { vertical-align: top; text-align: start; padding: .25rem .75rem .25rem 0; border-block-start: 1px solid var(--line); }
pre { font: inherit; white-space: pre-wrap; margin: 0; }
`;

/**
 * Writes the whole report as one page that asks nothing of any host: for each paper its facts, its
 * outline, what was left out or is doubtful, and the two texts side by side.
 */
export function htmlReport(results: readonly DocumentResult[], isDryRun: boolean): string {
  const papers = results.flatMap((result) => result.papers);
  const failed = results.filter(({ failure }) => failure !== undefined);
  const fresh = papers.filter(({ isKnown }) => !isKnown).length;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>导入报告</title>
<style>${STYLE}</style>
<h1>导入报告</h1>
<p>${results.length} 个文件：${isDryRun ? '可以导入' : '导入'} ${fresh} 篇，以前导入过 ${papers.length - fresh} 篇，没有收 ${failed.length} 个文件。${isDryRun ? '这是试运行，什么也没有写。' : ''}</p>
${failed.map(failedSection).join('')}${results
  .filter(({ failure }) => failure === undefined)
  .map(documentSection)
  .join('')}</html>
`;
}

function failedSection({ path, failure = '' }: DocumentResult): string {
  return `<section class="failed">\n<h2>没有收：${escapeHtml(path)}</h2>\n<p>${escapeHtml(failure)}</p>\n</section>\n`;
}

function documentSection({ path, papers, remarks }: DocumentResult): string {
  return `<section>\n<p class="pale">${escapeHtml(path)}</p>\n${remarkLists(remarks)}${papers.map(paperPart).join('')}</section>\n`;
}

function paperPart({ paper, file, isKnown }: PaperResult): string {
  const places = findPlaces(paper, file);
  const { title, date, source, topic } = paper.facts;
  const { charactersIn, charactersOut } = countPaper(paper);
  const facts = [
    isKnown ? `以前导入过，内容相同：${file}` : `→ ${file}`,
    `${charactersIn} 字进，${charactersOut} 字出`,
    ...[date, source, topic].filter((fact) => fact !== undefined),
  ];
  const outline = outlineLines(paper.rendered.outline);
  return `<article>
<h2>${escapeHtml(title)}</h2>
<p class="pale">${facts.map(escapeHtml).join('　')}</p>
${remarkLists(paper.remarks, places)}<details><summary>提纲 ${outline.length} 条</summary><pre>${outline.map(escapeHtml).join('\n')}</pre></details>
<details><summary>对照：原文、文稿</summary>
<table>
<tr><th>原文</th><th>文稿</th></tr>
${compareTexts(paper)
  .map(([before, after]) => `<tr><td>${cell(before)}</td><td>${cell(after, places)}</td></tr>`)
  .join('\n')}
</table>
</details>
</article>
`;
}

/** The doubts whose text stands in the paper, each with the id of its place there. */
function findPlaces({ remarks, rendered }: MadePaper, file: string): Places {
  const texts = remarks.flatMap(({ kind, text }) => (kind === 'doubt' && text ? [text] : []));
  const found = [...new Set(texts)].filter((text) =>
    rendered.paragraphs.some((paragraph) => paragraph.includes(text)),
  );
  return new Map(found.map((text, index) => [text, `${file}-${index + 1}`]));
}

/** @param places Doubts to be marked. */
function cell(paragraphs: readonly string[], places: Places = new Map()): string {
  return paragraphs.map((text) => `<p>${markPlaces(text, places)}</p>`).join('');
}

function markPlaces(text: string, places: Places): string {
  const marks = [...places]
    .map(([doubt, id]) => ({ id, start: text.indexOf(doubt), length: doubt.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start);
  let end = 0;
  let html = '';
  for (const { id, start, length } of marks) {
    if (start < end) continue;
    const words = escapeHtml(text.slice(start, start + length));
    html += `${escapeHtml(text.slice(end, start))}<mark id="${escapeHtml(id)}">${words}</mark>`;
    end = start + length;
  }
  return html + escapeHtml(text.slice(end));
}

/** @param places What can be led to. */
function remarkLists(remarks: readonly Remark[], places: Places = new Map()): string {
  const groups = groupRemarks(remarks);
  return KINDS.map(([kind, title]) => {
    const items = groups
      .filter((group) => group.kind === kind)
      .map(({ message, texts }) => {
        const spans = texts.map((text) => {
          const id = kind === 'doubt' ? places.get(text) : undefined;
          const words = escapeHtml(text);
          return id === undefined
            ? `<span>${words}</span>`
            : `<span><a href="#${encodeURIComponent(id)}">${words}</a></span>`;
        });
        return `<li>${[escapeHtml(message), ...spans].join(' ')}</li>`;
      });
    if (items.length === 0) return '';
    return `<h3${kind === 'doubt' ? ' class="doubt"' : ''}>${title}</h3>\n<ul>\n${items.join('\n')}\n</ul>\n`;
  }).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Texts of doubts, and the ids of their places in the paper. */
type Places = ReadonlyMap<string, string>;
