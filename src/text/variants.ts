/**
 * Reads a list of variants, two characters each: `後后發发` says that 後 becomes 后 and 發 becomes 发.
 */
export function readVariants(pairs: string): ReadonlyMap<string, string> {
  const characters = [...pairs];
  const variants = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    variants.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  return variants;
}
