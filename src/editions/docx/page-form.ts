/**
 * The page of GB/T 9704—2012, 5.1 and 5.2, in twips (twentieths of a point): A4, a text block of
 * 156 × 225 mm, 37 mm from the head and 28 mm from the spine, with 22 lines of 28 characters of 三号.
 */
export const pageForm = {
  width: 11_906,
  height: 16_838,
  top: 2098,
  right: 1474,
  bottom: 1984,
  left: 1588,
  /** 7.5: the page number's line lies 7 mm below the text block. */
  footer: 1307,
  textWidth: 8844,
  lines: 22,
  characters: 28,
  /** 225 mm ÷ 22, rounded down: a twip more and the last line would not fit. */
  linePitch: 579,
  /**
   * What 156 mm ÷ 28 is narrower than 三号 (16 pt), in twips, rounded away from it. Not by a grid of
   * characters: LibreOffice gives one that is wider than its space in such a grid two of them.
   */
  tracking: -5,
  /** A character of 三号 as it stands in a line. */
  character: 315,
} as const;
