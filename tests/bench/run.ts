import { benchBuild } from './bench-build.ts';
import { benchImport } from './bench-import.ts';
import { benchLaws } from './bench-laws.ts';
import { benchParallels } from './bench-parallels.ts';
import { benchReading } from './bench-reading.ts';
import { benchSearch } from './bench-search.ts';
import { benchTerms } from './bench-terms.ts';

const BENCHES: Readonly<Record<string, (scales: number[]) => Promise<void>>> = {
  build: benchBuild,
  import: benchImport,
  laws: benchLaws,
  parallels: benchParallels,
  reading: benchReading,
  search: benchSearch,
  terms: benchTerms,
};

const [name, ...scales] = process.argv.slice(2);
const chosen = name === undefined ? Object.keys(BENCHES) : [name];
for (const each of chosen) {
  const bench = BENCHES[each];
  if (!bench) {
    process.stderr.write(
      `There is no bench ${each}; there are ${Object.keys(BENCHES).join(', ')}.\n`,
    );
    process.exit(1);
  }
  await bench(scales.map(Number));
}
