import { createElement } from '../../client/create-element.ts';
import type { RemarkGroup } from '../report/group-remarks.ts';
import { putAway } from './ask-desk.ts';
import type { DeskFacts, DeskPaper } from './desk-answer.ts';
import { findText } from './find-text.ts';

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
const STATES = { waiting: '待存', saved: '已存', known: '存过' } as const;
const SHOWN_DOUBTS = 'doubts';

/** A document nothing could be taken of, and what to do. */
export function showRefused(name: string, failure: string): HTMLElement {
  return createElement(
    'p',
    { class: 'refused' },
    createElement('span', { class: 'name' }, createElement('b', {}, name)),
    createElement('span', { class: 'remedy' }, failure),
    createElement('span', { class: 'state' }, '没有收'),
  );
}

/** A paper in the list: what there is to know of it in a line, and below, once opened, all of it. */
export class PaperRow {
  readonly element: HTMLDetailsElement;
  state: keyof typeof STATES;

  readonly #paper: DeskPaper;
  readonly #remarks: readonly RemarkGroup[];
  readonly #onChange: () => void;
  readonly #facts: DeskFacts;
  readonly #title: HTMLElement;
  readonly #state: HTMLElement;
  readonly #note: HTMLElement;

  /**
   * @param file Name of the document.
   * @param remarks What concerns the document as a whole.
   * @param onChange Called when it has been put away.
   */
  constructor(
    file: string,
    paper: DeskPaper,
    remarks: readonly RemarkGroup[],
    onChange: () => void,
  ) {
    this.#paper = paper;
    this.#remarks = [...remarks, ...paper.remarks];
    this.#onChange = onChange;
    this.#facts = { ...paper.facts };
    this.state = paper.known === undefined ? 'waiting' : 'known';
    this.#title = createElement('b', {}, paper.facts.title);
    this.#state = createElement('span', { class: 'state' });
    this.#note = createElement(
      'p',
      { role: 'status' },
      paper.known === undefined ? '' : `以前导入过，内容相同：${paper.known}`,
    );
    const doubts = this.#countDoubts();
    const name = createElement('span', { class: 'name' }, this.#title, small(file));
    const summary = createElement(
      'summary',
      {},
      name,
      number('原文', paper.charactersIn, '字'),
      number('成稿', paper.charactersOut, '字'),
      number('提纲', paper.outline.length, '条'),
      createElement(
        'span',
        { class: doubts > 0 ? 'doubt' : 'none' },
        ...labelled('疑点', doubts || '无'),
      ),
      this.#state,
    );
    this.element = createElement('details', { name: 'paper' }, summary);
    this.element.addEventListener('toggle', () => this.#toggle());
    this.#showState();
  }

  get order(): number {
    return this.#facts.order ?? 0;
  }

  /** Whether it can be put away without being looked at. */
  get isClear(): boolean {
    return this.state === 'waiting' && this.#countDoubts() === 0;
  }

  /** Puts it away as it is mended. */
  async save(): Promise<void> {
    const { file, address, failure } = await putAway(this.#paper.token, this.#facts);
    if (file === undefined) {
      this.#note.replaceChildren(failure ?? '');
      this.element.open = true;
      return;
    }
    this.state = 'saved';
    this.#note.replaceChildren('已存入 ', createElement('a', { href: address }, file));
    this.#showState();
    this.#onChange();
  }

  #countDoubts(): number {
    return this.#remarks
      .filter(({ kind }) => kind === 'doubt')
      .reduce((sum, { texts }) => sum + Math.max(1, texts.length), 0);
  }

  #showState(): void {
    this.#state.replaceChildren(STATES[this.state]);
    this.element.dataset['state'] = this.state;
    const button = this.element.querySelector('button[type=submit]');
    if (button instanceof HTMLButtonElement) button.disabled = this.state !== 'waiting';
  }

  /** What is in it is drawn when it is first looked at, for there may be hundreds. */
  #toggle(): void {
    if (!this.element.open) return;
    if (this.element.childElementCount === 1) this.element.append(this.#showPanel());
    this.#markDoubts();
  }

