import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { readFontCharacters } from './read-font-characters.ts';
import { roundOutlines } from './round-outlines.ts';

/** A face above this is not worth its wait: the reader's own Song face is used instead. */
const MAX_FACE_BYTES = 200 * 1024;

/**
 * Above this many different Han characters a face is not even tried. One takes about 140 bytes,
 * so 3,500 (the everyday characters of 《通用规范汉字表》) come to more than twice the limit, and
 * compressing thousands of glyphs only to throw them away takes seconds.
 */
const MAX_HAN_CHARACTERS = 3500;

/** What the text needs: Latin kerning, Chinese punctuation that closes up, and mainland forms. */
const KEPT_FEATURES = ['kern', 'halt', 'chws', 'locl'];

/** Of the outlines' points, in thousandths of an em: a seventh less to load, and no difference to be seen. */
const GRID = 4;

/** Metrics for vertical setting, which this site never uses. */
const DROPPED_TABLES = ['vhea', 'vmtx'];

/** Name records: the usual 0–6, and 13–14, the licence the OFL wants carried in every copy. */
const KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14];

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) =>
  String.fromCharCode(0x20 + index),
).join('');

/** Titles bring their Latin letters along; years and counts may come from elsewhere. */
const DIGITS = '0123456789';

/** Marks a Chinese line sets full width (GB/T 15834), which fonts led by Latin set at half. */
const MARKS = '‘’“”—…、。〈〉《》「」『』【】〔〕〖〗！（），：；？～';

/** Labels such as 第十二篇 are counted out by the site and stand in no source. */
const NUMERALS = '第〇零一二三四五六七八九十百千万篇';

/** White space, controls, variation selectors and zero-width characters: nothing is drawn. */
const UNDRAWN = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

const SEMIBOLD_FILE = '600SemiBold/NotoSerifSC_600SemiBold.ttf';
const REGULAR_FILE = '400Regular/NotoSerifSC_400Regular.ttf';

/**
 * Makes the site's web fonts: subsets of Noto Serif SC that hold only the characters in use.
 *
 * Three faces, each its own family so that a stack can name the ones it wants: `Paper Display`
 * (600), `Paper Song` (400) and `Paper Marks` (400, Chinese punctuation alone). A display or body
 * face that would exceed 200 KB is left out; a stack then falls through to the system's fonts by
 * itself, with `Paper Marks` still keeping “ ” full width.
 *
 * The same sources give the same bytes, so the hash in a file name changes only with its content.
 *
 * @param sources - The texts set in the body and in the display face, with the files they are from.
 * @throws One error naming file, line and code point of every character the fonts lack.
 */
export async function subsetFonts(sources: FontSources): Promise<WebFonts> {
  const made = [
    await makeFace(DISPLAY, sources.display),
    await makeFace(BODY, sources.bodies),
    await makeFace(PUNCTUATION, []),
  ].filter((face) => face !== undefined);

  await failOnMissing([...sources.bodies, ...sources.display], made);

  const faces = made.map(({ face }) => face);
  const text = ['/* Noto Serif SC, SIL Open Font License 1.1 */', ...faces.map(({ css }) => css)]
    .map((line) => `${line}\n`)
    .join('');
  return { faces, stylesheet: { fileName: `faces.${hash(text)}.css`, text } };
}

/** The distinct characters of some texts, in code point order. */
export function distinctCharacters(texts: string[]): string {
  const characters = new Set<string>();
  for (const text of texts) {
    for (const char of text) characters.add(char);
  }
  return [...characters].sort((one, other) => codePoint(one) - codePoint(other)).join('');
}

