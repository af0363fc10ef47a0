// A table as an Excel workbook, through write-excel-file: numbers are numbers, the head stays in sight, a page is as wide as the table.
// Loaded when the first is asked for.

/** A cell: a text, a number, or nothing. */
type SheetCell = string | number | undefined;

/** A table to write. */
export interface Sheet {
  readonly title: string;
  readonly heads: readonly { readonly text: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Sentences, on a sheet of their own. */
  readonly notes: readonly string[];
}

/** Rows of a worksheet at most: 1,048,576 with the head (Excel specifications and limits). */
const mostRows = 1_048_575;

/** Codes of paper in a workbook (ECMA-376, `paperSize`), and the characters that a line has on A4 at a size that can be read. */
const [a4, a3, widestOnA4] = [9, 8, 210];

/** Characters that a column is wide, from and to. */
const [narrowest, widest] = [6, 60];

/** Rows that the width of a column is taken from. */
const sampled = 2000;

/** The workbook of a table, the same bytes each time. A table with more rows than a sheet holds goes on in the next. */
export async function xlsxOf({ title, heads, rows, notes }: Sheet): Promise<Uint8Array> {
  const [{ default: write }, { unzipSync, zipSync }] = await Promise.all([
    import('write-excel-file/node'),
    import('fflate'),
  ]);
  const columns = heads.map(({ text }, i) => ({
    // A head goes on in the next line where its column is narrow.
    width: widthOf([...text.split(' '), ...rows.slice(0, sampled).map((row) => row[i])]),
  }));
  const across = columns.reduce((sum, { width }) => sum + width, 0);
  const lines = Math.max(1, ...heads.map(({ text }, i) => linesOf(text, columns[i]?.width ?? narrowest)));
  const head = heads.map(({ text, isNumeric }) => ({
    value: text,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#e8ecf0',
    ...(isNumeric ? right : left),
    alignVertical: 'top' as const,
    height: lines * lineHeight,
    wrap: true,
  }));
  const count = Math.max(1, Math.ceil(rows.length / mostRows));
  const sheets = Array.from({ length: count }, (_, i) => ({
    sheet: i === 0 ? title : `${title} ${i + 1}`,
    data: [
      head,
      ...rows
        .slice(i * mostRows, (i + 1) * mostRows)
        .map((row) => row.map((cell, at) => cellOf(cell, heads[at]?.isNumeric === true))),
    ],
    columns,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  const more = {
    sheet: 'Notes',
    data: notes.map((each) => [{ value: each, type: String, wrap: true }]),
    columns: [{ width: 100 }],
    orientation: 'landscape' as const,
  };
  const features = [
    {
      files: {
        transform: {
          'xl/workbook.xml': {
            transform: (xml: string) =>
              withRepeatedHead(
                xml,
                sheets.map(({ sheet }) => sheet),
              ),
          },
          'xl/worksheets/sheet{id}.xml': { transform: (xml: string) => asWideAsAPage(xml, across) },
        },
      },
    },
  ];
  const all = notes.length === 0 ? sheets : [...sheets, more];
  const bytes = await write(all, { fontFamily: 'Calibri', fontSize: 11, features }).toBuffer();
  // The library writes the time of the run beside each file in the archive.
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) });
}

/** Prints a sheet as wide as a page, on as many pages as it is long (ECMA-376, `pageSetUpPr` and `pageSetup`). */
function asWideAsAPage(xml: string, across: number): string {
  const paper = across > widestOnA4 ? a3 : a4;
  return xml
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup paperSize="[0-9]+"/, `<pageSetup paperSize="${paper}" fitToWidth="1" fitToHeight="0"`);
}

/** Repeats the head on every page (ECMA-376, `_xlnm.Print_Titles`). */
function withRepeatedHead(xml: string, sheets: readonly string[]): string {
  const names = sheets.map(
    (sheet, i) => `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${sheet}'!$1:$1</definedName>`,
  );
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

/** Texts stand apart from the numbers before them. */
const left = { align: 'left', indent: 1 } as const;
const right = { align: 'right' } as const;

function cellOf(cell: SheetCell, isNumeric: boolean) {
  if (cell === undefined || cell === '') return null;
  // A number without a value says so in its column.
  if (typeof cell === 'string') return { value: cell, type: String, ...(isNumeric ? right : left) };
  return { value: cell, type: Number, format: Number.isInteger(cell) ? '#,##0' : '#,##0.0##' };
}

/** Points from one line of 11-point Calibri to the next: the usual height of a row. */
const lineHeight = 15;

/** How many lines a head takes in a column: bold words of it with room for the edges. */
function linesOf(text: string, width: number): number {
  let [lines, line] = [1, 0];
  for (const word of text.split(' ')) {
    const more = line === 0 ? word.length : line + 1 + word.length;
    if (more > width - 3 && line > 0) [lines, line] = [lines + 1, word.length];
    else line = more;
  }
  return lines;
}

/** Numbers are wider by the separators of their thousands. */
function widthOf(cells: readonly SheetCell[]): number {
  const longest = cells.reduce<number>((most, cell) => {
    const text = typeof cell === 'number' ? cell.toLocaleString('en-US') : (cell ?? '');
    return Math.max(most, [...text].length);
  }, 0);
  return Math.min(widest, Math.max(narrowest, longest + 3));
}
