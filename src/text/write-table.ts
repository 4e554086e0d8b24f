/** What a spreadsheet takes for a formula, full-width signs in Chinese editions included. */
const FORMULA = /^[=+\-@＝＋－＠]/u;

/** What it takes for a number, a time or a day, and writes in a way of its own; 2023-02-24 it may. */
const NUMBER = /^(?!\d{4}-\d\d-\d\d$)(?=\D*\d)[\d.,:/%\se年月日时分-]+$/iu;

/**
 * Writes a table as CSV (RFC 4180), with the byte order mark by which Excel and WPS know UTF-8. A tab
 * before what a spreadsheet would reckon with keeps it text, and shows nowhere (OWASP, CSV Injection).
 *
 * @param rows Cells as they are to be read.
 */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(writeCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function writeCell(cell: string): string {
  const text = FORMULA.test(cell) || NUMBER.test(cell) ? `\t${cell}` : cell;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
