/**
 * Writes a table as CSV (RFC 4180), with the byte order mark by which Excel and WPS know UTF-8.
 *
 * @param rows Cells as they are to be read.
 */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(writeCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function writeCell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
