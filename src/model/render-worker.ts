import { parentPort, workerData } from 'node:worker_threads';
import { renderAndKeep, type SourceToRender } from './paper-bodies.ts';

const { bodies } = workerData as { bodies: string };

parentPort?.on('message', async (source: SourceToRender) => {
  parentPort?.postMessage(await renderAndKeep(source, bodies));
});
