import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import sirv from 'sirv';

// Not `astro preview`, which refuses to start while an `npm start` of the same project is running.
const files = sirv('dist', { dev: true });

createServer((request, response) => {
  files(request, response, async () => {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(await readFile('dist/404.html'));
  });
}).listen(4329);
