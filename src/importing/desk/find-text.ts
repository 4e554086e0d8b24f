/**
 * Finds where a text stands on the page, across elements and whatever white space lies between.
 *
 * @returns The first place; `undefined` if there is none.
 */
export function findText(root: Node, text: string): Range | undefined {
  const wanted = text.replaceAll(/\s+/gu, '');
  if (wanted === '') return undefined;
  const characters: { node: Node; offset: number }[] = [];
  let all = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [offset, character] of [...(node.nodeValue ?? '').split('').entries()]) {
      if (/\s/u.test(character)) continue;
      all += character;
      characters.push({ node, offset });
    }
  }
  const start = all.indexOf(wanted);
  const first = characters[start];
  const last = characters[start + wanted.length - 1];
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}
