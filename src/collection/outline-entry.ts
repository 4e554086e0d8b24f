/** A line of a paper's skeleton: a heading, or a point run into a paragraph. */
export interface OutlineEntry {
  /** Anchor on the paper's page, from its place: `s2-1` is the first entry below the second. */
  id: string;
  kind: 'heading' | 'point';
  /** What numbers it, as written: `一、`, `（一）`, `一要`; empty when nothing does. */
  ordinal: string;
  /** Heading as written, or the point's lead without the mark that closes it; ordinal included. */
  text: string;
  children: OutlineEntry[];
}
