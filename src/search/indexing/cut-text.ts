import { parentOf } from '../entry-trail.ts';
import type { SearchBody, TextPiece } from '../search-document.ts';

/**
 * Cuts a paper's text into pieces that are loaded by themselves, between passages. Each brings the lines
 * of the outline its hits may stand under.
 *
 * @param size Characters to a piece, about.
 * @returns The pieces, one at least, each with the number of its first passage.
 */
export function cutText({ passages, entries }: SearchBody, size: number): CutPiece[] {
  const pieces: CutPiece[] = [];
  let section = '';
  let characters = 0;
  for (const [index, passage] of passages.entries()) {
    let piece = pieces[pieces.length - 1];
    if (!piece || characters >= size) {
      piece = { firstPassage: index, section, passages: [], entries: {} };
      pieces.push(piece);
      characters = 0;
      addEntry(section, entries, piece.entries);
    }
    piece.passages.push(passage);
    characters += passage.text.length;
    for (const id of [passage.id, ...passage.places.map(([, place]) => place)]) {
      addEntry(id, entries, piece.entries);
      const isPoint = id !== passage.id && !entries[id]?.isArticle;
      if (id in entries && !isPoint) section = id;
    }
  }
  return pieces.length > 0 ? pieces : [{ firstPassage: 0, section, passages: [], entries: {} }];
}

/** A piece, and where it begins. */
export interface CutPiece extends TextPiece {
  firstPassage: number;
  passages: SearchBody['passages'][number][];
  entries: Record<string, SearchBody['entries'][string]>;
}

/** Adds a line of the outline and all it stands under. */
function addEntry(
  id: string,
  entries: SearchBody['entries'],
  chosen: Record<string, SearchBody['entries'][string]>,
): void {
  for (let at = id; at; at = parentOf(at, entries)) {
    const entry = entries[at];
    if (entry) chosen[at] = entry;
  }
}