  #showPanel(): HTMLElement {
    const { html, lines, outline } = this.#paper;
    const body = createElement('div', { class: 'prose' });
    // Our own pipeline has made and sanitized it.
    body.innerHTML = html;
    const heading = createElement('h2', {}, this.#facts.title);
    const form = this.#showForm(heading);
    const original = lines.map((line) => createElement('p', {}, line));
    const panel = createElement(
      'div',
      { class: 'panel', 'data-side': 'paper' },
      form,
      createElement(
        'div',
        { class: 'report' },
        ...this.#showRemarks(),
        createElement(
          'details',
          {},
          createElement('summary', {}, `提纲 ${outline.length} 条`),
          ...outline.map((line) => createElement('p', {}, line)),
        ),
      ),
      createElement('div', { class: 'switch' }, ...this.#showSwitch()),
      createElement('div', { class: 'original' }, createElement('h3', {}, '原文'), ...original),
      createElement('div', { class: 'sheet' }, createElement('h3', {}, '成稿'), heading, body),
    );
    return panel;
  }

  /** On a narrow screen one of the two texts is shown. */
  #showSwitch(): HTMLElement[] {
    const buttons = (
      [
        ['paper', '成稿'],
        ['original', '原文'],
      ] as const
    ).map(([side, label]) => {
      const button = createElement(
        'button',
        { type: 'button', 'aria-pressed': String(side === 'paper') },
        label,
      );
      button.addEventListener('click', () => {
        for (const each of buttons) each.setAttribute('aria-pressed', String(each === button));
        const panel = button.closest<HTMLElement>('.panel');
        if (panel) panel.dataset['side'] = side;
      });
      return button;
    });
    return buttons;
  }

  #showForm(heading: HTMLElement): HTMLFormElement {
    const facts = this.#facts;
    const fields = FIELDS.map(([name, label, type]) => {
      const field = createElement('input', {
        name,
        type,
        value: String(facts[name] ?? ''),
        autocomplete: 'off',
        ...(name === 'order' && { min: '1' }),
      });
      field.required = name === 'title';
      field.addEventListener('input', () => {
        if (name === 'order') facts.order = field.value === '' ? null : Number(field.value);
        else facts[name] = field.value;
        if (name !== 'title') return;
        heading.replaceChildren(field.value);
        this.#title.replaceChildren(field.value);
      });
      return createElement('label', { class: name }, label, field);
    });
    const button = createElement('button', { type: 'submit' }, '存入');
    button.disabled = this.state !== 'waiting';
    const form = createElement('form', {}, ...fields, button, this.#note);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      await this.save();
      this.#showState();
    });
    return form;
  }

  #showRemarks(): Node[] {
    return Object.entries(TITLES).flatMap(([kind, title]) => {
      const groups = this.#remarks.filter((remark) => remark.kind === kind);
      if (groups.length === 0) return [];
      const items = groups.map(({ message, texts }) =>
        createElement('li', {}, message, ...texts.map((text) => this.#showPlace(kind, text))),
      );
      const isDoubt = kind === 'doubt';
      return [
        createElement('h3', { class: isDoubt ? 'doubt' : undefined }, title),
        createElement('ul', {}, ...items),
      ];
    });
  }

  /** What a remark is about; a doubt leads to its place in the paper. */
  #showPlace(kind: string, text: string): HTMLElement {
    if (kind !== 'doubt') return createElement('span', {}, text);
    const button = createElement('button', { type: 'button', class: 'place' }, text);
    button.addEventListener('click', () => {
      const range = this.#find('.sheet', text) ?? this.#find('.original', text);
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    });
    return button;
  }

  #find(side: string, text: string): Range | undefined {
    const root = this.element.querySelector(side);
    return root ? findText(root, text) : undefined;
  }

  #markDoubts(): void {
    if (typeof Highlight === 'undefined') return;
    const texts = this.#remarks.flatMap(({ kind, texts }) => (kind === 'doubt' ? texts : []));
    const ranges = texts.flatMap((text) =>
      ['.sheet', '.original'].flatMap((side) => this.#find(side, text) ?? []),
    );
    CSS.highlights.set(SHOWN_DOUBTS, new Highlight(...ranges));
  }
}

function small(text: string): HTMLElement {
  return createElement('small', {}, text);
}

function number(label: string, value: number, unit: string): HTMLElement {
  return createElement(
    'span',
    { class: 'number' },
    ...labelled(label, value.toLocaleString('zh-CN')),
    createElement('span', { class: 'label' }, ` ${unit}`),
  );
}

/** The head of the column says it where there is room for columns. */
function labelled(label: string, value: string | number): Node[] {
  return [createElement('span', { class: 'label' }, `${label} `), new Text(String(value))];
}
