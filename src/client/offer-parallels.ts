import type { ParallelPack } from '../collection/parallel-pack.ts';
import { collectPassages, type Passage } from '../collection/passages.ts';
import { hitAddress } from '../search/hit-address.ts';
import { createElement } from './create-element.ts';
import { domReader } from './dom-reader.ts';

/** A title longer than this is cut in the text. */
const MAX_NAME = 14;

/** Papers that go by 第三篇 are named in full, so many at most; */
const NAMED = 3;

/** of those that go by something longer the first is. */
const MAX_LABEL = 6;

/** A search for a passage begins with so many characters of it. */
const MAX_QUERY = 40;

/** What closes a phrase belongs to the line its end is on. */
const CLOSING = /^[，。；：、！？”’）》】…—]*/u;

declare global {
  /** Set by a script below `parallels/`. */
  var parallelPack: ParallelPack | undefined;
}

/**
 * Marks the passages that stand in other papers too, when the reader turns the switch on: each with
 * links to the same words there, and a line that says how many there are and where the nearest is
 * when none is in sight. What they are is loaded then.
 */
export function offerParallels(): void {
  const body = document.querySelector('.prose');
  const box = document.querySelector<HTMLInputElement>('#parallels');
  const { script: address, of: id } = box?.dataset ?? {};
  if (!body || !box || !address || !id) return;
  const note = createElement('div', { class: 'parallel-note', role: 'status', 'data-screen': '' });
  let loading: Promise<HTMLElement[]> | undefined;
  const update = async () => {
    if (!box.checked) {
      note.remove();
      return;
    }
    document.body.append(note);
    loading ??= loadPack(address).then((pack) => markRuns(body, pack, id, address));
    try {
      const beginnings = await loading;
      if (box.checked) announce(note, beginnings);
    } catch {
      loading = undefined;
      box.checked = false;
      note.textContent = '同文没有读到，请联网后再试。';
    }
  };
  box.addEventListener('change', update);
  void update();
}

async function loadPack(address: string): Promise<ParallelPack> {
  const script = createElement('script');
  script.src = address;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const pack = globalThis.parallelPack;
  if (!pack) throw new Error(`${address} holds nothing`);
  return pack;
}

/** Marks all runs of the paper on the page. Returns what each begins with. */
function markRuns(
  body: Element,
  { names, runs }: ParallelPack,
  id: string,
  address: string,
): HTMLElement[] {
  const root = new URL('..', new URL(address, location.href));
  const passages = collectPassages<Node>(body, domReader);
  const marks = (runs[id] ?? []).map(({ at: [passage, start, end], others, total }) => {
    const text = passages[passage]?.text ?? '';
    const words = text.slice(start, end).replaceAll(/\s/gu, '');
    // Several titles would bury the text.
    const named = others.slice(0, others.some(([paper]) => isTitle(names[paper]?.[1])) ? 1 : NAMED);
    const links = named.map(([paper, anchor, theirs], order) => {
      const [other, name] = names[paper] ?? ['', ''];
      const characters = [...name];
      const short =
        characters.length > MAX_NAME ? `${characters.slice(0, MAX_NAME).join('')}…` : name;
      return createElement('a', {
        class: 'parallel-link',
        href: new URL(hitAddress(other, theirs ?? words, anchor), root).href,
        'aria-label': `同文：${name}`,
        'data-label': `${order === 0 ? '同' : '、'}${short}`,
        'data-editorial': '',
      });
    });
    if (total > named.length) links.push(linkToSearch(root, words, total));
    const behind = end + (CLOSING.exec(text.slice(end))?.[0].length ?? 0);
    return { passage, start, end, behind, links };
  });
  for (const [index, passage] of passages.entries()) {
    const here = marks.filter((mark) => mark.passage === index);
    if (here.length > 0) markPassage(passage, here);
  }
  return [...body.querySelectorAll<HTMLElement>('.parallel[data-begin]')];
}

function isTitle(name = ''): boolean {
  return name.length > MAX_LABEL;
}

function linkToSearch(root: URL, words: string, total: number): HTMLAnchorElement {
  const url = new URL('search.html', root);
  url.searchParams.set('q', [...words].slice(0, MAX_QUERY).join(''));
  return createElement('a', {
    class: 'parallel-link',
    href: url.href,
    'aria-label': `同文：检索全部 ${total} 篇`,
    'data-label': `等 ${total} 篇`,
    'data-editorial': '',
  });
}

/** A run, and the links to stand behind it. */
interface Mark {
  passage: number;
  start: number;
  end: number;
  /** Where the links stand. */
  behind: number;
  links: readonly HTMLAnchorElement[];
}

function markPassage({ nodes }: Passage<Node>, marks: readonly Mark[]): void {
  for (const { node, start: offset } of nodes) {
    const text = node.nodeValue ?? '';
    const within = (at: number) => Math.min(Math.max(at - offset, 0), text.length);
    const cuts = new Set(
      [0, text.length].concat(
        marks.flatMap(({ start, end, behind }) => [within(start), within(end), within(behind)]),
      ),
    );
    const sorted = [...cuts].sort((one, other) => one - other);
    const parts: Node[] = [];
    for (const [index, from] of sorted.entries()) {
      const to = sorted[index + 1];
      if (to === undefined) break;
      const part = document.createTextNode(text.slice(from, to));
      const holding = marks.filter(
        ({ start, end }) => start <= from + offset && to + offset <= end,
      );
      const begins = holding.some(({ start }) => start === from + offset);
      parts.push(
        holding.length > 0
          ? createElement(
              'span',
              { class: 'parallel', 'data-begin': begins ? '' : undefined },
              part,
            )
          : part,
      );
      for (const { behind, links } of marks) if (behind === to + offset) parts.push(...links);
    }
    if (parts.length > 1 || parts[0] instanceof Element) {
      (node as ChildNode).replaceWith(...parts);
    }
  }
}

/** Says how many runs there are and, while none is in sight, offers to go to the nearest. */
function announce(note: HTMLElement, beginnings: readonly HTMLElement[]): void {
  const shown = beginnings.filter((each) => each.getClientRects().length > 0);
  const middle = innerHeight / 2;
  const distance = (each: Element) => each.getBoundingClientRect().top - middle;
  const isInSight = () => shown.some((each) => Math.abs(distance(each)) < middle);
  const [nearest] = (shown.length > 0 ? [...shown] : [...beginnings]).sort(
    (one, other) => Math.abs(distance(one)) - Math.abs(distance(other)),
  );
  note.replaceChildren(`本篇 ${beginnings.length} 处`);
  if (!nearest || isInSight()) return;
  const button = createElement(
    'button',
    { type: 'button' },
    `最近的在${distance(nearest) > 0 ? '下' : '上'}面`,
  );
  button.onclick = () => {
    const skim = document.querySelector<HTMLInputElement>('#skim');
    // 只看提要 may have folded it away.
    if (skim && nearest.getClientRects().length === 0) skim.checked = false;
    nearest.scrollIntoView({ block: 'center' });
  };
  note.append(button);
  const dismiss = () => {
    if (!isInSight()) return;
    button.remove();
    removeEventListener('scroll', dismiss);
  };
  addEventListener('scroll', dismiss, { passive: true });
}
