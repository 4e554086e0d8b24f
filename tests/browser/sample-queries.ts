import { findInPapers, papers } from './paper-texts.ts';

const POSITIONS = 1000;
const LONGEST = 8;

const TRADITIONAL = Object.fromEntries(
  (
    '学學习習务務业業发發会會开開党黨个個们們为為众眾办辦实實对對导導动動总總结結统統经經线線组組织織绩績级級' +
    '应應当當报報场場坚堅处處备備将將层層带帶广廣态態护護担擔时時机機权權来來标標样樣检檢满滿环環现現确確种種' +
    '稳穩职職联聯节節规規视視认認识識议議讲講设設谋謀调調责責质質资資践踐进進过過达達这這问問间間难難风風体體'
  )
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
);

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '。': '.',
  '《': '<',
  '》': '>',
};

const replaceBy = (forms: Readonly<Record<string, string>>) => (text: string) =>
  [...text].map((character) => forms[character] ?? character).join('');

/** Other ways to write a stretch of the text, each with what it must not change. */
const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  'Traditional characters': replaceBy(TRADITIONAL),
  'full-width letters and digits': (text) =>
    text.replace(/[\dA-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'lower case': (text) => text.toLowerCase(),
  'half-width punctuation': replaceBy(HALF_WIDTH),
  'straight quotes': (text) => text.replace(/[“”]/g, '"'),
  'corner brackets for quotes': replaceBy({ '“': '「', '”': '」' }),
  'spaces at both ends': (text) => ` \u3000${text}\u3000 `,
  'spaces between, inside quotes': (text) => {
    const quoted = `"${text}"`;
    // Where the text itself has the quotes, they are meant.
    return findInPapers(quoted).marks.length > 0 ? text : `"${[...text].join(' ')}"`;
  },
};

/** The minimal standard of Park and Miller: the same draws everywhere. */
export function createDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A place in the papers, each with the same chance. */
function drawPlace(draw: (below: number) => number): { paper: string; behind: string } {
  let at = draw(papers.flatMap(({ paragraphs }) => paragraphs).join('').length);
  for (const { id, paragraphs } of papers) {
    for (const paragraph of paragraphs) {
      if (at < paragraph.length) return { paper: id, behind: paragraph.slice(at) };
      at -= paragraph.length;
    }
  }
  throw new Error('Drawn beyond the papers.');
}

/** Stretches of the text that pass, each different; of white space a query is not made. */
function drawStretches(
  seed: number,
  count: number,
  [shortest, longest]: readonly [number, number],
  passes: (text: string) => boolean = () => true,
): string[] {
  const draw = createDraw(seed);
  const stretches = new Set<string>();
  while (stretches.size < count) {
    const length = shortest + draw(longest - shortest + 1);
    const text = drawPlace(draw).behind.slice(0, length);
    if (text.length === length && !/\s/.test(text) && passes(text)) stretches.add(text);
  }
  return [...stretches];
}

const draw = createDraw(20_230_224);
const places = Array.from({ length: POSITIONS }, () => drawPlace(draw));

function drawEveryStretch(id: string): string[] {
  const stretches = places
    .filter(({ paper }) => paper === id)
    .flatMap(({ behind }) =>
      Array.from({ length: Math.min(LONGEST, behind.length) }, (_, at) => behind.slice(0, at + 1)),
    );
  return [...new Set(stretches)].filter((text) => !/\s/.test(text));
}

/** What is put together from two places and stands nowhere. */
function drawAbsent(count: number): string[] {
  const next = createDraw(9);
  const queries = new Set<string>();
  while (queries.size < count) {
    const length = 1 + next(5);
    const [one, other] = [drawPlace(next), drawPlace(next)];
    const query = one.behind.slice(0, length) + other.behind.slice(0, length);
    if (findInPapers(query).marks.length === 0) queries.add(query);
  }
  return [...queries];
}

const asWritten = (text: string) => ({ query: text, meant: text });

/** Queries of every kind, drawn by chance and the same in every run. */
export const samples: readonly Sample[] = [
  ...papers.map(({ id }) => ({
    name: `every stretch of 1 to ${LONGEST} characters of ${id}`,
    asked: drawEveryStretch(id).map(asWritten),
  })),
  {
    name: 'stretches with quotes, punctuation, digits and letters',
    asked: drawStretches(7, 100, [2, 10], (text) => /[^\p{Script=Han}]/u.test(text)).map(asWritten),
  },
  {
    name: 'stretches of 20 to 200 characters',
    asked: drawStretches(8, 50, [20, 200]).map(asWritten),
  },
  ...Object.entries(SPELLINGS).map(([name, spell], index) => ({
    name: `stretches in ${name}`,
    asked: drawStretches(100 + index, 100, [2, 10], (text) => spell(text) !== text).map((text) => ({
      query: spell(text),
      meant: text,
    })),
  })),
];

/** Queries that stand in no paper. */
export const absentQueries: readonly string[] = drawAbsent(200);

/** Queries of one kind. */
export interface Sample {
  name: string;
  asked: readonly Asked[];
}

/** What is typed, and the stretch of the text it stands for. */
export interface Asked {
  query: string;
  meant: string;
}
