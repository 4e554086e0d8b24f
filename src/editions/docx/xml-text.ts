/** What XML cannot hold, not even escaped (XML 1.0, 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Leaves out of a text what XML cannot hold. */
export function toXmlText(text: string): string {
  return text.replace(NOT_XML, '');
}
