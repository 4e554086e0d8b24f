import { serveFolder } from '../../src/hosting/serve-folder.ts';

// The same files twice: at the root, and under a path such as an office has.
await serveFolder('dist', 4329);
await serveFolder('dist', 4330, '/深 层/site/');
