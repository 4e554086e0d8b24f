import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toChineseNumeral } from '../../src/text/chinese-numerals.ts';
import { TOPICS, WORDS } from './law-words.ts';

/** Characters of a document, as measured on 3,475 laws: log-normal, with this median and spread. */
const MEDIAN = 3900;
const SPREAD = 0.874;
const SHORTEST = 400;
const LONGEST = 110_000;

/** One document in so many is a code of the greatest length, with 编 and hundreds of 条. */
const CODE_EVERY = 1000;
/** One document in so many is another version of the one this far before it. */
const VERSION_EVERY = 8;
const VERSION_OF = 3;

/**
 * Writes made-up laws, regulations, judicial interpretations and decisions in the likeness of real
 * ones, as plain text without heading marks. Always the same ones: a smaller collection is the first
 * documents of a larger one. Some words are put together from the characters of GB 2312 by chance,
 * so that there are about as many distinct pairs of characters as in real law.
 *
 * @param folder The papers' folder; what is in it is removed.
 * @param count Number of documents.
 * @param options `characters`: their median length; 3,900 gives 3,500 documents 20 million characters.
 */
export async function writeLaws(
  folder: string,
  count: number,
  { characters = MEDIAN }: { characters?: number } = {},
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names = new Set<string>();
  for (let index = 0; index < count; index++) {
    const { title, topic, date, body } = makeLaw(index, characters / MEDIAN);
    const name = nameFile(index, title, date, names);
    names.add(name);
    await writeFile(
      join(folder, `${name}.md`),
      `---\ntitle: ${title}\ntopic: ${topic}\ndate: ${date}\n---\n\n${body}\n`,
    );
  }
}

/** The document at an index of the endless row of them. */
function makeLaw(index: number, scale: number): Law {
  const isVersion = index % VERSION_EVERY === VERSION_EVERY - 1;
  const origin = isVersion ? index - VERSION_OF : index;
  const length = Math.max(SHORTEST, Math.min(LONGEST * scale, drawLength(origin) * scale));
  const random = makeRandom(origin);
  const { name: topic, things } = pick(random, TOPICS);
  const place = drawPlace(random);
  const known = Array.from({ length: 14 }, () => pick(random, things));
  const coined = Array.from({ length: 14 }, () => pick(random, known) + coin(random));
  const own = Array.from({ length: 6 + Math.floor(length / 400) }, () => coin(random));
  const subject = pick(random, known);
  const kind = drawKind(random, length);
  const title = KINDS[kind].title(place, subject, random);
  const cited = Array.from({ length: 5 }, () => `${pick(random, things)}${pick(random, CITED)}`);
  const first = 1979 + Math.floor(random() * 40);
  const year = isVersion ? first + 1 + Math.floor(makeRandom(index)() * (2024 - first)) : first;
  const vocabulary: Vocabulary = { topic, place, things: [...known, ...coined], own, cited, kind };
  const style: Style = {
    gap: pick(random, ['　', ' ', '　　', '  ']),
    general: pick(random, ['总则', '总　则', '总  则']),
    last: pick(random, ['附则', '附　则', '附  则']),
    brackets: pick(random, ['（）', '（）', '()']),
  };
  const draft = new Draft(origin, isVersion ? index : undefined, vocabulary, style);
  const date = drawDate(random, year);
  draft.add(describeAdoption(date, place, random, isVersion));
  KINDS[kind].write(draft, length, subject);
  return { title, topic, date: date.join('-'), body: draft.paragraphs.join('\n\n') };
}

/** Body and front matter of a document. */
interface Law {
  title: string;
  topic: string;
  /** As 2018-12-29. */
  date: string;
  body: string;
}

/** The words a document draws on. */
interface Vocabulary {
  topic: string;
  place: string;
  things: readonly string[];
  own: readonly string[];
  cited: readonly string[];
  kind: Kind;
}

/** How a document is typed. */
interface Style {
  /** Between a number and what it numbers. */
  gap: string;
  general: string;
  last: string;
  /** Around the numbers of a list. */
  brackets: string;
}

