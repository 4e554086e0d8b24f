import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFontCharacters } from '../fonts/read-font-characters.ts';

const FONT = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const UNDRAWN = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

let present: Set<number> | undefined;

/** @returns The characters of a text that the site's font has no glyph for, each once. */
export function missingCharacters(text: string): string[] {
  present ??= readFontCharacters(readFileSync(createRequire(import.meta.url).resolve(FONT)));
  const known = present;
  return [...new Set(text)].filter(
    (character) => !UNDRAWN.test(character) && !known.has(character.codePointAt(0) ?? 0),
  );
}
