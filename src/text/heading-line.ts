import { isDivision, type NumberingKind, rankOf, readNumbering } from './numbering.ts';

/** A longer line is a paragraph, whatever it starts with. */
const MAX_LENGTH = 40;
const MAX_TITLE_LENGTH = 60;
const MAX_POINT_LENGTH = 20;

const QUOTED_LIST = /^“([一二两三四五六七八九十])\p{Script=Han}{1,3}”：(.+)$/u;
const QUOTED_COUNT =
  /^\p{Script=Han}{1,4}“[一二两三四五六七八九十][个项种条大]\p{Script=Han}{1,8}”$/u;
const COUNTS = '一二三四五六七八九十';

/** Unnumbered parts of a work that go by these names. */
const NAMED =
  /^(?:序\s*言|前\s*言|引\s*言|导\s*言|绪\s*论|结\s*语|结束语|后\s*记|附\s*则|总\s*则)$/u;
const ANNEX = /^附(?:件|录|表)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?(?=[：:]?$)/u;
const TITLED_ANNEX = /^附(?:件|录|表)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?=[：:\s])/u;

/**
 * Tells whether a paragraph may be a heading, as a reader would by its looks: a whole line of one
 * sentence with the usual numbering, a short 一是… or 第一，… without any closing mark, `“四学”：…`
 * followed by four items, `提高“两个能力”`, or 序言. What is doubtful is not a heading. Whether one that is
 * numbered is a heading after all, its series tells (`judgeLines`).
 *
 * @param line Text of a whole paragraph.
 * @returns Its ordinal as written and its rank, 0 for the highest; `undefined` for plain text.
 */
export function recognizeHeadingLine(line: string): HeadingLine | undefined {
  const length = [...line].length;
  if (length > MAX_TITLE_LENGTH) return undefined;
  const [annex] = ANNEX.exec(line) ?? [];
  if (annex) return { ordinal: annex, rank: rankOf('章') };
  if (/[，、；：,;:—…]$/u.test(line)) return undefined;
  const [titledAnnex] = TITLED_ANNEX.exec(line) ?? [];
  if (titledAnnex && !/[。；]/u.test(line)) return { ordinal: titledAnnex, rank: rankOf('章') };
  if (NAMED.test(line)) return { ordinal: '', rank: rankOf('章') };

  const numbering = readNumbering(line);
  const kind = numbering?.kind;
  if (length > MAX_LENGTH && !(kind && isDivision(kind))) return undefined;
  const isPoint = kind === '一是' || kind === '一要' || kind === '第一，';
  if (numbering && kind && kind !== '条' && !isPoint) {
    const { ordinal } = numbering;
    const rest = line.slice(ordinal.length).trim();
    const isOneSentence = !/[。！？；]./u.test(rest);
    return isOneSentence && (rest !== '' || isDivision(kind))
      ? { ordinal, kind, rank: rankOf(kind) }
      : undefined;
  }

  if (/[。！？；.!?;]/u.test(line)) return undefined;
  if (numbering && kind && isPoint) {
    const { ordinal } = numbering;
    const isShort = kind === '第一，' || length <= MAX_POINT_LENGTH;
    const isBare = length > ordinal.length && !/[^”’」』）》\P{P}]$/u.test(line);
    return isShort && isBare ? { ordinal, kind, rank: rankOf(kind) } : undefined;
  }
  const [, count = '', items] = QUOTED_LIST.exec(line) ?? [];
  const expected = COUNTS.indexOf(count.replace('两', '二')) + 1;
  if ((items && items.split('、').length === expected) || QUOTED_COUNT.test(line)) {
    return { ordinal: '', rank: rankOf('一、') };
  }
  return undefined;
}

/** What is known of a paragraph that looks like a heading. */
export interface HeadingLine {
  /** `一、`, `（一）`, `第一章` …; empty when unnumbered. */
  ordinal: string;
  /** How it is numbered; absent when it is not. */
  kind?: NumberingKind;
  /** 0 for the highest kind; only the order of ranks within one paper matters. */
  rank: number;
}
