import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { type KeptPaper, renderAndKeep, type SourceToRender } from './paper-bodies.ts';

/** Below this many papers starting workers takes longer than they save. */
const WORTH_WORKERS = 60;

/**
 * Renders sources and keeps their bodies, on all processors when there are many.
 *
 * @param root The project's root.
 * @param bodies Folder the bodies go into.
 * @param onDone Called as each is done, when there are many.
 * @returns For each source what was made of it.
 */
export async function renderPapers(
  sources: readonly SourceToRender[],
  { root, bodies, onDone }: RenderOptions,
): Promise<KeptPaper[]> {
  if (sources.length < WORTH_WORKERS) {
    const made: KeptPaper[] = [];
    for (const source of sources) made.push(await renderAndKeep(source, bodies));
    return made;
  }
  const pool = new Tinypool({
    // Bundled with the configuration, this module does not know where it lies.
    filename: fileURLToPath(new URL('src/model/render-worker.ts', root)),
  });
  try {
    return await Promise.all(
      sources.map(async (source) => {
        const kept = (await pool.run({ source, bodies })) as KeptPaper;
        onDone();
        return kept;
      }),
    );
  } finally {
    await pool.destroy();
  }
}

/** Where papers are rendered, and into what. */
interface RenderOptions {
  root: URL;
  bodies: string;
  onDone: () => void;
}
