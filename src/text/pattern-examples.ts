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
  const words = [...new Set(plain.flatMap((line) => line.match(/\p{Script=Han}{4,}/gu) ?? []))];
  const [one = '', other = ''] = new Set(words.map((word) => word.slice(0, 2)));
  const last =
    words.map((word) => word.slice(-2)).find((word) => word !== one && word !== other) ?? '';
  const whole = words[0] ?? '';
  return [
    { query: run, says: '* 是一句之内的任何一段，至多三十字' },
    { query: whole && `${whole.slice(0, 1)}＿${whole.slice(2, 4)}`, says: '＿ 是任何一个字' },
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
