import { type HeadingLine, recognizeHeadingLine } from './heading-line.ts';
import { collectSeries, isInside, type Numbered, type Series } from './number-series.ts';
import { isDivision, type Numbering, rankOf, readNumbering } from './numbering.ts';
import { endOfSentence, findQuotations } from './sentences.ts';

/** A longer first sentence is no title of what follows it. */
const MAX_LEAD = 30;

/** Words that lead into a list of things. */
const INTRODUCTION = /(?:[：:]|(?:下列|以下|如下)[^。：:]{0,12}[。])$/u;
/** What an amendment does to a law. */
const AMENDMENT = /修改为|修改成|改为|增加|删去|删除|废止|作为第/u;
const QUESTION = /^问[：:]/u;
/** Words of those who lay down rules. */
const RULE =
  /应当|不得|可以|的，|依照|按照|是指|施行|本(?:法|条例|规定|办法|决定|解释|通知|细则)|第[一二三四五六七八九十百千零〇\d]+[条款项]/u;

/**
 * Tells what each paragraph of a document is, from the series its numbering belongs to: headings and
 * lists are judged as a whole, by what introduces them, what their members end in, how long they are,
 * and whether text stands between them.
 *
 * @param blocks All blocks of the document in order, those that hold no paragraph of its own included.
 * @returns For each block what it is; `undefined` for plain text.
 */
export function judgeLines(blocks: readonly Block[]): (Judgement | undefined)[] {
  const lines = readLines(blocks);
  const hasArticles = lines.some((line) => line.isArticle);
  const members = lines.filter((line) => line.key !== '');
  const allSeries = collectSeries(members);
  const verdicts = new Map<Series<Line>, Verdict>();
  for (const series of allSeries) {
    const verdict = judgeSeries(series, lines, hasArticles);
    const isUnderProvision = findAround(series).some((each) => verdicts.get(each) === 'provisions');
    verdicts.set(series, isUnderProvision ? 'list' : verdict);
  }

  const depthOf = ({ within, ...series }: Series<Line>): number => {
    if (!within) return 0;
    const isKept = /^(?:headings|points)$/.test(verdicts.get(within.series) ?? '');
    const isBelow = isKept && isInside({ within, ...series });
    return depthOf(within.series) + (isBelow ? 1 : 0);
  };
  const judgements = new Array<Judgement | undefined>(blocks.length).fill(undefined);
  for (const series of allSeries) {
    const verdict = verdicts.get(series);
    if (!verdict || verdict === 'list') continue;
    const depth = depthOf(series);
    for (const line of series.members) {
      judgements[line.paragraph] = judgeMember(line, verdict, depth);
    }
  }
  for (const line of lines) {
    if (!line.isArticle || !line.numbering) continue;
    const { ordinal, number, inserted } = line.numbering;
    const [caption = ''] =
      /^[\s：:]*(?:【[^】]{1,40}】|［[^］]{1,40}］|[（(][^）)。]{1,30}[）)](?=\s))/u.exec(
        line.text.slice(ordinal.length),
      ) ?? [];
    judgements[line.paragraph] = {
      role: 'article',
      ordinal,
      title: ordinal + caption,
      number: inserted ? `${number}-${inserted}` : String(number),
    };
  }
  return judgements;
}

function judgeMember(line: Line, verdict: Verdict, depth: number): Judgement | undefined {
  const { heading, numbering, text, shape } = line;
  const ordinal = heading?.ordinal ?? numbering?.ordinal ?? '';
  if (verdict === 'provisions') {
    const title = text
      .slice(0, line.leadEnd)
      .replace(/[：:]“.*$/su, '')
      .replace(/。$/u, '');
    return { role: 'article', ordinal, title, number: String(line.number), isProvision: true };
  }
  if (shape === 'title') return { role: 'heading', ordinal, depth };
  if (shape === 'lead' || verdict === 'points') return { role: 'lead', ordinal, depth };
  return shape === 'long' ? { role: 'heading', ordinal, depth } : undefined;
}

