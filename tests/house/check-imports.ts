import { drawImports } from './draw-imports.ts';
import { importRule } from './import-rule.ts';
import { judgeImports } from './judge-imports.ts';
import { readImports } from './read-imports.ts';

const graph = readImports('src');
console.log(drawImports(graph, Object.keys(importRule.allowed)));
const wrong = judgeImports(graph, importRule);
if (wrong.length > 0) {
  console.error(['', 'The import rule is broken (src/README.md):', ...wrong].join('\n'));
  process.exit(1);
}
