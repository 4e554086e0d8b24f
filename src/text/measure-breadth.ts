/** Breadth of a text in Chinese characters: a Latin letter or figure is a little over half of one. */
export function measureBreadth(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[ -~]/.test(character) ? 0.6 : 1), 0);
}