function judgeSeries(series: Series<Line>, lines: readonly Line[], hasArticles: boolean): Verdict {
  const { members, key } = series;
  const [first] = members;
  if (!first) return 'list';
  if (first.isDivision) return 'headings';
  const others = members.slice(0, -1);
  const next = (line: Line) => lines[line.paragraph + 1];
  const isTitled = members.every(({ shape }) => shape === 'title');
  const count = (shape: Shape) => members.filter((member) => member.shape === shape).length;
  const bodies = others.filter(
    (member, index) => (members[index + 1]?.paragraph ?? 0) > member.paragraph + 1,
  ).length;

  if (first.isInArticle) {
    const holdsArticles = members.some((member) => next(member)?.isArticle);
    return isTitled && holdsArticles && others.length > 0 ? 'headings' : 'list';
  }
  if (isWord(key)) {
    // Without a line of its own in it, such a series is told by its sentences.
    if (count('title') === 0 || members.length < 2) return 'list';
    return 'headings';
  }
  if (isProvisions(series, hasArticles)) return 'provisions';
  if (others.some(({ text }) => /[；;]$/u.test(text)) && bodies * 2 < others.length) return 'list';

  const isIntroduced = INTRODUCTION.test(lines[first.paragraph - 1]?.text ?? '');
  if (members.length === 1) {
    const isHeading = first.number === 1 && first.shape === 'title';
    const isFollowed = next(first) !== undefined || !first.text.endsWith('。');
    return isHeading && isFollowed && !isIntroduced ? 'headings' : 'list';
  }
  if (first.number !== 1) {
    const isBare = members.every(({ text }) => !/\p{P}$/u.test(text));
    return isTitled && isBare ? 'headings' : 'list';
  }
  if (count('lead') * 2 >= members.length) return 'points';
  if (bodies === 0) {
    const statements = members.filter(({ text }) => text.endsWith('。')).length;
    return isIntroduced || !isTitled || statements * 2 > members.length ? 'list' : 'headings';
  }
  const isBare = members.every(({ text }) => !/[。；;]$/u.test(text));
  const isSpread = bodies * 2 >= others.length || isBare;
  return isSpread && count('title') * 2 >= members.length ? 'headings' : 'list';
}

/**
 * Whether a series numbered 一、 is the provisions of a law that has no 条: the items of an amendment,
 * questions put to a court, rules that are whole sentences. Courts cite them as 第N条.
 */
function isProvisions({ members, key, within }: Series<Line>, hasArticles: boolean): boolean {
  const [first] = members;
  if (key !== '一、' || within || members.length < 2 || first?.number !== 1) return false;
  const most = (test: (line: Line) => boolean) => members.filter(test).length * 2 > members.length;
  const rest = ({ text, numbering }: Line) => text.slice(numbering?.ordinal.length ?? 0);
  if (most((line) => QUESTION.test(rest(line)))) return true;
  if (most((line) => AMENDMENT.test(rest(line).slice(0, 80)))) return true;
  const isTitle = ({ shape, text }: Line) => shape === 'title' && !text.endsWith('。');
  const isLead = ({ shape, text, leadEnd }: Line) =>
    shape === 'lead' && leadEnd <= MAX_LEAD + 1 && !/[；;]/u.test(text[leadEnd - 1] ?? '');
  return (
    !hasArticles &&
    most((line) => !isTitle(line) && !isLead(line)) &&
    most((line) => RULE.test(line.text))
  );
}

function findAround({ within }: Series<Line>): Series<Line>[] {
  return within ? [within.series, ...findAround(within.series)] : [];
}

