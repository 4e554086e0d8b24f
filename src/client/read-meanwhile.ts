import { createElement } from './create-element.ts';
import { tellProgress } from './tell-progress.ts';

/**
 * Shows in a box that something is being read, while the reader goes on, and how far that is; where it
 * fails, an offer to try again.
 *
 * @param box Can be focused.
 */
export function readMeanwhile(box: HTMLElement, { busy, again, read, signal }: LongReading): void {
  const note = createElement('small', {}, busy);
  box.setAttribute('aria-busy', 'true');
  box.replaceChildren(note);
  const onProgress = tellProgress((status) => {
    note.textContent = status;
  });
  read(onProgress)
    .catch(() => {
      if (!signal.aborted) offerToRead(box, again, { busy, again, read, signal });
    })
    .finally(() => box.removeAttribute('aria-busy'));
}

/** Puts a button into a box that begins to read. */
export function offerToRead(box: HTMLElement, name: string, reading: LongReading): void {
  const button = createElement('button', { type: 'button', 'data-more': '' }, name);
  button.addEventListener('click', () => {
    readMeanwhile(box, reading);
    box.focus();
  });
  box.replaceChildren(button);
}

/** What takes long, for many texts have to be loaded. */
export interface LongReading {
  /** Says what is being done. */
  busy: string;
  /** On the button that tries again. */
  again: string;
  /** Reads, and shows what has been read. */
  read: (onProgress: ReturnType<typeof tellProgress>) => Promise<void>;
  signal: AbortSignal;
}
