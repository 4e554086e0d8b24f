/** A stretch up to this length stands on a line of its own even on the narrowest phone. */
const MAX_WHOLE = 8;

/** A longer heading is read as prose is, and breaks as prose does. */
const MAX_HEADING = 40;

/** What is quoted stays together up to this length, its marks included. */
const MAX_QUOTED = 8;

/** Words of one character that belong to what follows; any other belongs to what stands before. */
const LEADING = /^[以在为对把将从向由使让当与和及或并不未再更最可应要须应所各每本该此其第反非]$/u;

/** Words of one character that lean on what stands before, even behind a quotation. */
const TRAILING = /^[的地得之了着过们等者性化式型上中下里内外间时前后吧吗呢]$/u;

const OPENING = /^[“‘「『《〈（【]/u;
const CLOSED = /[”’」』》〉）】]$/u;

/** Words and the quotation behind them, between which a browser would break, though they fit any line. */
const WITH_QUOTATION =
  /([^，、；：。！？…—“‘「『《〈（【]+[“‘「『《〈（【][^，、；：。！？…—]*[，、；：。！？…—]?)/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * Cuts a heading where a line may break. With `word-break: keep-all` the breaks are at punctuation, and
 * that is where a title reads best (clreq 3.1.3 leaves the choice to the designer); a stretch between
 * two marks that may not fit a narrow line breaks before an opening quote too, and between words, never
 * so that a single character stands alone or is torn from its word.
 *
 * @param text One line of Chinese text.
 * @returns The pieces in order; joined they are `text`.
 */
export function splitAtBreaks(text: string): string[] {
  if (length(text) > MAX_HEADING) return [text];
  const pieces: string[] = [];
  for (const stretch of text.split(
    /(?<=[，、；：。！？…—])(?![，、；：。！？…—”’」』》〉）】])/u,
  )) {
    const [first = '', ...others] =
      length(stretch.replace(/[，、；：。！？…—]+$/u, '')) > MAX_WHOLE
        ? splitAtWords(stretch)
        : [stretch];
    // Behind a mark of punctuation a line may break by itself.
    if (pieces.length > 0) pieces[pieces.length - 1] += first;
    else pieces.push(first);
    pieces.push(...others);
  }
  return pieces;
}

/**
 * Cuts a piece so that words and a short quotation behind them can be held together.
 *
 * @param piece As `splitAtBreaks` gives it.
 * @returns The parts in order; joined they are `piece`.
 */
export function splitAtQuotations(piece: string): { text: string; isWhole: boolean }[] {
  return piece.split(WITH_QUOTATION).map((text, at) => ({
    text,
    isWhole: at % 2 === 1 && text.length <= MAX_WHOLE + 1,
  }));
}

/** Cuts a stretch without punctuation into the pieces that belong together. */
function splitAtWords(stretch: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const quotations = stretch.split(/(?=[“‘「『《〈（【])|(?<=[”’」』》〉）】])/u);
  const words = quotations.flatMap((part) =>
    OPENING.test(part) && length(part) <= MAX_QUOTED
      ? [part]
      : [...(segmenter as Intl.Segmenter).segment(part)].map(({ segment }) => segment),
  );
  const pieces: string[] = [];
  let opening = '';
  for (const word of words) {
    const isSingle = length(word) === 1;
    // Behind a mark a word begins, and does not end.
    const isFirst =
      CLOSED.test(pieces.at(-1) ?? '”') && /\p{L}/u.test(word) && !TRAILING.test(word);
    if (isSingle && (OPENING.test(word) || LEADING.test(word) || isFirst)) {
      opening += word;
    } else if (isSingle && opening === '' && pieces.length > 0) {
      pieces[pieces.length - 1] += word;
    } else {
      pieces.push(opening + word);
      opening = '';
    }
  }
  if (length(opening) === 1 && pieces.length > 0) pieces[pieces.length - 1] += opening;
  else if (opening !== '') pieces.push(opening);
  return pieces;
}

function length(text: string): number {
  return [...text].length;
}
