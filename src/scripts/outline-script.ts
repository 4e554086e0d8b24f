import { bundleScript } from './bundle-script.ts';
import { hashScript, type Script } from './hash-script.ts';

const latest = new Map<OutlineKind, Promise<Script>>();

/** What each outline is made of: its module, and the element in it. */
const ELEMENTS = { paper: 'PaperOutline', folding: 'FoldingOutline' } as const;

/**
 * The script of the outline beside a paper, or of one that folds. A file, since every page would have
 * it; a classic one, since browsers load no module from disk.
 */
export function getOutlineScript(kind: OutlineKind): Promise<Script> {
  const known = latest.get(kind);
  if (known && import.meta.env.PROD) return known;
  const made = makeScript(kind);
  latest.set(kind, made);
  return made;
}

async function makeScript(kind: OutlineKind): Promise<Script> {
  const script = await bundleScript(`src/client/${kind}-outline.ts`, 'outline');
  return hashScript(
    `${kind}-outline`,
    `${script}customElements.define('paper-outline',outline.${ELEMENTS[kind]});\n`,
  );
}

type OutlineKind = 'paper' | 'folding';
