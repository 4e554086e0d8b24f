import { bundleScript } from './bundle-script.ts';
import { hashScript, type Script } from './hash-script.ts';
import { onceABuild } from './once-a-build.ts';

const scripts = {
  paper: onceABuild(() => makeScript('paper', 'PaperOutline')),
  folding: onceABuild(() => makeScript('folding', 'FoldingOutline')),
};

/**
 * The script of the outline beside a paper, or of one that folds. A file, since every page would have
 * it; a classic one, since browsers load no module from disk.
 */
export function getOutlineScript(kind: keyof typeof scripts): Promise<Script> {
  return scripts[kind]();
}

/** @param element The custom element in the outline's module. */
async function makeScript(kind: string, element: string): Promise<Script> {
  const script = await bundleScript(`src/client/${kind}-outline.ts`, 'outline');
  return hashScript(
    `${kind}-outline`,
    `${script}customElements.define('paper-outline',outline.${element});\n`,
  );
}
