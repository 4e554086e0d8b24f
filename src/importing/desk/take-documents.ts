import { createElement } from '../../client/create-element.ts';
import { handIn } from './ask-desk.ts';
import { type ChosenFile, listChosen, listDropped } from './list-files.ts';
import { PaperRow, showRefused } from './paper-row.ts';

/**
 * Makes the desk work: documents dropped on it or chosen are read by the server one after another, listed,
 * mended and put away.
 */
export function takeDocuments({ area, inputs, status, list, all }: Desk): void {
  const rows: PaperRow[] = [];
  let [read, refused] = [0, 0];
  let queue = Promise.resolve();
  let waiting = 0;

  const tell = (reading?: string) => {
    const count = (state: PaperRow['state']) => rows.filter((row) => row.state === state).length;
    const totals = `${read} 个文件：待存 ${count('waiting')} 篇，存好 ${count('saved')} 篇，以前导入过 ${count('known')} 篇，没有收 ${refused} 个文件`;
    status.replaceChildren(reading ?? (read > 0 ? totals : ''));
    const clear = rows.filter((row) => row.isClear).length;
    all.hidden = clear === 0 || reading !== undefined;
    all.replaceChildren(`存入没有疑点的 ${clear} 篇`);
  };
  const takeOne = async (chosen: ChosenFile) => {
    tell(`正在读 ${chosen.file.name}……（还有 ${waiting} 个文件）`);
    const { failure, remarks, papers } = await handIn(chosen);
    waiting -= 1;
    read += 1;
    if (failure !== undefined) {
      refused += 1;
      list.append(showRefused(chosen.file.name, failure));
    }
    for (const paper of papers) {
      const { order } = paper.facts;
      const next = Math.max(0, ...rows.map((row) => row.order)) + 1;
      const facts = { ...paper.facts, order: order === null ? null : Math.max(order, next) };
      const row = new PaperRow(chosen.file.name, { ...paper, facts }, remarks, () => tell());
      rows.push(row);
      list.append(row.element);
    }
    tell();
  };
  const take = (files: readonly ChosenFile[]) => {
    waiting += files.length;
    for (const file of files) queue = queue.then(() => takeOne(file));
  };

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
    take(await listDropped([...(event.dataTransfer?.items ?? [])]));
  });
  for (const input of inputs) {
    input.addEventListener('change', () => {
      take(listChosen(input.files ?? []));
      input.value = '';
    });
  }
  all.addEventListener('click', async () => {
    all.disabled = true;
    for (const row of rows.filter((each) => each.isClear)) await row.save();
    all.disabled = false;
    all.blur();
    tell();
  });
  list.append(createElement('p', { class: 'columns', 'aria-hidden': 'true' }, ...HEADS.map(head)));
}

const HEADS = ['题目与文件', '原文字数', '成稿字数', '提纲', '疑点', '结果'];

function head(text: string): HTMLElement {
  return createElement('span', {}, text);
}

/** The elements of the page. */
interface Desk {
  /** What documents are dropped on. */
  area: HTMLElement;
  /** What choose files, or a folder. */
  inputs: readonly HTMLInputElement[];
  /** Says how far reading is, and what came of it. */
  status: HTMLElement;
  list: HTMLElement;
  /** Puts all papers away that nothing is doubtful about. */
  all: HTMLButtonElement;
}
