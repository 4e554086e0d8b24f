/** A line this short may be a heading, which the papers do not mark up. */
const MAX_HEADING_LENGTH = 40;

/** The first sentence of a point inside a paragraph (`一是…。二要…。`), and anything bold. */
const LEADS = /[一二三四五六七八九十]+[是要、）)][^。！？；]*|\*\*[^*]+\*\*/g;

/**
 * Keeps of a Markdown file what may be set in the display face: its front matter, headings, short
 * lines and the leads of its points. It errs on the side of too much, which costs a few glyphs; a
 * glyph too few would show as a stranger in a title.
 *
 * @returns The text with everything else removed from its lines; the lines themselves stay, so
 * that line numbers remain true.
 */
export function fontDisplayText(markdown: string): string {
  const lines = markdown.split('\n');
  // `trim` takes off the carriage return and the byte order mark of files from Windows.
  const fences = lines.flatMap((line, index) => (line.trim() === '---' ? [index] : []));
  const frontMatterEnd = fences[0] === 0 ? (fences[1] ?? 0) : -1;
  return lines
    .map((line, index) => {
      const isWhole =
        index <= frontMatterEnd || line.length <= MAX_HEADING_LENGTH || line.startsWith('#');
      return isWhole ? line : (line.match(LEADS) ?? []).join('');
    })
    .join('\n');
}
