/** A line of a paper's skeleton: a heading, a point run into a paragraph, or a 条. */
export interface OutlineEntry {
  /**
   * Anchor on the paper's page. From its place, `s2-1` being the first entry below the second; of an
   * article from its number, `a12` or `a12-1`, so that it stays when text before it changes.
   */
  id: string;
  kind: 'heading' | 'point' | 'article';
  /** What numbers it, as written: `一、`, `（一）`, `一要`, `第十二条`; empty when nothing does. */
  ordinal: string;
  /**
   * Heading as written, or the point's lead without the mark that closes it; ordinal included. Of an
   * article its number and its caption, if it has one.
   */
  text: string;
  /** Of an article alone: its number, `12`, or `12-1` for 第十二条之一. */
  article?: string;
  children: OutlineEntry[];
}