function codePoint(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/**
 * `local()` takes the PostScript name of the exact weight: a family name alone may pick the
 * variable release at its default, ExtraLight.
 */
const DISPLAY: FaceDesign = {
  name: 'display',
  source: SEMIBOLD_FILE,
  always: DIGITS + MARKS + NUMERALS,
  maxBytes: MAX_FACE_BYTES,
  family: 'Paper Display',
  weight: 600,
  // Many systems have no weight between Regular and Bold: theirs is near enough not to load another.
  locals: ['SemiBold', 'Bold'].flatMap((weight) => [
    `SourceHanSerifSC-${weight}`,
    `NotoSerifCJKsc-${weight}`,
    `NotoSerifSC-${weight}`,
  ]),
  descriptors: '',
};

const BODY: FaceDesign = {
  name: 'body',
  source: REGULAR_FILE,
  always: ASCII + MARKS,
  maxBytes: MAX_FACE_BYTES,
  family: 'Paper Song',
  weight: 400,
  locals: ['SourceHanSerifSC-Regular', 'NotoSerifCJKsc-Regular', 'NotoSerifSC-Regular'],
  descriptors: '',
};

/** No local font: this face is the promise of full-width marks, which only our own bytes keep. */
const PUNCTUATION: FaceDesign = {
  name: 'punctuation',
  source: REGULAR_FILE,
  always: MARKS,
  maxBytes: Number.POSITIVE_INFINITY,
  family: 'Paper Marks',
  weight: 400,
  locals: [],
  descriptors: `unicode-range:${unicodeRange(MARKS)};`,
};

async function makeFace(design: FaceDesign, sources: FontSource[]): Promise<MadeFace | undefined> {
  const characters = distinctCharacters([design.always, ...sources.map(({ text }) => text)]);
  const hanCount = characters.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (hanCount > MAX_HAN_CHARACTERS) return undefined;

  const options = {
    keepFeatures: KEPT_FEATURES,
    preserveNameIds: KEPT_NAMES,
    dropTables: DROPPED_TABLES,
    noHinting: true,
  };
  const source = await readFile(
    createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${design.source}`),
  );
  const trueType = await subsetFont(source, characters, { ...options, targetFormat: 'truetype' });
  const rounded = roundOutlines(trueType, GRID);
  const woff2 = await subsetFont(rounded, characters, { ...options, targetFormat: 'woff2' });
  if (woff2.byteLength > design.maxBytes) return undefined;

  const present = readFontCharacters(trueType);
  const missing = Array.from(characters).filter(
    (char) => !UNDRAWN.test(char) && !present.has(codePoint(char)),
  );
  const bytes = new Uint8Array(woff2);
  const fileName = `${design.name}.${hash(bytes)}.woff2`;
  return { face: { name: design.name, fileName, bytes, css: faceRule(design, fileName) }, missing };
}

/** The address is relative to the stylesheet, so it holds under any sub-path and from disk. */
function faceRule(design: FaceDesign, fileName: string): string {
  const locals = design.locals.map((name) => `local("${name}")`);
  const src = [...locals, `url(${fileName})format("woff2")`].join(',');
  return `@font-face{font-family:"${design.family}";font-weight:${design.weight};font-display:swap;${design.descriptors}src:${src}}`;
}

function unicodeRange(characters: string): string {
  const runs: { first: number; last: number }[] = [];
  for (const char of distinctCharacters([characters])) {
    const code = codePoint(char);
    const run = runs.at(-1);
    if (run && code === run.last + 1) run.last = code;
    else runs.push({ first: code, last: code });
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return runs
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
}

async function failOnMissing(sources: FontSource[], made: MadeFace[]): Promise<void> {
  const missing = Array.from(distinctCharacters(made.map((face) => face.missing.join(''))));
  if (missing.length === 0) return;
  const places = missing.map(async (char) => {
    const code = codePoint(char).toString(16).toUpperCase().padStart(4, '0');
    // The first place only: a search in the editor finds the others.
    const source = sources.find(({ text }) => text.includes(char));
    const text = (await source?.read()) ?? '';
    const line = text.slice(0, text.indexOf(char)).split('\n').length;
    return `${source?.file}:${line} “${char}”（U+${code}）`;
  });
  throw new Error(
    [
      '网页字体（思源宋体）里没有以下字符，读者可能看不到：',
      ...(await Promise.all(places)),
      '请在这些行改用通行的字或符号，例如把异体字改成规范字、把表情符号改成文字，再重新构建。',
    ].join('\n'),
  );
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

/** A text to be set, and the file it is from, for error messages. */
export interface FontSource {
  /** Path from the project's root. */
  file: string;
  /** What is set of it, or its different characters. */
  text: string;
  /** Reads the file, to tell the line of a character. */
  read: () => Promise<string>;
}

export interface FontSources {
  /** Texts set in the body face. */
  bodies: FontSource[];
  /** Texts set in the display face. */
  display: FontSource[];
}

/** One face, ready to be served. */
export interface WebFont {
  name: 'body' | 'display' | 'punctuation';
  /** Carries a hash of the content, so it may be cached for ever. */
  fileName: string;
  /** The font as WOFF2. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Its `@font-face` rule. */
  css: string;
}

export interface WebFonts {
  faces: WebFont[];
  /** All rules together; to be served from the same folder as the faces. */
  stylesheet: { fileName: string; text: string };
}

interface FaceDesign {
  name: WebFont['name'];
  source: string;
  always: string;
  maxBytes: number;
  family: string;
  weight: number;
  locals: string[];
  descriptors: string;
}

interface MadeFace {
  face: WebFont;
  /** Characters wanted of the face which its source has no glyph for. */
  missing: string[];
}