type Kind = '法' | '条例' | '办法' | '解释' | '决定' | '批复' | '解答';

const CITED = ['法', '管理法', '保护法', '条例', '管理条例', '促进法', '管理办法', '实施细则'];

const KINDS: Readonly<
  Record<
    Kind,
    {
      title: (place: string, subject: string, random: () => number) => string;
      write: (draft: Draft, length: number, subject: string) => void;
    }
  >
> = {
  法: {
    title: (_, subject, random) =>
      `中华人民共和国${subject}${pick(random, ['法', '管理法', '保护法', '促进法'])}`,
    write: writeArticles,
  },
  条例: {
    title: (place, subject, random) =>
      `${place}${subject}${pick(random, ['管理', '保护', '', '监督', '促进'])}条例`,
    write: writeArticles,
  },
  办法: {
    title: (place, subject, random) =>
      pick(random, [
        `${place}${subject}管理办法（试行）`,
        `${place}实施《${subject}管理条例》办法`,
        `${place}${subject}管理规定`,
        `${subject}监督检查办法`,
        `${subject}登记暂行办法`,
      ]),
    write: writeArticles,
  },
  解释: {
    title: (_, subject) => `最高人民法院关于审理${subject}案件适用法律若干问题的解释`,
    write: writeArticles,
  },
  决定: {
    title: (place, subject) => `${place}人民代表大会常务委员会关于修改《${subject}条例》的决定`,
    write: writeAmendments,
  },
  批复: {
    title: (_, subject) => `最高人民法院关于${subject}有关问题的批复`,
    write: writeReply,
  },
  解答: {
    title: (_, subject) => `最高人民法院关于审理${subject}案件若干问题的解答`,
    write: writeAnswers,
  },
};

function drawKind(random: () => number, length: number): Kind {
  if (length > 30_000) return '法';
  if (length < 900) return pick(random, ['批复', '决定', '办法'] as const);
  return pick(random, [
    ...Array<Kind>(10).fill('条例'),
    ...Array<Kind>(4).fill('办法'),
    ...(['法', '法', '解释', '解释', '决定', '解答'] as const),
  ]);
}

/** Chapters of articles; with parts above them in what is very long, and sections below in what is long. */
function writeArticles(draft: Draft, length: number): void {
  const hasChapters = length > 2500;
  const hasParts = length > 60_000;
  const hasSections = length > 12_000;
  const chapters = hasChapters ? Math.max(3, Math.round(Math.sqrt(length / 260))) : 1;
  const parts = hasParts ? Math.ceil(chapters / 5) : 1;
  let article = 0;
  for (let chapter = 1; chapter <= chapters; chapter++) {
    const perPart = Math.ceil(chapters / parts);
    if (hasParts && (chapter - 1) % perPart === 0) {
      const part = (chapter - 1) / perPart + 1;
      draft.addHeading('编', part, part === 1 ? '总则' : draft.fill('{chapter}', 'part', part));
    }
    if (hasChapters) draft.addHeading('章', chapter, draft.nameChapter(chapter, chapters));
    const end = (length * chapter) / chapters;
    const sections = hasSections && chapter > 1 && chapter < chapters ? 3 : 1;
    const start = draft.length;
    for (let section = 1; section <= sections; section++) {
      if (sections > 1) {
        draft.addHeading('节', section, draft.fill('{chapter}', 'section', chapter * 10 + section));
      }
      const until = start + ((end - start) * section) / sections;
      do {
        article += 1;
        draft.addArticle(article);
        // What an amendment has put between two articles.
        if (hasParts && article % 37 === 0) draft.addArticle(article, '之一');
      } while (draft.length < until);
    }
  }
}

