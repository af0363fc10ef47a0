// Parts of the library, for the terminal: many as a table, one with all its figures.
import type { PartFigure, PartRow } from '@lightloom/core';
import { widthOf } from './cells.ts';
import type { Theme } from './theme.ts';

/** What tells parts of a kind from one another, most telling first. */
const keyProperties: Readonly<Record<PartRow['kind'], readonly string[]>> = {
  module: ['form-factor', 'channels', 'interface', 'power'],
  optics: ['lanes', 'lane-rate', 'reach', 'channel-loss', 'status'],
  cage: ['lanes', 'lane-rate', 'power', 'cooling'],
  laser: ['output-power', 'engines', 'power'],
  amplifier: ['output-power', 'power'],
  fiber: ['mode', 'attenuation'],
  connector: ['fibers', 'loss', 'low-loss-grade'],
  splice: ['loss'],
  panel: ['connector', 'switching', 'loss'],
  cable: ['reach', 'power'],
  asic: ['capacity', 'serdes', 'lane-rate', 'power'],
  nic: ['port-rate', 'power'],
  switch: ['asic', 'height', 'power', 'typical-power'],
  host: ['accelerators', 'nic', 'height', 'power'],
  rack: ['height', 'power', 'weight'],
  shelf: ['power', 'redundant-power'],
  coolant: ['usable'],
  coupling: ['rated-flow', 'flow-coefficient'],
  cdu: ['capacity', 'flow', 'approach'],
};

/** A line for each part: name, kind, key figures, what to import. */
export function partTable(parts: readonly PartRow[], theme: Theme): string {
  const rows = parts.map((part) => [part.name, part.kind, keyFigures(part), part.file]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] as string))));
  const pad = (text: string, column: number): string =>
    text + ' '.repeat(Math.max(0, (widths[column] as number) - widthOf(text)));
  return rows
    .map(([name = '', kind = '', key = '', file = '']) =>
      [theme.strong(pad(name, 0)), pad(kind, 1), pad(key, 2), theme.quiet(file)].join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** `64 × OSFP · Tomahawk5 · 2 RU`, with what nobody knows named as such. */
function keyFigures({ kind, figures, ports }: PartRow): string {
  const cages = new Map<string, number>();
  for (const { cage, count } of ports) cages.set(cage, (cages.get(cage) ?? 0) + count);
  const faces = [...cages].map(([cage, count]) => `${count} × ${cage}`);
  const shown = keyProperties[kind].flatMap((property) => {
    const figure = figures.find((each) => each.property === property);
    return figure === undefined ? [] : [keyFigure(figure)];
  });
  return [...faces, ...shown].join(' · ');
}

/** What a value is of, where that can't be read from the value. */
const after: Readonly<Record<string, string>> = { 'typical-power': 'typical', 'low-loss-grade': 'low-loss' };

/** A value that can't be read alone says what it is of; one that is assumed says so. */
function keyFigure({ property, text, value, provenance }: PartFigure): string {
  if (text === 'unknown') return `${property} unknown`;
  const of = typeof value === 'number' && /^\d+$/.test(text) ? property : after[property];
  return [text, of, provenance.kind === 'assumed' ? '(assumed)' : undefined]
    .filter((each) => each !== undefined)
    .join(' ');
}

/** One part with every figure and where it comes from. */
export function partPage({ name, kind, base, file, doc, figures, ports }: PartRow, theme: Theme): string {
  const head = `${theme.strong(`${kind} type ${name}`)}${base === undefined ? '' : ` is ${base}`}`;
  const faces = ports.map((each) => `  ports ${each.name}: ${each.count} × ${each.cage}\n`).join('');
  const widest = Math.max(0, ...figures.map((each) => each.property.length));
  const rows = figures.map(({ property, text, provenance }) => {
    const from = provenance.text === '' ? '' : `  ${theme.quiet(`${provenance.kind}: ${provenance.text}`)}`;
    return `  ${property.padEnd(widest)}  ${text}${from}\n`;
  });
  return `${head}\n${doc}\n\n${rows.join('')}${faces}\nimport "${file}"\n`;
}
