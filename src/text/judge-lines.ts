import { type Block, type DocumentLine, readDocumentLines } from './document-lines.ts';
import { collectSeries, isInside, type Series } from './number-series.ts';
import { findComma, findQuotations } from './sentences.ts';

/** A longer first sentence is no title of what follows it. */
const MAX_LEAD = 30;

/** A longer provision is named by its first clause. */
const MAX_PROVISION = 40;
/** A longer sentence is a paragraph, even where its siblings are headings. */
const MAX_HEADING = 120;
/** A shorter sentence says no more than its title would. */
const MIN_LONG = 45;

/** What leads into a list of things. */
const INTRODUCTION = /(?:[：:]|(?:下列|以下|如下)[^。：:]{0,12}。)$/u;
/** 【见义勇为】 or （目的） behind the number of an article. */
const CAPTION =
  /^[\s：:]*(?:【[^】]{1,40}】|[［[][^\]］]{1,40}[\]］]|[（(](?![一二三四五六七八九十\d]+[）)])[^）)。，]{1,30}[）)])/u;
/** What an amendment does to the articles of a law. */
const PLACE = '第[一二三四五六七八九十百千零〇\\d]+[条款项章节]';
const CHANGE = '(?:修改|增加|删去|删除|废止|改为|作为)';
const AMENDMENT = new RegExp(`${PLACE}.*${CHANGE}|${CHANGE}.*${PLACE}|修改为：`, 'u');
const QUESTION = /^问[：:]/u;
/** Words of those who lay down rules. */
const RULE = new RegExp(
  `应当|可以|不得|依照|施行|本(?:法|条例|规定|办法|决定|解释|通知|细则)|的，[应可由依处给责不]|${PLACE}`,
  'u',
);

/**
 * Tells what each paragraph of a document is, from the series its numbering belongs to: headings and
 * lists are judged as a whole, by what introduces them, what their members end in, how long they are,
 * and whether text stands between them.
 *
 * @param blocks All blocks of the document in order, those that hold no paragraph of its own included.
 * @returns For each block what it is; `undefined` for plain text.
 */
export function judgeLines(blocks: readonly Block[]): (Judgement | undefined)[] {
  const lines = readDocumentLines(blocks);
  const hasArticles = lines.some((line) => line.isArticle);
  const members = lines.filter((line) => line.key !== '');
  const allSeries = collectSeries(members);
  const followers = new Map(
    allSeries.flatMap((series) => (series.resumed ? [[series.resumed, series] as const] : [])),
  );
  const verdicts = new Map<Series<DocumentLine>, Verdict>();
  for (const series of allSeries) {
    const verdict =
      (series.resumed && verdicts.get(series.resumed)) ??
      judgeSeries(findRuns(series, followers), lines, hasArticles);
    const isUnderProvision = findAround(series).some((each) => verdicts.get(each) === 'provisions');
    verdicts.set(series, isUnderProvision ? 'list' : verdict);
  }

  const depthOf = (series: Series<DocumentLine>): number => {
    const { within } = series;
    if (!within) return 0;
    const isKept = /^(?:headings|points)$/.test(verdicts.get(within.series) ?? '');
    const isBelow = isKept && isInside(series);
    return depthOf(within.series) + (isBelow ? 1 : 0);
  };
  const judgements = new Array<Judgement | undefined>(blocks.length).fill(undefined);
  for (const series of allSeries) {
    const verdict = verdicts.get(series);
    if (!verdict || verdict === 'list') continue;
    const depth = depthOf(series);
    for (const line of series.members) {
      judgements[line.paragraph] = judgeMember(line, verdict, depth, lines[line.paragraph + 1]);
    }
  }
  for (const line of lines) {
    if (!line.isArticle || !line.numbering) continue;
    const { ordinal, number, inserted } = line.numbering;
    const [caption = ''] = CAPTION.exec(line.text.slice(ordinal.length)) ?? [];
    judgements[line.paragraph] = {
      role: 'article',
      ordinal,
      title: ordinal + caption,
      number: inserted ? `${number}-${inserted}` : String(number),
    };
  }
  return judgements;
}

function judgeMember(
  line: DocumentLine,
  verdict: Verdict,
  depth: number,
  next: DocumentLine | undefined,
): Judgement | undefined {
  const { heading, numbering, text, shape } = line;
  const ordinal = heading?.ordinal ?? numbering?.ordinal ?? '';
  if (verdict === 'provisions') {
    const title = shortenProvision(text.slice(0, line.leadEnd), ordinal.length);
    return { role: 'article', ordinal, title, number: String(line.number) };
  }
  // A sentence that nothing stands under heads nothing.
  const isStatement =
    verdict === 'points' &&
    text.endsWith('。') &&
    (next === undefined || (next.key !== '' && next.rank <= line.rank));
  if (shape === 'title' && !isStatement) return { role: 'heading', ordinal, depth };
  if (shape === 'lead' || verdict === 'points') return { role: 'lead', ordinal, depth };
  return shape === 'long' && text.length <= MAX_HEADING
    ? { role: 'heading', ordinal, depth }
    : undefined;
}

/** What tells a provision from its siblings: its first words, and nothing of what it quotes. */
function shortenProvision(sentence: string, start: number): string {
  const words = sentence.replace(/[：:]“.*$/su, '').replace(/。$/u, '');
  const comma = findComma(words, start, findQuotations(words));
  return words.length > MAX_PROVISION && comma > 0 ? words.slice(0, comma) : words;
}