/** A row of 一、将第…条修改为：“…”. */
function writeAmendments(draft: Draft, length: number): void {
  for (let number = 1; number === 1 || draft.length < length; number++) {
    const change = draft.fill(
      number % 4 ? '将{article}修改为：' : '删去{article}第二款，增加一款，作为第三款：',
      'change',
      number,
    );
    draft.add(`${toChineseNumeral(number)}、${change}“${draft.fill('{sentence}', 'new', number)}”`);
  }
  draft.add('本决定自公布之日起施行。');
}

/** A few paragraphs without numbers. */
function writeReply(draft: Draft, length: number, subject: string): void {
  draft.add(`${draft.fill('{place}', 'to', 0)}高级人民法院：`);
  draft.add(`你院关于${subject}有关问题的请示收悉。经研究，批复如下：`);
  for (let number = 1; number === 1 || draft.length < length; number++) {
    draft.add(draft.fill('{sentence}{sentence}', 'reply', number));
  }
  draft.add('此复。');
}

/** A row of 一、问：… 答：…. */
function writeAnswers(draft: Draft, length: number): void {
  draft.add('各地人民法院在审判工作中提出一些如何适用法律的问题，现解答如下：');
  for (let number = 1; number === 1 || draft.length < length; number++) {
    const question = draft.fill('{person}{act}{thing}的，人民法院应当如何处理？', 'ask', number);
    draft.add(`${toChineseNumeral(number)}、问：${question}`);
    draft.add(`答：${draft.fill('{sentence}{sentence}', 'answer', number)}`);
  }
}

/** A document being written, paragraph by paragraph. */
class Draft {
  readonly paragraphs: string[] = [];
  length = 0;
  readonly #origin: number;
  readonly #version: number | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #style: Style;

  /**
   * @param origin Index of the document whose text this is.
   * @param version Index of the version; about a tenth of its articles differ from the original's.
   */
  constructor(origin: number, version: number | undefined, words: Vocabulary, style: Style) {
    this.#origin = origin;
    this.#version = version;
    this.#vocabulary = words;
    this.#style = style;
  }

  add(paragraph: string): void {
    this.paragraphs.push(paragraph);
    this.length += paragraph.length;
  }

  addHeading(level: '编' | '章' | '节', number: number, name: string): void {
    this.add(`第${toChineseNumeral(number)}${level}${this.#style.gap}${name}`);
  }

  nameChapter(chapter: number, chapters: number): string {
    if (chapter === 1) return this.#style.general;
    if (chapter === chapters) return this.#style.last;
    if (chapter === chapters - 1) return '法律责任';
    return this.fill('{chapter}', 'chapter', chapter);
  }

  /** An article: a sentence or two, now and then further paragraphs or a list. */
  addArticle(number: number, insertion = ''): void {
    const random = this.#random(`article${insertion}`, number);
    const head = `第${toChineseNumeral(number)}条${insertion}${this.#style.gap}`;
    const fill = (template: string) => expand(template, this.#vocabulary, random);
    const form = random();
    if (form < 0.14) {
      this.add(head + pick(random, WORDS['boilerplate'] ?? []));
      return;
    }
    if (form < 0.36) {
      this.add(head + fill('{lead}'));
      this.#addList(3 + Math.floor(random() * 7), fill);
    } else {
      this.add(head + fill(random() < 0.5 ? '{sentence}' : '{sentence}{sentence}'));
    }
    for (let rest = random(); rest < 0.4; rest += 0.25) {
      this.add(random() < 0.12 ? pick(random, WORDS['boilerplate'] ?? []) : fill('{sentence}'));
    }
  }

  /** Text of a template; the same for the same place of the same document. */
  fill(template: string, place: string, number: number): string {
    return expand(template, this.#vocabulary, this.#random(place, number));
  }

  #addList(items: number, fill: (template: string) => string): void {
    const [open = '', close = ''] = this.#style.brackets;
    for (let item = 1; item <= items; item++) {
      const isLast = item === items;
      const text = fill(isLast ? '{lastItem}' : '{item}');
      this.add(`${open}${toChineseNumeral(item)}${close}${text}${isLast ? '。' : '；'}`);
    }
  }

  #random(place: string, number: number): () => number {
    const original = makeRandom(this.#origin, place, number);
    const isChanged =
      this.#version !== undefined && makeRandom(this.#version, place, number)() < 0.1;
    return isChanged ? makeRandom(this.#version ?? 0, place, -number) : original;
  }
}

/** Puts words for the `{names}` in a template, and for those in the words. */
function expand(template: string, words: Vocabulary, random: () => number): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    switch (name) {
      case 'thing':
        return pick(random, words.things);
      case 'coined':
        // Most are the document's own, some come but once.
        return random() < 0.5 ? pick(random, words.own) : coin(random);
      case 'topic':
      case 'place':
      case 'kind':
        return words[name];
      case 'law':
        return pick(random, words.cited);
      case 'article':
        return `第${toChineseNumeral(1 + Math.floor(random() * 60))}条`;
      case 'number':
        return toChineseNumeral(pick(random, [2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90]));
      default:
        return expand(pick(random, WORDS[name] ?? []), words, random);
    }
  });
}

