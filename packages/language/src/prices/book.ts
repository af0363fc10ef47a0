// A price book: a CSV file beside the designs, with a line for each thing that somebody offers.
import type { Finding, Offer, Origin } from '@lightloom/core';
import { closest } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import type { ProblemId } from '../problems/problem-kinds.ts';
import { codeList } from '../problems/wording.ts';
import { type CsvCell, type CsvRow, readCsv } from './csv.ts';
import { dateIn, leadTimeIn, lengthIn, plainText, priceIn, type Read } from './values.ts';

/** A price book that was read. */
export interface PriceBook {
  /** Address of the file. */
  readonly uri: string;
  readonly text: string;
  readonly offers: readonly Offer[];
  /** Where each offer is named, in the order of the offers. */
  readonly places: readonly Origin[];
  /** Mistakes in the file itself. */
  readonly problems: readonly Finding[];
}

/** Columns by their names; the others are of no concern. */
const columns = [
  'part',
  'part-number',
  'detail',
  'length-m',
  'vendor',
  'price',
  'currency',
  'lead-time',
  'lead-time-weeks',
  'date',
  'price-source',
] as const;
type ColumnName = (typeof columns)[number];

/** What people write for them. */
const otherNames: Readonly<Record<string, ColumnName>> = {
  length: 'length-m',
  source: 'price-source',
  number: 'part-number',
  'unit-price': 'price',
  sku: 'part-number',
};

type Cells = ReadonlyMap<ColumnName, CsvCell>;

/** Reads a price book. Never throws: a line that is wrong is reported and has no effect. */
export function readPriceBook(uri: string, text: string): PriceBook {
  const problems: Finding[] = [];
  const at = ({ start, end }: Pick<CsvCell, 'start' | 'end'>): Origin => ({ uri, start, end });
  const report = (id: ProblemId, cell: Pick<CsvCell, 'start' | 'end'>, message: string, help?: string): void => {
    problems.push(problem(id, at(cell), message, { help }));
  };
  const rows = readCsv(text);
  if ('start' in rows) {
    report('prices/value', rows, 'A quoted cell is never closed.', 'End the cell with `"`; write a quote in it twice.');
    return { uri, text, offers: [], places: [], problems };
  }
  const [head, ...lines] = rows;
  const names = head === undefined ? undefined : headOf(head, report);
  if (names === undefined) {
    if (head === undefined) report('prices/head', { start: 0, end: 0 }, 'The price book is empty.');
    return { uri, text, offers: [], places: [], problems };
  }
  const offers: Offer[] = [];
  const places: Origin[] = [];
  const seen = new Map<string, CsvCell>();
  for (const { cells } of lines) {
    const named: Cells = new Map(
      cells.flatMap((cell, i) => (names[i] === undefined ? [] : [[names[i], cell] as const])),
    );
    const offer = offerOf(named, (cell) => at(cell), report);
    if (offer === undefined) continue;
    const place = placeOf(named);
    const key = [offer.part ?? `#${offer.partNumber}`, offer.detail ?? '', offer.length ?? ''].join('\n');
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, place);
      offers.push(offer);
      places.push(at(place));
    } else
      problems.push(
        problem('prices/twice', at(place), `${offer.part ?? offer.partNumber} has a second price for the same thing.`, {
          help: 'Remove one of the two lines, or tell them apart by `length-m` or `detail`.',
          related: [{ origin: at(first), message: 'The first one, which counts.' }],
        }),
      );
  }
  return { uri, text, offers, places, problems };
}

type Report = (id: ProblemId, cell: Pick<CsvCell, 'start' | 'end'>, message: string, help?: string) => void;

