/**
 * Where a link leads that Word keeps as a field.
 *
 * @param codes Instructions of the fields a text stands in, the outermost first.
 * @returns `undefined` where there is none, or it leads to a file or a place in the document.
 */
export function linkOf(codes: readonly string[]): string | undefined {
  const code = codes.findLast((each) => /^\s*HYPERLINK\b/i.test(each));
  const url = /HYPERLINK\s+"([^"]+)"/i.exec(code ?? '')?.[1];
  return url && /^(?:https?|mailto):/i.test(url) ? url : undefined;
}
