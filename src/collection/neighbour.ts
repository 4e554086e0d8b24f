import type { Paper } from './paper.ts';

/**
 * What a paper's page may tell of the papers beside it. Not all of them: a page is laid out anew when
 * what it is made of has changed, and an edited paper should not take its neighbours along.
 */
export type Neighbour = Pick<
  Paper,
  'id' | 'position' | 'title' | 'topic' | 'date' | 'label' | 'name' | 'distinction'
>;

/** Tells of a paper what its neighbours' pages may tell. */
export function describeNeighbour(paper: Paper): Neighbour {
  const { id, position, title, topic, date, label, name, distinction } = paper;
  return { id, position, title, topic, date, label, name, distinction };
}
