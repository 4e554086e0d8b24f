import { createElement } from '../../client/create-element.ts';
import type { RemarkGroup } from '../report/group-remarks.ts';
import type { DeskAnswer, DeskFacts, DeskPaper, DeskReceipt } from './desk-answer.ts';

const TITLES: Readonly<Record<RemarkGroup['kind'], string>> = {
  doubt: '请看看',
  'left-out': '没有收的',
  joined: '接起来的',
  added: '写出来的',
  note: '说明',
};
const FIELDS: readonly (readonly [name: keyof DeskFacts, label: string, type: string])[] = [
  ['title', '题目', 'text'],
  ['date', '日期', 'date'],
  ['topic', '方面', 'text'],
  ['source', '出处', 'text'],
  ['order', '次序', 'number'],
];

/**
 * Makes the desk work: documents dropped on it or chosen are read by the server, shown, mended, and
 * put away.
 *
 * @param area What documents are dropped on.
 * @param input Chooses files.
 * @param results Where they are shown.
 */
export function takeDocuments(
  area: HTMLElement,
  input: HTMLInputElement,
  results: HTMLElement,
): void {
  for (const event of ['dragenter', 'dragover']) {
    area.addEventListener(event, (dragged) => {
      dragged.preventDefault();
      area.dataset['over'] = '';
    });
  }
  area.addEventListener('dragleave', () => delete area.dataset['over']);
  area.addEventListener('drop', async (event) => {
    event.preventDefault();
    delete area.dataset['over'];
    // Entries must be taken before the event is over.
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
    const files = await Promise.all(entries.map((entry) => (entry ? listFiles(entry) : [])));
    await takeAll(files.flat(), results);
  });
  input.addEventListener('change', async () => {
    await takeAll(
      [...(input.files ?? [])].map((file) => ({ file })),
      results,
    );
    input.value = '';
  });
}

async function takeAll(files: readonly DroppedFile[], results: HTMLElement): Promise<void> {
  for (const { file, folder } of files) {
    const section = createElement(
      'section',
      {},
      createElement('p', { class: 'file', role: 'status' }, `正在读 ${file.name}……`),
    );
    results.append(section);
    const query = new URLSearchParams({ name: file.name, ...(folder && { folder }) });
    const answer = await ask<DeskAnswer>(`/import/read?${query}`, file);
    section.replaceChildren(...showDocument(file.name, answer));
  }
}

function showDocument(name: string, { failure, remarks, papers }: DeskAnswer): Node[] {
  const file = createElement('p', { class: 'file' }, name);
  if (failure !== undefined) {
    return [file, createElement('p', { class: 'doubt', role: 'alert' }, `没有收：${failure}`)];
  }
  return [file, ...showRemarks(remarks), ...papers.map(showPaper)];
}

function showPaper(paper: DeskPaper): HTMLElement {
  const count = `${paper.charactersIn} 字进，${paper.charactersOut} 字出`;
  const preview = createElement('div', { class: 'prose' });
  // Our own pipeline has made and sanitized it.
  preview.innerHTML = paper.html;
  const heading = createElement('h2', {}, paper.facts.title);
  const report = createElement(
    'div',
    { class: 'report' },
    showForm(paper, heading),
    createElement('p', { class: 'file' }, count),
    ...showRemarks(paper.remarks),
    showDetails(
      `提纲 ${paper.outline.length} 条`,
      ...paper.outline.map((line) => createElement('p', {}, line)),
    ),
    showDetails('对照：原文、文稿', showRows(paper.rows)),
  );
  return createElement(
    'article',
    {},
    createElement('div', { class: 'sheet' }, heading, preview),
    report,
  );
}

function showForm({ token, facts, known }: DeskPaper, heading: HTMLElement): HTMLFormElement {
  const status = createElement(
    'p',
    { role: 'status' },
    known ? `以前导入过，内容相同：${known}` : '',
  );
  const button = createElement('button', { type: 'submit' }, '存入');
  button.disabled = known !== undefined;
  const form = createElement(
    'form',
    {},
    ...FIELDS.map(([name, label, type]) => {
      const field = createElement('input', {
        name,
        type,
        value: String(facts[name] ?? ''),
        autocomplete: 'off',
      });
      if (name === 'title') field.required = true;
      if (name === 'title')
        field.addEventListener('input', () => heading.replaceChildren(field.value));
      return createElement('label', {}, label, field);
    }),
    button,
    status,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const values = new FormData(form);
    const value = (name: string) => String(values.get(name) ?? '');
    const mended: DeskFacts = {
      title: value('title'),
      date: value('date'),
      topic: value('topic'),
      source: value('source'),
      order: value('order') === '' ? null : Number(value('order')),
    };
    const receipt = await ask<DeskReceipt>(
      '/import/save',
      JSON.stringify({ token, facts: mended }),
    );
    if (receipt.file === undefined) {
      button.disabled = false;
      status.replaceChildren(receipt.failure ?? '');
      return;
    }
    status.replaceChildren('已存入 ', createElement('a', { href: receipt.address }, receipt.file));
  });
  return form;
}

function showRemarks(remarks: readonly RemarkGroup[]): Node[] {
  return Object.entries(TITLES).flatMap(([kind, title]) => {
    const items = remarks
      .filter((remark) => remark.kind === kind)
      .map(({ message, texts }) =>
        createElement('li', {}, message, ...texts.map((text) => createElement('span', {}, text))),
      );
    if (items.length === 0) return [];
    return [
      createElement('h3', { class: kind === 'doubt' ? 'doubt' : undefined }, title),
      createElement('ul', {}, ...items),
    ];
  });
}

function showDetails(summary: string, ...content: readonly Node[]): HTMLDetailsElement {
  return createElement('details', {}, createElement('summary', {}, summary), ...content);
}

function showRows(rows: DeskPaper['rows']): HTMLTableElement {
  const cell = (texts: readonly string[]) =>
    createElement('td', {}, ...texts.map((text) => createElement('p', {}, text)));
  return createElement(
    'table',
    {},
    ...rows.map(([before, after]) => createElement('tr', {}, cell(before), cell(after))),
  );
}

async function ask<Answer>(
  address: string,
  body: Blob | string,
): Promise<Answer | (Answer & Failed)> {
  try {
    const response = await fetch(address, { method: 'POST', body });
    return (await response.json()) as Answer;
  } catch {
    return { failure: '连不上 npm run dev 的服务器。请看看它还在不在，再试一次。' } as Answer &
      Failed;
  }
}

/** The files in what was dropped, each with the name of the folder it lies in. */
async function listFiles(entry: FileSystemEntry, folder?: string): Promise<DroppedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => {
      (entry as FileSystemFileEntry).file(done, fail);
    });
    return /^(?:~\$|\.)/.test(file.name) ? [] : [{ file, ...(folder && { folder }) }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A reader gives a hundred at a time, and none when it is at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    );
    if (some.length === 0) break;
    children.push(...some);
  }
  const files = await Promise.all(
    children.map((child) =>
      listFiles(child, child.isFile && folder === undefined ? '' : entry.name),
    ),
  );
  return files.flat();
}

interface DroppedFile {
  file: File;
  /** Name of the folder it lies in, below the one that was dropped. */
  folder?: string;
}

interface Failed {
  failure: string;
}
