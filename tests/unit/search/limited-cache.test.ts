import { expect, test } from 'vitest';
import { LimitedCache } from '../../../src/search/browser/limited-cache.ts';

/** A cache of texts, with what it has loaded; each comes when it is let. */
function make(limit: number) {
  const loaded: string[] = [];
  const answers = new Map<string, (text: string) => void>();
  const givenUp: string[] = [];
  const cache = new LimitedCache<string>(
    (path, signal) => {
      loaded.push(path);
      return new Promise((resolve, reject) => {
        answers.set(path, resolve);
        signal.addEventListener('abort', () => {
          givenUp.push(path);
          reject(signal.reason);
        });
      });
    },
    (text) => text.length,
    limit,
  );
  const get = async (path: string, text = path) => {
    const content = cache.get(path);
    answers.get(path)?.(text);
    return content;
  };
  return { cache, get, loaded, answers, givenUp };
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));

test('loads once what fits, and forgets what was not asked for longest', async () => {
  const { get, loaded } = make(5);
  for (const path of ['aa', 'bb', 'aa', 'cc', 'aa', 'bb']) expect(await get(path)).toBe(path);
  expect(loaded).toEqual(['aa', 'bb', 'cc', 'bb']);
});

test('asks again for what has failed', async () => {
  let isBroken = true;
  const cache = new LimitedCache(
    async (path) => {
      if (isBroken) throw new Error('no network');
      return path;
    },
    () => 1,
    10,
  );
  await expect(cache.get('a')).rejects.toThrow('no network');
  isBroken = false;
  expect(await cache.get('a')).toBe('a');
});

test('gives up what nobody waits for any more', async () => {
  const { cache, givenUp, loaded } = make(10);
  const one = new AbortController();
  const waiting = cache.get('a', one.signal);
  one.abort();
  await expect(waiting).rejects.toThrow('aborted');
  await nextTask();
  expect(givenUp).toEqual(['a']);
  const other = cache.get('a', new AbortController().signal);
  expect(loaded).toEqual(['a', 'a']);
  other.catch(() => {});
});

test('goes on with what the next query asks for at once', async () => {
  const { cache, answers, givenUp, loaded } = make(10);
  const one = new AbortController();
  const waiting = cache.get('a', one.signal);
  one.abort();
  const other = cache.get('a', new AbortController().signal);
  await expect(waiting).rejects.toThrow('aborted');
  await nextTask();
  answers.get('a')?.('text');
  expect(await other).toBe('text');
  expect([loaded, givenUp]).toEqual([['a'], []]);
});
