/**
 * Tells what a reader does with the search box. What an input method is still composing is not yet
 * typed. A single character may be followed by the next; several at once, pasted or committed by an
 * input method, are a word.
 */
export function watchSearchBox(box: HTMLInputElement, { type, finish }: BoxListener): void {
  let before = box.value;
  const tell = () => {
    const added = [...box.value].length - [...before].length;
    before = box.value;
    type(Math.abs(added) === 1 ? 'key' : 'word');
  };
  box.addEventListener('focus', () => {
    before = box.value;
  });
  box.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) tell();
  });
  box.addEventListener('compositionend', tell);
  box.addEventListener('change', finish);
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    finish();
  });
}

interface BoxListener {
  /** The text of the box has changed. */
  type: (by: 'key' | 'word') => void;
  /** The reader has done with it: Enter, or the cursor has left the box. */
  finish: () => void;
}
