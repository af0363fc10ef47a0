// Reads CSV (RFC 4180) with the place of each cell, so that mistakes can be reported there. Libraries for CSV keep lines at most.

/** A cell: its text without quotes, and where it is, quotes included. */
export interface CsvCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface CsvRow {
  readonly cells: readonly CsvCell[];
}

/** Where a quote opens that nothing closes. */
export interface CsvProblem {
  readonly start: number;
  readonly end: number;
}

/** What spreadsheets put between cells. */
const separators = [',', ';', '\t'] as const;

/** The sign between cells: the one that is most often in the first line. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => line.split(sign).length;
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The rows of a text that have a cell with anything in it; or the quote that never closes. */
export function readCsv(text: string): readonly CsvRow[] | CsvProblem {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: CsvCell[] = [];
  // Skips a byte-order mark.
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const endRow = (): void => {
    if (cells.some((each) => each.text.trim() !== '')) rows.push({ cells });
    cells = [];
  };
  while (at < text.length) {
    const start = at;
    const isQuoted = text.charAt(at) === '"';
    if (isQuoted) {
      do {
        at = text.indexOf('"', at + 1);
        // A quote in a quoted cell is written twice.
      } while (at >= 0 && text.charAt(++at) === '"');
      if (at < 0) return { start, end: start + 1 };
    }
    while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== '\n' && text.charAt(at) !== '\r')
      at++;
    const raw = text.slice(start, at);
    cells.push({ text: isQuoted ? unquoted(raw) : raw, start, end: at });
    if (text.charAt(at) === separator) {
      at++;
      // A separator at the end of the text has an empty cell after it.
      if (at === text.length) cells.push({ text: '', start: at, end: at });
    } else {
      if (text.charAt(at) === '\r' && text.charAt(at + 1) === '\n') at++;
      at++;
      endRow();
    }
  }
  endRow();
  return rows;
}

/** `a"b` of `"a""b"`, with what follows the closing quote. */
function unquoted(raw: string): string {
  const close = raw.lastIndexOf('"');
  return raw.slice(1, close).replaceAll('""', '"') + raw.slice(close + 1);
}
