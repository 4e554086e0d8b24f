/** Latin words and numbers are typed as they are. */
const TYPED = /[\p{Script=Latin}\p{Nd}]+/gu;

/**
 * Writes a text in pinyin as `toSyllables` does, each character read as by itself.
 *
 * @param readings How each character is read.
 */
export function readSyllables(text: string, readings: ReadonlyMap<string, string>): string {
  const syllables: string[] = [];
  let others = '';
  const close = () => {
    if (others) syllables.push(...(others.toLowerCase().match(TYPED) ?? []));
    others = '';
  };
  for (const character of text.normalize('NFKC')) {
    const syllable = readings.get(character);
    if (syllable === undefined) {
      others += character;
      continue;
    }
    close();
    syllables.push(syllable);
  }
  close();
  return syllables.join(' ');
}

/** How each character is read, from characters by their readings. */
export function readReadings(readings: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(readings).flatMap(([syllable, characters]) =>
      [...characters].map((character) => [character, syllable] as const),
    ),
  );
}
