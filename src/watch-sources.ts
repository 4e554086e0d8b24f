import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Restarts `astro dev` when a Markdown plugin or a rule of Chinese structure changes.
 * Why: the config imports them once, and Vite does not watch what a config imports through
 * Node's own loader, so an edited plugin would go unseen until the next start.
 */
export function watchSources(): AstroIntegration {
  return {
    name: 'watch-sources',
    hooks: {
      'astro:config:setup': ({ command, addWatchFile }) => {
        if (command !== 'dev') return;
        for (const folder of ['./markdown/', './text/']) {
          const base = new URL(folder, import.meta.url);
          for (const file of readdirSync(base)) addWatchFile(fileURLToPath(new URL(file, base)));
        }
      },
    },
  };
}