/** A series and those that go on from it under later headings. */
function findRuns(
  series: Series<DocumentLine>,
  followers: ReadonlyMap<Series<DocumentLine>, Series<DocumentLine>>,
): Series<DocumentLine>[] {
  const runs = [series];
  for (let next = followers.get(series); next; next = followers.get(next)) runs.push(next);
  return runs;
}

function judgeSeries(
  runs: readonly Series<DocumentLine>[],
  lines: readonly DocumentLine[],
  hasArticles: boolean,
): Verdict {
  const members = runs.flatMap((run) => run.members);
  const [first] = members;
  const [series] = runs;
  if (!first || !series || first.isInArticle) return 'list';
  if (first.isDivision) return 'headings';
  const isTitled = members.every(({ shape }) => shape === 'title');
  const titles = members.filter(({ shape }) => shape === 'title').length;
  const leads = members.filter(opensWithLead).length;

  if (/^[第是要]$/u.test(series.key)) {
    // Without a line of its own in it, such a series is told by its sentences.
    return titles > 0 && members.length > 1 ? 'points' : 'list';
  }
  if (isProvisions(series, hasArticles)) return 'provisions';
  if (isMost(members, isAmendment) || (isMost(members, isRule) && !isMost(members, isTitledLine))) {
    return 'list';
  }
  const isIntroduced = INTRODUCTION.test(lines[first.paragraph - 1]?.text ?? '');
  const isFollowed = first.paragraph < lines.length - 1;
  const isBare = members.every(({ text }) => !/[\p{P}--[”’」』）》]]$/v.test(text));
  const isExcerpt = first.number !== 1;
  if (members.length === 1) {
    const isHeading = first.heading !== undefined && (isFollowed || isBare);
    const isNumbered = isExcerpt ? series.key === '一、' && isBare && isFollowed : true;
    return isHeading && isNumbered && !isIntroduced ? 'headings' : 'list';
  }
  if (isExcerpt && isTitled && isBare) return 'headings';
  if (isExcerpt && !(series.key === '一、' && isMost(members, isTitledLine))) return 'list';

  const others = runs.flatMap((run) => run.members.slice(0, -1));
  const bodies = runs.map(countBodies).reduce((sum, each) => sum + each, 0);
  const isSpread = bodies * 2 >= others.length;
  if (others.some(({ text }) => /[；;]$/u.test(text)) && !isSpread) return 'list';
  if (leads * 2 >= members.length) return 'points';
  if (bodies === 0) {
    // Titles that nothing stands under: a plan, if they are of the levels that carry one.
    const isPlan = /^(?:一、|（一）)$/u.test(series.key) && !isIntroduced && !hasArticles;
    const isStated = isMost(members, (line) => /。$|^《/u.test(withoutOrdinal(line)));
    return isPlan && isTitled && !isStated ? 'headings' : 'list';
  }
  const isOpen = members.every(({ text }) => !/[。；;]$/u.test(text));
  return (isSpread || isOpen) && titles * 2 >= members.length ? 'headings' : 'list';
}

/** How many members have text of their own behind them; what stands behind the last is not known. */
function countBodies({ members }: Series<DocumentLine>): number {
  return members.filter((member, index) => {
    const next = members[index + 1];
    return next !== undefined && next.paragraph > member.paragraph + 1;
  }).length;
}

/**
 * Whether a series numbered 一、 is the provisions of a law that has no 条: the items of an amendment,
 * questions put to a court, rules that are whole sentences. Courts cite them as 第N条.
 */
function isProvisions(series: Series<DocumentLine>, hasArticles: boolean): boolean {
  const { members, key } = series;
  const isNested = isInside(series);
  if (key !== '一、' || hasArticles || isNested) return false;
  if (members.length < 2 || members[0]?.number !== 1) return false;
  return (
    isMost(members, (line) => QUESTION.test(withoutOrdinal(line))) ||
    isMost(members, isAmendment) ||
    (isMost(members, isRule) && !isMost(members, isTitledLine))
  );
}

function isMost(lines: readonly DocumentLine[], test: (line: DocumentLine) => boolean): boolean {
  return lines.filter(test).length * 2 > lines.length;
}

function isAmendment(line: DocumentLine): boolean {
  return AMENDMENT.test(withoutOrdinal(line).slice(0, 120));
}

function isRule({ text, leadEnd }: DocumentLine): boolean {
  return RULE.test(text.slice(0, leadEnd));
}

/** Whether a line is a title, or opens with a sentence that could be one. */
function isTitledLine({ shape, text, leadEnd }: DocumentLine): boolean {
  if (shape === 'title') return !text.endsWith('。');
  return shape === 'lead' && leadEnd <= MAX_LEAD + 1 && !/[；;]/u.test(text[leadEnd - 1] ?? '');
}

/** A sentence and more, or a long one whose first clause could be its title. */
function opensWithLead({ shape, text, numbering }: DocumentLine): boolean {
  if (shape !== 'long' || text.length <= MIN_LONG) return shape === 'lead';
  const start = numbering?.ordinal.length ?? 0;
  return findComma(text.slice(0, MAX_LEAD), start, []) > 0;
}

function withoutOrdinal({ text, numbering }: DocumentLine): string {
  return text.slice(numbering?.ordinal.length ?? 0);
}

function findAround({ within }: Series<DocumentLine>): Series<DocumentLine>[] {
  return within ? [within.series, ...findAround(within.series)] : [];
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
    };

type Verdict = 'headings' | 'points' | 'provisions' | 'list';
