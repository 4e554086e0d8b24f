/** What keeps a number and the text behind it apart, where they would run together or read badly. */
export function separatorBetween(number: string, text: string): string {
  if (/^第.+[编章节条款项部分]$/u.test(number)) return '\u3000';
  const needsSpace = /[A-Za-z\d]$/.test(number);
  return needsSpace || (/[.．]$/u.test(number) && /^[\dA-Za-z]/.test(text)) ? ' ' : '';
}
