/** Forms whose width, style or age alone differs from the ordinary one (Unicode blocks). */
const COMPATIBILITY_FORM =
  /[\u2E80-\u2FDF\u3000\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFFEF]/u;

/**
 * A character and the marks combined with it are one, however they are encoded; half-width kana have
 * voicing marks (U+FF9E, U+FF9F) that Unicode counts as letters.
 */
const CLUSTER = /.[\p{M}\uFF9E\uFF9F]*/suy;

/** What leaves no ink: white space, control and format characters, variation selectors. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** Marks that stand for each other, the one they become first. */
const MARKS = [
  '"“”„‟＂\'‘’‚‛「」『』〝〞〟',
  '-‐‑‒–—―−─━',
  '.。',
  ':∶',
  '~〜∼',
  '…⋯',
  '·•・‧∙⋅',
  '<《〈‹',
  '>》〉›',
  '[【〔〖',
  ']】〕〗',
];

const MARK_FORMS = new Map(
  MARKS.flatMap((marks) => {
    const [first = '', ...others] = marks;
    return others.map((mark) => [mark, first] as const);
  }),
);

/**
 * Brings a text into the one form in which search compares: width, case, kinds of quotes and of
 * dashes, Chinese and ASCII punctuation, and Traditional characters no longer differ, and white space
 * is gone. 、 and ， stay apart, for in Chinese they say different things (GB/T 15834 4.4, 4.5).
 * Index, query and highlighting all fold with this, so a match is a match everywhere.
 *
 * @param variants Characters and what each becomes, from `listVariants`.
 * @returns The folded text, and for each UTF-16 unit of it where in the original it comes from.
 */
export function foldText(text: string, variants: ReadonlyMap<string, string>): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  while (index < text.length) {
    // Nine characters of ten: whole collections are folded when the index is built, and a page of a
    // text whenever it is searched for hits.
    const isPlain = isIdeograph(text.charCodeAt(index)) && isStart(text.charCodeAt(index + 1));
    CLUSTER.lastIndex = index;
    const cluster = isPlain ? (text[index] ?? '') : (CLUSTER.exec(text)?.[0] ?? '');
    const form = isPlain ? (variants.get(cluster) ?? cluster) : foldCluster(cluster, variants);
    folded += form;
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    index += cluster.length;
  }
  return { text: folded, starts, ends };
}

/** A folded text with the way back to its original. */
export interface Folded {
  text: string;
  /** For each unit of `text`: where its character starts in the original. */
  starts: readonly number[];
  /** For each unit of `text`: where its character ends in the original. */
  ends: readonly number[];
}

function isIdeograph(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Whether what follows a character surely is no mark combined with it; true at the end of a text. */
function isStart(unit: number): boolean {
  const isPunctuation = unit === 0x3001 || unit === 0x3002 || (unit >= 0xff01 && unit <= 0xff1f);
  return Number.isNaN(unit) || isIdeograph(unit) || unit < 0x300 || isPunctuation;
}

function foldCluster(cluster: string, variants: ReadonlyMap<string, string>): string {
  const composed = cluster.normalize('NFC');
  const plain = COMPATIBILITY_FORM.test(composed) ? composed.normalize('NFKC') : composed;
  let form = '';
  for (const character of plain.replace(INVISIBLE, '').toLowerCase()) {
    form += variants.get(character) ?? MARK_FORMS.get(character) ?? character;
  }
  return form;
}
