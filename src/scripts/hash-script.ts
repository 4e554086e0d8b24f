import { createHash } from 'node:crypto';

/** Names a script by what is in it, so that it can be kept for ever. */
export function hashScript(name: string, text: string): Script {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { fileName: `${name}-${hash}.js`, text };
}

/** A script file of the site. */
export interface Script {
  fileName: string;
  text: string;
}
