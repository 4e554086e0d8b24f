import { renderLines } from '../../src/client/render-lines.ts';
import { tellProgress } from '../../src/client/tell-progress.ts';
import { unzip } from '../../src/client/unzip.ts';
import { arrangePapers } from '../../src/search/browser/answer-query.ts';
import { listLines } from '../../src/search/browser/concordance.ts';
import { findMatches, readMatches } from '../../src/search/browser/match-texts.ts';
import { openIndex } from '../../src/search/browser/open-index.ts';
import { SearchEngine } from '../../src/search/browser/search-engine.ts';
import type { SearchState } from '../../src/search/browser/search-state.ts';
import { countRuns } from '../../src/text/count-runs.ts';
import { parsePattern } from '../../src/text/parse-pattern.ts';

/*
 * What the search page does for patterns, scopes and continuations, but for drawing them; and the drawing
 * of lines by itself. Bundled for the browser by the bench.
 */
const opened = openIndex(async (path) => {
  const response = await fetch(`/${path}`);
  return unzip(new Uint8Array(await response.arrayBuffer()), '');
}, 'manifest.gz_json').then((texts) => ({ texts, engine: new SearchEngine(texts) }));

/** As on the page, which answers to its reader meanwhile. */
const waiting = () => ({ signal: undefined, onProgress: tellProgress() });

async function find(state: SearchState) {
  const { texts, engine } = await opened;
  const context = { texts, fold: engine.fold, ...waiting() };
  const found = await findMatches(parsePattern(state.query), state, context);
  return arrangePapers(found, texts.papers, state).shown;
}

Object.assign(globalThis, {
  async askView(state: SearchState) {
    const shown = await find(state);
    if (state.view === 'neighbours') {
      const groups = (await readMatches(shown, waiting())).flatMap((paper) => paper.groups);
      const before = groups.map(({ passage, start }) => passage.text.slice(0, start));
      const after = groups.map(({ passage, end }) => passage.text.slice(end));
      countRuns(before, 'before');
      countRuns(after, 'after');
    }
    for (const { groups } of await readMatches(shown.slice(0, 10), waiting())) {
      for (const group of groups.slice(0, 3)) listLines(group, group.matches, 0).next();
    }
  },
  async drawLines(query: string) {
    const { texts, engine } = await opened;
    const state: SearchState = { query, view: 'kwic' };
    const lines = await renderLines(await readMatches(await find(state), waiting()), {
      state,
      texts,
      engine,
      signal: new AbortController().signal,
      isLarge: true,
      addressOf: (id, passage) => `${id}.html#${passage}`,
      home: '',
      tell: () => {},
      choose: () => {},
      undrawn: new Map(),
    });
    document.body.replaceChildren(...lines);
  },
});