function readLines(blocks: readonly Block[]): Line[] {
  const contents = findContents(blocks);
  let isInArticle = false;
  let lastArticle = 0;
  return blocks.map((block, paragraph): Line => {
    const { text, kind } = block;
    const plain = { ...PLAIN, text, paragraph };
    if (kind === 'other' || contents.has(paragraph)) return plain;
    if (kind === 'heading') {
      isInArticle = false;
      const heading = { ordinal: recognizeHeadingLine(text)?.ordinal ?? '', rank: block.rank ?? 0 };
      return {
        ...plain,
        ...{ key: `#${heading.rank}`, rank: heading.rank, number: 1 },
        ...{ isDivision: true, heading, shape: 'title' },
      };
    }
    const numbering = readNumbering(text);
    if (numbering?.kind === '条') {
      const isNext = numbering.number >= lastArticle || numbering.number === 1;
      if (isNext || /^[^：:]/u.test(text.slice(numbering.ordinal.length))) {
        isInArticle = true;
        lastArticle = numbering.number;
        return { ...plain, numbering, isArticle: true };
      }
    }
    const heading = block.isBare ? recognizeHeadingLine(text) : undefined;
    if (heading && (!heading.kind || isDivision(heading.kind))) {
      isInArticle = false;
      const { rank } = heading;
      const key = heading.kind ?? `unnumbered ${rank}`;
      return { ...plain, key, rank, number: 1, isDivision: true, heading, shape: 'title' };
    }
    if (!numbering || isDivision(numbering.kind) || numbering.kind === '条') return plain;
    const end = endOfSentence(text, numbering.ordinal.length, findQuotations(text));
    const isWhole = end >= text.trimEnd().length;
    const shape = heading
      ? 'title'
      : !isWhole
        ? 'lead'
        : /[。！？!?]$/u.test(text)
          ? 'long'
          : 'open';
    return {
      ...plain,
      ...{ key: SERIES_KEYS[numbering.kind] ?? numbering.kind, rank: rankOf(numbering.kind) },
      ...{ number: numbering.number, numbering, shape, leadEnd: end, isInArticle },
      ...(heading && { heading, mayStart: true }),
    };
  });
}

/**
 * The lines of a table of contents: from the first heading line on, as long as nothing but short lines
 * follows, up to where that heading comes again.
 */
function findContents(blocks: readonly Block[]): Set<number> {
  const name = (text: string) => text.replace(/[\s…·.]*\d*\s*$/u, '').replaceAll(/\s+/gu, '');
  const start = blocks.findIndex(
    ({ text, kind, isBare }) => kind === 'paragraph' && isBare && recognizeHeadingLine(text),
  );
  const first = name(blocks[start]?.text ?? '');
  const lines = new Set<number>();
  for (let at = start; at >= 0 && at < blocks.length; at++) {
    const { text = '', kind } = blocks[at] ?? {};
    if (at > start && name(text) === first) return lines;
    if (kind !== 'paragraph' || [...text].length > 60 || /[。；：，]$/u.test(text)) break;
    lines.add(at);
  }
  return new Set();
}

function isWord(key: string): boolean {
  return Object.values(SERIES_KEYS).includes(key);
}

/** The keys of series that are told by their sentences too. */
const SERIES_KEYS: Partial<Record<Numbering['kind'], string>> = {
  '第一，': '第',
  一是: '是',
  一要: '要',
};

const PLAIN = {
  key: '',
  rank: 0,
  number: 0,
  shape: 'open' as Shape,
  leadEnd: 0,
  isArticle: false,
  isInArticle: false,
  numbering: undefined,
  heading: undefined,
};

/** A block of a document, as the judge needs it. */
export interface Block {
  text: string;
  /** A paragraph of the document's own, a heading its author marked, or anything else. */
  kind: 'paragraph' | 'heading' | 'other';
  /** Of a marked heading; below 0, so that it stands above all that is recognized. */
  rank?: number;
  /** A paragraph without pictures and breaks, which alone can be a heading. */
  isBare?: boolean;
}

/** What a paragraph is. */
export type Judgement =
  | {
      role: 'heading';
      ordinal: string;
      /** 0 for the outermost. */
      depth: number;
    }
  | {
      /** A paragraph that opens with a point's lead and goes on. */
      role: 'lead';
      ordinal: string;
      /** As a heading's. */
      depth: number;
    }
  | {
      role: 'article';
      ordinal: string;
      /** What the outline shows: its number, and its caption if it has one. */
      title: string;
      /** `12`, or `12-1` for 第十二条之一. */
      number: string;
      /** Numbered 一、 in a law that has no 条. */
      isProvision?: boolean;
    };

/** What a paragraph looks like: a title alone, a long sentence alone, a sentence and more, anything else. */
type Shape = 'title' | 'long' | 'lead' | 'open';

type Verdict = 'headings' | 'points' | 'provisions' | 'list';

interface Line extends Numbered {
  text: string;
  shape: Shape;
  /** Where its first sentence ends. */
  leadEnd: number;
  isArticle: boolean;
  /** It stands under an article, with no heading since. */
  isInArticle: boolean;
  numbering: Numbering | undefined;
  heading: HeadingLine | undefined;
}
