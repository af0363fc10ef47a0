// Parts of the library for the terminal: several as a table, one with all its figures and their sources.
import type { PartRow } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible, visibleLines } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';
import type { Theme } from '../text/theme.ts';
import { partsDocument } from './document.ts';
import { keyFigures } from './key-figures.ts';

export const format = defineFormat({
  document: partsDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(parts, { theme }) {
    const [first, ...others] = parts;
    if (first === undefined) return '';
    return others.length === 0 ? partPage(first, theme) : partTable(parts, theme);
  },
});

/** A line for each part: name, kind, key figures, the file to import. */
function partTable(parts: readonly PartRow[], theme: Theme): string {
  const rows = parts.map((part) => [part.name, part.kind, keyFigures(part), part.file].map(visible));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] as string))));
  const pad = (text: string, column: number): string =>
    text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)));
  return rows
    .map(([name = '', kind = '', key = '', file = '']) =>
      [theme.strong(pad(name, 0)), pad(kind, 1), pad(key, 2), theme.quiet(file)].join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** One part with every figure and its source. */
function partPage({ name, kind, base, file, doc, figures, ports }: PartRow, theme: Theme): string {
  const head = `${theme.strong(`${kind} type ${name}`)}${base === undefined ? '' : ` is ${base}`}`;
  const faceplate = ports.map((each) => `  ports ${each.name}: ${each.count} × ${each.cage}\n`).join('');
  const nameWidth = Math.max(0, ...figures.map((each) => each.property.length));
  const rows = figures.map(({ property, text, provenance }) => {
    const from = provenance.text === '' ? '' : `  ${theme.quiet(visible(`${provenance.kind}: ${provenance.text}`))}`;
    return `  ${property.padEnd(nameWidth)}  ${visible(text)}${from}\n`;
  });
  return `${head}\n${visibleLines(doc)}\n\n${rows.join('')}${faceplate}\nimport "${file}"\n`;
}
