import type { PinyinOffer } from '../pinyin-list.ts';
import { matchPinyin } from './match-pinyin.ts';

/** A word of a query that is pinyin, or begins in characters and goes on in pinyin. */
const MIXED = /^(\p{Script=Han}*)([a-zü'’]{2,})$/iu;

/** Whether a query is partly in characters and partly, it may be, in pinyin. */
export function isMixed(query: string): boolean {
  return /\p{Script=Han}/u.test(query) && findMixed(query) !== undefined;
}

/**
 * Offers queries in which pinyin has become characters: `sanzhua 作风` may be 三抓三促 作风, and `三zhua`
 * 三抓三促.
 */
export function completePinyin(query: string, offers: readonly PinyinOffer[]): PinyinOffer[] {
  const word = findMixed(query);
  if (word === undefined) return [];
  const [, characters = '', letters = ''] = MIXED.exec(word) ?? [];
  const rests = offers.flatMap((offer) => {
    const syllables = offer.syllables.split(' ');
    const at = offer.text.indexOf(characters);
    const isAligned = syllables.length === [...offer.text].length;
    if (offer.anchor !== undefined || at < 0 || (characters && !isAligned)) return [];
    const rest = syllables.slice(characters ? at + characters.length : 0).join(' ');
    return [{ text: offer.text, syllables: rest }];
  });
  return matchPinyin(letters, rests).map(({ text, syllables }) => ({
    text: query.replace(word, () => text),
    syllables,
  }));
}

function findMixed(query: string): string | undefined {
  return query.split(/\s+/u).find((word) => MIXED.test(word));
}
