import type { MadePaper } from '../make-papers.ts';
import { withoutSpace } from '../plain-text.ts';

/** Lays a document's text and its paper's side by side, in rows that hold the same characters. */
export function compareTexts(paper: MadePaper): [before: string[], after: string[]][] {
  return alignTexts(paper.lines, paperLines(paper));
}

/** The paper's blocks, its title where the document has it. */
function paperLines({ titlePlace, lines, facts, rendered }: MadePaper): string[] {
  const blocks = [...rendered.paragraphs];
  if (titlePlace === undefined) return blocks;
  const before = withoutSpace(lines.slice(0, titlePlace).join('')).length;
  let place = 0;
  for (let length = 0; length < before && place < blocks.length; place += 1) {
    length += withoutSpace(blocks[place] ?? '').length;
  }
  return [...blocks.slice(0, place), facts.title, ...blocks.slice(place)];
}

/** Rows of both texts, cut wherever both have a boundary at the same character. */
function alignTexts(one: readonly string[], other: readonly string[]): [string[], string[]][] {
  const rows: [string[], string[]][] = [];
  let row: [string[], string[]] = [[], []];
  let [left, right, lengthLeft, lengthRight] = [0, 0, 0, 0];
  while (left < one.length || right < other.length) {
    if (right >= other.length || (left < one.length && lengthLeft <= lengthRight)) {
      lengthLeft += withoutSpace(one[left] ?? '').length;
      row[0].push(one[left] ?? '');
      left += 1;
    } else {
      lengthRight += withoutSpace(other[right] ?? '').length;
      row[1].push(other[right] ?? '');
      right += 1;
    }
    if (lengthLeft === lengthRight) {
      rows.push(row);
      row = [[], []];
    }
  }
  return row[0].length + row[1].length > 0 ? [...rows, row] : rows;
}
