import { stringify } from 'yaml';
import type { KnownFacts } from './draft.ts';

/** Writes front matter as `src/content.config.ts` reads it, quoting only what YAML would misread. */
export function makeFrontMatter(facts: PaperFacts): string {
  const { title, order, label, topic, summary, source, date } = facts;
  const known = Object.entries({ title, order, label, topic, summary, source, date }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0, singleQuote: true })}---\n`;
}

export interface PaperFacts extends KnownFacts {
  title: string;
  order: number | undefined;
}
