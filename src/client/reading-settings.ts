/**
 * The reader's choices of size, face and theme. A choice is an attribute of the root element,
 * where the style sheets see it, and is kept in `localStorage` under `reading`; the default is
 * the absence of both, so that the system's own preference stays in force.
 */
export class ReadingSettings extends HTMLElement {
  connectedCallback(): void {
    const chosen = document.documentElement.dataset;
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === (chosen[input.name] ?? '');
    }
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.value) chosen[target.name] = target.value;
      else delete chosen[target.name];
      try {
        const kept = [...this.querySelectorAll<HTMLInputElement>(':checked')];
        localStorage.setItem(
          'reading',
          JSON.stringify(
            Object.fromEntries(kept.flatMap(({ name, value }) => (value ? [[name, value]] : []))),
          ),
        );
      } catch {
        // A browser that refuses storage still shows the choice on this page.
      }
    });
  }
}
