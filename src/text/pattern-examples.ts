/** Characters at either end that two lines must share to be an example. */
const SHARED = 2;

/**
 * Makes examples of what can be asked from lines of a collection's own outlines, so that each finds
 * something there.
 *
 * @param lines Headings and points, without their numbers.
 * @param hasWorks Whether the collection names works in 《》.
 */
export function makeExamples(lines: readonly string[], hasWorks: boolean): PatternExample[] {
  const plain = [...new Set(lines.map((line) => line.replace(/[。！？；：]$/u, '')))].filter(
    (line) => line.length >= 4 && !/[*＊_＿|｜"\s-]/u.test(line),
  );
  const run = findAlike(plain, SHARED);
  const [one = '', other = '', last = ''] = listWords(plain);
  return [
    { query: run, says: '* 是一句之内的任何一段，至多三十字' },
    { query: findSeries(plain), says: '＿ 是任何一个字' },
    { query: one && other && `${one}|${other}`, says: '| 左右有一样就算' },
    { query: one && last && `${one} -${last}`, says: '- 去掉有这个词的文稿' },
    { query: one && other && `${one} ${other}`, says: '空格分开几个词，再选同篇、同段、同句' },
    { query: hasWorks ? '《*》' : '', says: '引用过的文件、制度、书刊' },
  ].filter(({ query }) => query !== '');
}

/** Something to ask, and what it shows. */
export interface PatternExample {
  query: string;
  says: string;
}

/** The beginning and the end that most lines share, with what differs left open. */
function findAlike(lines: readonly string[], shared: number): string {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.length < 2 * shared + 1) continue;
    const pattern = `${line.slice(0, shared)}*${line.slice(-shared)}`;
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}

/** Four characters of which most lines have others in one inner place: 更有＿度. */
function findSeries(lines: readonly string[]): string {
  const fillers = new Map<string, Set<string>>();
  for (const line of lines) {
    for (const [, four = ''] of line.matchAll(/(?=(\p{Script=Han}{4}))/gu)) {
      for (const at of [1, 2]) {
        const pattern = `${four.slice(0, at)}＿${four.slice(at + 1)}`;
        fillers.set(pattern, (fillers.get(pattern) ?? new Set()).add(four));
      }
    }
  }
  return [...fillers].sort((one, other) => other[1].size - one[1].size)[0]?.[0] ?? '';
}

/** The words of two characters that most lines have. */
function listWords(lines: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const { segment } of segmenter.segment(line)) {
      if (/^\p{Script=Han}{2}$/u.test(segment)) {
        counts.set(segment, (counts.get(segment) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([word]) => word);
}
