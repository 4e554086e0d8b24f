import { isLarge } from './is-large.ts';
import type { Paper } from './paper.ts';
import { listPapers } from './paper-lists.ts';

/**
 * Makes what tells of a paper which lists it stands in: those of its topic and of its year. In thousands
 * of papers the next one by date has nothing to do with it; where an editor has put papers in order, or
 * where they are few, the next one has, and there are no ways.
 *
 * @param papers All papers.
 */
export function listWays(papers: readonly Paper[]): (paper: Paper) => PaperWay[] {
  if (!isLarge(papers)) return () => [];
  const { topics, years } = listPapers(papers);
  const describe = (kind: string, list: typeof topics, name: string | undefined): PaperWay[] => {
    const group = list.groups.find((each) => each.name === name);
    return group
      ? [{ kind, name: group.name, count: group.papers.length, address: group.address }]
      : [];
  };
  return ({ order, topic, date }) =>
    order
      ? []
      : [
          ...describe('同主题', topics, topic),
          ...describe('同年', years, date?.slice(0, 4)).map((way) => ({
            ...way,
            name: `${way.name} 年`,
          })),
        ];
}

/** A list that a paper stands in. */
export interface PaperWay {
  /** 同主题 or 同年. */
  kind: string;
  name: string;
  /** How many papers are in it. */
  count: number;
  address: string;
}
