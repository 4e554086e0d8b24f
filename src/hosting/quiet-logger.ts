import writeToConsole, { type NodeHandlerConfig } from 'astro/logger/node';
import { PAUSE_MS } from '../show-progress.ts';

/** What Astro begins the line of a file with. */
const FILE = '├─';

/**
 * Astro's own log, but for its line for each file it writes, of which a large collection has thousands:
 * in their place stands now and then how many there are by now.
 */
export default function quietLogger(config: NodeHandlerConfig): Logger {
  const { write } = writeToConsole(config);
  let written = 0;
  let reused = 0;
  let told = Date.now();
  const tell = (message: Message) => {
    const text = `${written} files written${reused > 0 ? `, ${reused} as they were` : ''}`;
    write({ ...message, label: 'build', message: text, newLine: true });
    told = Date.now();
  };
  return {
    write: (message) => {
      if (message.message.includes(FILE)) {
        if (written + reused === 0) told = Date.now();
        written += 1;
        if (Date.now() - told > PAUSE_MS) tell(message);
        return;
      }
      // What follows on the line of a file: the time it took, or that it is taken over.
      if (message.label === 'SKIP_FORMAT' && !message.message.includes('\n')) {
        if (/\((?:restored|cached)\)/.test(message.message)) {
          written -= 1;
          reused += 1;
        }
        return;
      }
      if (written + reused > 0) {
        tell(message);
        written = 0;
        reused = 0;
      }
      write(message);
    },
  };
}

type Logger = ReturnType<typeof writeToConsole>;
type Message = Parameters<Logger['write']>[0];
