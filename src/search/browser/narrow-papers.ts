import type { SearchPaper } from '../search-document.ts';
import type { FoundPaper } from './search-engine.ts';
import type { SearchState } from './search-state.ts';

/**
 * Leaves of the papers found those of the paper, topic and year that are asked for, and counts what each
 * topic and year would leave. What would leave none is not heeded.
 */
export function narrowPapers(
  found: readonly FoundPaper[],
  papers: readonly SearchPaper[],
  { paper, topic, year }: SearchState,
): Narrowing {
  const topicOf = (each: FoundPaper) => papers[each.paper]?.topic ?? '';
  const yearOf = (each: FoundPaper) => (papers[each.paper]?.date ?? '').slice(0, 4);
  const isPaper = (each: FoundPaper) => each.paper + 1 === paper;
  const ofPaper = found.some(isPaper) ? found.filter(isPaper) : found;
  const isTopicFound = topic !== undefined && ofPaper.some((each) => topicOf(each) === topic);
  const ofTopic = isTopicFound ? ofPaper.filter((each) => topicOf(each) === topic) : ofPaper;
  const isYearFound = year !== undefined && ofTopic.some((each) => yearOf(each) === year);
  const ofYear = isYearFound ? ofPaper.filter((each) => yearOf(each) === year) : ofPaper;
  return {
    papers: ofTopic.filter((each) => !isYearFound || yearOf(each) === year),
    paper: found.some(isPaper) ? paper : undefined,
    topic: isTopicFound ? topic : undefined,
    year: isYearFound ? year : undefined,
    topics: countValues(ofYear.map(topicOf), (one, other) => other.papers - one.papers),
    years: countValues(ofTopic.map(yearOf), (one, other) => (one.value < other.value ? 1 : -1)),
  };
}

/** Papers found, and how they can be divided. */
export interface Narrowing {
  papers: FoundPaper[];
  /** The paper that is heeded, by its place in the collection from 1. */
  paper: number | undefined;
  /** The topic that is heeded. */
  topic: string | undefined;
  /** The year that is heeded. */
  year: string | undefined;
  /** The topics to narrow to, most papers first; those without one last. */
  topics: NarrowingChoice[];
  /** The years to narrow to, latest first; those without one last. */
  years: NarrowingChoice[];
}

/** A topic or a year, with how many papers it would leave. */
export interface NarrowingChoice {
  /** Empty for papers without one. */
  value: string;
  papers: number;
}

function countValues(
  values: readonly string[],
  compare: (one: NarrowingChoice, other: NarrowingChoice) => number,
): NarrowingChoice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, papers]) => ({ value, papers }))
    .sort((one, other) => Number(!one.value) - Number(!other.value) || compare(one, other));
}
