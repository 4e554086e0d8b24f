import { findFormulations } from '../../src/text/formulations.ts';
import { readLabelledQuotations, readSource } from '../source/read-source.ts';

/**
 * Prints how well formulations are told from other quotations, by the labels given by hand; the
 * baseline is to take every quotation for one.
 */
export async function benchTerms(): Promise<void> {
  const labelled = readLabelledQuotations();
  const found = new Set(findFormulations(readSource().flat()).keys());
  const every = measure(labelled, new Set(labelled.map(({ text }) => text)));
  const ours = measure(labelled, found);
  process.stdout.write(
    `${labelled.length} quotations, ${labelled.filter(({ isFormulation }) => isFormulation).length} of them formulations\n` +
      '                 every quotation      ours   ratio\n',
  );
  for (const [name, key] of [
    ['precision %', 'precision'],
    ['recall %', 'recall'],
  ] as const) {
    const cells = [every[key].toFixed(1).padStart(18), ours[key].toFixed(1).padStart(10)];
    process.stdout.write(
      `${name.padEnd(14)}${cells.join('')}${(ours[key] / every[key]).toFixed(2).padStart(8)}\n`,
    );
  }
  const wrong = labelled.filter(({ text, isFormulation }) => isFormulation !== found.has(text));
  const list = (isFormulation: boolean) =>
    wrong
      .filter((each) => each.isFormulation === isFormulation)
      .map(({ text }) => text)
      .join(' ');
  process.stdout.write(`taken for one: ${list(false)}\nmissed: ${list(true)}\n`);
}

function measure(
  labelled: ReturnType<typeof readLabelledQuotations>,
  found: ReadonlySet<string>,
): { precision: number; recall: number } {
  const right = labelled.filter(
    ({ text, isFormulation }) => isFormulation && found.has(text),
  ).length;
  const all = labelled.filter(({ isFormulation }) => isFormulation).length;
  return { precision: (100 * right) / found.size, recall: (100 * right) / all };
}