function describeAdoption(
  [year, month, day]: readonly string[],
  place: string,
  random: () => number,
  isVersion: boolean,
): string {
  const session = toChineseNumeral(1 + Math.floor(random() * 40));
  return `${year}年${Number(month)}月${Number(day)}日　${place}人民代表大会常务委员会第${session}次会议${isVersion ? '修正' : '通过'}`;
}

/** A file's name as such collections have them: some dated, some with brackets, 《》 or a space. */
function nameFile(index: number, title: string, date: string, taken: ReadonlySet<string>): string {
  const short = title.replace('中华人民共和国', '');
  const plain = index % 16 === 5 ? `${short} 正式文本` : short;
  const name = index % 3 === 0 ? plain : `${plain}(${date})`;
  if (!taken.has(name)) return name;
  const dated = `${plain}(${date})`;
  return taken.has(dated) ? `${dated}-${index}` : dated;
}

/**
 * Length of a document. Multiples of the golden ratio fill the range evenly however many are drawn, so
 * that even a hundred documents have the spread of all.
 */
function drawLength(index: number): number {
  if (index % CODE_EVERY === CODE_EVERY * 0.4) return LONGEST;
  const share = ((index + 0.5) * 0.618_033_988_749_895) % 1;
  return MEDIAN * Math.exp(SPREAD * normalQuantile(share));
}

/** Abramowitz and Stegun 26.2.23; its error is below 4.5e-4. */
function normalQuantile(share: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(share, 1 - share)));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return Math.sign(share - 0.5) * (t - above / below);
}

function drawDate(random: () => number, year: number): string[] {
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  return [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))];
}

function drawPlace(random: () => number): string {
  const first = pick(random, [...'云青白龙安宁清平永泰和新兴江海河石金华东南西北长高阳临']);
  const second = pick(random, [...'州阳安山川江城平原陵口宁溪水源港岭泽丰乐']);
  return first + second + pick(random, ['市', '市', '市', '省', '县', '自治县', '自治州']);
}

/** The common characters of GB 2312, which its first level has in 3,755 places by their sound. */
const CHARACTERS = listCharacters();

function listCharacters(): string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  const random = makeRandom(0, 'characters');
  for (let last = characters.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [one = '', two = ''] = [characters[last], characters[other]];
    characters[last] = two;
    characters[other] = one;
  }
  return characters;
}

/** A word of two characters, the first ones of the list far more often than the last. */
function coin(random: () => number): string {
  const character = () => CHARACTERS[Math.floor(CHARACTERS.length * random() ** COMMONNESS)] ?? '';
  return character() + character();
}

/**
 * With this 190,000 characters have 22,000 distinct pairs, where real laws have 31,000, and 20 million have
 * 570,000.
 */
const COMMONNESS = 3;

function pick<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Numbers below 1 that seem drawn by chance: mulberry32, begun at an FNV-1a hash of their purpose. */
export function makeRandom(...purpose: (string | number)[]): () => number {
  let state = 0x811c9dc5;
  for (const character of purpose.join(' ')) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
