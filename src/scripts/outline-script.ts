import { bundleScript } from './bundle-script.ts';
import { hashScript, type Script } from './hash-script.ts';

let latest: Promise<Script> | undefined;

/** The script of the outlines that fold, for the papers that have one. */
export function getOutlineScript(): Promise<Script> {
  if (!latest || !import.meta.env.PROD) latest = makeScript();
  return latest;
}

async function makeScript(): Promise<Script> {
  const script = await bundleScript('src/client/folding-outline.ts', 'outline');
  return hashScript(
    'outline',
    `${script}customElements.define('paper-outline',outline.FoldingOutline);\n`,
  );
}
