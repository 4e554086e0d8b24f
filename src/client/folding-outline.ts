import { normalizeArticleNumber } from '../text/article-number.ts';
import { lastOf } from '../text/last-of.ts';
import { createElement } from './create-element.ts';
import { followReader } from './follow-reader.ts';
import { keepPlace } from './keep-place.ts';

/**
 * The outline of a long paper. Its levels fold: the one being read is open, and what the reader opened
 * stays so. Fields beside it take the reader to an article by its number, a line over the text says
 * where one is. Without script all levels are open.
 */
export class FoldingOutline extends HTMLElement {
  /** Levels around the current entry, the outermost first. */
  #path: readonly HTMLElement[] = [];
  /** What the reader has opened or closed, against what the place would have it. */
  readonly #chosen = new Map<HTMLElement, boolean>();
  readonly #box = this.querySelector('nav') as HTMLElement;
  #current: HTMLAnchorElement | undefined;

  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    for (const level of this.querySelectorAll<HTMLElement>('.level')) this.#addButton(level);
    this.classList.add('folds');
    followReader(links, (link) => this.#moveTo(link));
    this.addEventListener('toggle', () => this.#keepInSight());
    keepPlace();
    for (const link of links) link.addEventListener('click', () => this.hidePopover?.());
    const forms = document.querySelectorAll<HTMLFormElement>('form[data-jump]');
    for (const form of forms) this.#takeNumbers(form, listArticles(links));
    const measure = () => {
      const { top = 0 } = this.parentElement?.parentElement?.getBoundingClientRect() ?? {};
      this.parentElement?.style.setProperty('--above', `${Math.max(0, top)}px`);
    };
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    measure();
  }

  #addButton(level: HTMLElement): void {
    const name = level.querySelector('a')?.textContent ?? '';
    const button = createElement('button', { type: 'button', 'aria-label': `${name}的下级` });
    button.addEventListener('click', () => {
      this.#chosen.set(level, !level.classList.contains('open'));
      this.#fold();
    });
    level.querySelector('ol')?.before(button);
  }

  #moveTo(link: HTMLAnchorElement): void {
    const path: HTMLElement[] = [];
    for (let at = link.closest<HTMLElement>('.level'); at; ) {
      path.unshift(at);
      at = at.parentElement?.closest<HTMLElement>('.level') ?? null;
    }
    // What was closed against the place is forgotten once the reader has left it.
    for (const level of this.#path) {
      if (!path.includes(level) && this.#chosen.get(level) === false) this.#chosen.delete(level);
    }
    this.#path = path;
    this.#current = link;
    this.#fold();
    this.#keepInSight();
    this.#tellPlace();
  }

  #fold(): void {
    for (const level of this.querySelectorAll<HTMLElement>('.level')) {
      const isOpen = this.#chosen.get(level) ?? this.#path.includes(level);
      level.classList.toggle('open', isOpen);
      level.querySelector('button')?.setAttribute('aria-expanded', String(isOpen));
      level.classList.remove('here');
    }
    const closed = this.#path.find((level) => !level.classList.contains('open'));
    (closed ?? lastOf(this.#path))?.classList.add('here');
  }

  #keepInSight(): void {
    const shown = this.#current?.getClientRects().length
      ? this.#current
      : this.querySelector('.here > a');
    const box = this.#box.getBoundingClientRect();
    if (!shown || box.height === 0 || !this.#box.contains(shown)) return;
    const { top, bottom } = shown.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) this.#box.scrollTop += top - box.top - box.height / 3;
  }

  /** Says over the text where one is: the levels, and the article at the end of the line. */
  #tellPlace(): void {
    const head = document.querySelector<HTMLElement>('[data-running]');
    const levels = head?.querySelector('span');
    const article = head?.querySelector('b');
    if (!head || !levels || !article || !this.#current) return;
    const names = this.#path.flatMap((level) => level.querySelector('a') ?? []);
    if (!this.#current.dataset['article'] && !names.includes(this.#current))
      names.push(this.#current);
    // A phone has room for one.
    const chapter =
      lastOf(names.filter((name) => /^第.+章/u.test(name.textContent ?? ''))) ?? lastOf(names);
    levels.replaceChildren(
      ...names.map((name) =>
        createElement(
          'span',
          { class: name === chapter ? 'main' : undefined },
          name.textContent ?? '',
        ),
      ),
    );
    article.textContent = this.#current.dataset['article'] ? this.#current.textContent : '';
    head.hidden = !this.#box.contains(this.#current);
  }

  #takeNumbers(form: HTMLFormElement, articles: ReadonlyMap<string, HTMLAnchorElement>): void {
    const input = form.querySelector('input');
    const output = form.querySelector('output');
    if (!input || !output) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const wanted = input.value.trim();
      if (!wanted) return;
      const link = articles.get(normalizeArticleNumber(wanted));
      output.textContent = link ? '' : `没有这一条，${form.dataset['jump']}`;
      if (!link) {
        input.select();
        return;
      }
      input.value = '';
      // On a phone the keyboard would stay over the text.
      if (matchMedia('(hover: none)').matches) input.blur();
      link.click();
      // At once: a long way would be scrolled smoothly, and anything may stop that.
      document.getElementById(link.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
    });
    input.addEventListener('input', () => (output.textContent = ''));
  }
}

/** Articles by their numbers, in Arabic and in Chinese; of equal ones the first. */
function listArticles(links: readonly HTMLAnchorElement[]): Map<string, HTMLAnchorElement> {
  const articles = new Map<string, HTMLAnchorElement>();
  for (const link of links) {
    const number = link.dataset['article'];
    if (number === undefined) continue;
    const written = (link.querySelector('.ordinal') ?? link).textContent ?? '';
    for (const name of [number, normalizeArticleNumber(written)]) {
      if (!articles.has(name)) articles.set(name, link);
    }
  }
  return articles;
}
