import { copyText } from './copy-text.ts';

/** So long a word stands that something was copied. */
const SAID_MS = 4000;

/** Room the button, its word and the link need, px. */
const ROOM = { width: 230, height: 60 };

/**
 * What serves what is selected on a page, a `CopyingBar`: a button that copies, a word that it is done, a
 * link to a search, and a box with the text to be copied by hand where the browser refuses the
 * clipboard. Beside what is copied on a wide screen, among the tools on a phone; where is told in `--x`
 * and `--y`, and used by the style sheet.
 */
export class CopyingBar {
  readonly #bar: HTMLElement;
  readonly button: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly #word: HTMLElement;
  #said: ReturnType<typeof setTimeout> | undefined;

  /** @throws When the page has none. */
  constructor() {
    this.#bar = document.querySelector('[data-copying]') as HTMLElement;
    this.button = this.#bar.querySelector('button') as HTMLElement;
    this.link = this.#bar.querySelector('a') as HTMLAnchorElement;
    this.#word = this.#bar.querySelector('output') as HTMLElement;
  }

  /** Goes below something, or above it where below is no room; never out of the window. */
  moveTo(rectangle: DOMRect): void {
    const isBelow = rectangle.bottom + ROOM.height < innerHeight;
    const wanted = isBelow ? rectangle.bottom + 6 : rectangle.top - ROOM.height + 10;
    const y = Math.max(0, Math.min(wanted, innerHeight - ROOM.height));
    const x = Math.max(0, Math.min(rectangle.right, innerWidth - ROOM.width));
    this.#bar.style.setProperty('--x', `${x}px`);
    this.#bar.style.setProperty('--y', `${y}px`);
  }

  /** Offers to look for something; for nothing to look for, nothing. */
  offerSearch(query: string): void {
    this.link.search = `?${new URLSearchParams({ q: query })}`;
    this.link.hidden = query === '';
  }

  hide(): void {
    this.button.hidden = true;
    this.link.hidden = true;
  }

  /** Copies a text and says so. */
  async copy(text: string, word: string): Promise<void> {
    if (await copyText(text)) {
      this.hide();
      this.say(word);
    } else this.#showForCopying(text);
  }

  say(word: string): void {
    clearTimeout(this.#said);
    this.#word.textContent = word;
    if (word) this.#said = setTimeout(() => this.say(''), SAID_MS);
  }

  #showForCopying(text: string): void {
    const dialog = document.querySelector<HTMLDialogElement>('[data-by-hand]');
    const area = dialog?.querySelector('textarea');
    if (!dialog || !area) return;
    area.value = text;
    dialog.showModal();
    area.select();
  }
}
