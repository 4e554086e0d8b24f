import { parentPort, workerData } from 'node:worker_threads';
import { finishListed, type PageList } from './finish-listed.ts';

await finishListed(workerData as PageList, (outcome) => parentPort?.postMessage(outcome));