/** The columns by place; undefined where they give no price, which is reported. */
function headOf({ cells }: CsvRow, report: Report): readonly (ColumnName | undefined)[] | undefined {
  const names = cells.map(({ text }) => columnNamed(text));
  const near = cells.map((cell, i) =>
    names[i] === undefined ? columns.find((each) => each === closest(normal(cell.text), [...columns])) : undefined,
  );
  cells.forEach((cell, i) => {
    if (names[i] !== undefined && names.indexOf(names[i]) < i)
      report('prices/head', cell, `There are two columns \`${names[i]}\`.`, 'Remove one of them.');
    if (near[i] !== undefined && !names.includes(near[i]))
      report(
        'prices/head',
        cell,
        `\`${plainText(cell)}\` isn't a column of a price book.`,
        `Did you mean \`${near[i]}\`?`,
      );
  });
  const whole = { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
  const lacks = (...any: readonly ColumnName[]): boolean => !any.some((each) => names.includes(each));
  const needed = [['price'], ['part', 'part-number']] as const;
  const missing = needed.find((any) => lacks(...any));
  if (missing === undefined) return names;
  // A column that is misspelt is one mistake, not two.
  if (!missing.some((each) => near.includes(each)))
    report(
      'prices/head',
      whole,
      `The first line of a price book must name a column ${missing.map((each) => `\`${each}\``).join(' or ')}.`,
      `Columns are ${codeList(columns)}.`,
    );
  return undefined;
}

function columnNamed(text: string): ColumnName | undefined {
  const name = normal(text);
  return columns.find((each) => each === name) ?? (Object.hasOwn(otherNames, name) ? otherNames[name] : undefined);
}

/** `part-number` of `Part number`, `length-m` of `Length (m)`. */
function normal(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[()]/g, '')
    .replace(/[\s_]+/g, '-');
}

/** What a line is about. */
function placeOf(cells: Cells): CsvCell {
  const [part, number] = [cells.get('part'), cells.get('part-number')];
  return (part !== undefined && plainText(part) !== '' ? part : number) ?? { text: '', start: 0, end: 0 };
}

/** The offer of a line; undefined where it offers nothing, or has a mistake, which is reported. */
function offerOf(cells: Cells, at: (cell: CsvCell) => Origin, report: Report): Offer | undefined {
  const text = (name: ColumnName): string | undefined => {
    const cell = cells.get(name);
    return cell === undefined || plainText(cell) === '' ? undefined : plainText(cell);
  };
  let isWrong = false;
  const read = <T>(name: ColumnName, reader: (text: string) => Read<T>): T | undefined => {
    const [cell, said] = [cells.get(name), text(name)];
    if (cell === undefined || said === undefined) return undefined;
    const value = reader(said);
    if ('value' in value) return value.value;
    report('prices/value', cell, value.problem, value.help);
    isWrong = true;
    return undefined;
  };
  const price = read('price', (said) => priceIn(said, text('currency')));
  const length = read('length-m', lengthIn);
  const leadTime = read('lead-time', leadTimeIn) ?? read('lead-time-weeks', (said) => leadTimeIn(`${said} weeks`));
  const date = read('date', dateIn);
  const [part, partNumber] = [text('part'), text('part-number')];
  const cell = cells.get('price');
  if (part === undefined && partNumber === undefined) {
    if (price !== undefined && cell !== undefined)
      report('prices/value', cell, 'A price names no part.', 'Give the line a `part` or a `part-number`.');
    return undefined;
  }
  if (isWrong) return undefined;
  const source = [text('price-source'), date].filter((each) => each !== undefined).join(', ');
  const provenance =
    source === '' ? ({ kind: 'stated', text: '' } as const) : ({ kind: 'source', text: source } as const);
  const priced = cell === undefined || price === undefined ? undefined : { ...price, origin: at(cell), provenance };
  const timed = cells.get('lead-time') ?? cells.get('lead-time-weeks');
  return {
    part,
    partNumber,
    length,
    detail: text('detail'),
    vendor: text('vendor'),
    price: priced,
    leadTime:
      timed === undefined || leadTime === undefined ? undefined : { ...leadTime, origin: at(timed), provenance },
  };
}
