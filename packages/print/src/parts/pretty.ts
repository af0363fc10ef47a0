// Parts of the library for the terminal: several as a table, one with all its figures and their sources.
import type { PartRow } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible, visibleLines } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';
import type { Theme } from '../text/theme.ts';
import { partsDocument } from './document.ts';
import { keyFigures, separator } from './key-figures.ts';

export const format = defineFormat({
  document: partsDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(parts, { theme, width }) {
    const [first, ...others] = parts;
    if (first === undefined) return '';
    return others.length === 0 ? partPage(first, theme) : partTable(parts, theme, width);
  },
});

/** A line for each part: name, kind, the file to import, key figures, which go on below themselves. */
function partTable(parts: readonly PartRow[], theme: Theme, width: number): string {
  const rows = parts.map((part) => [part.name, part.kind, part.file, keyFigures(part)].map(visible));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] as string))));
  const pad = (text: string, column: number): string =>
    text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)));
  const indent = widths.reduce((sum, each) => sum + each + 2, 0);
  return rows
    .map(([name = '', kind = '', file = '', key = '']) => {
      const head = [theme.strong(pad(name, 0)), pad(kind, 1), theme.quiet(pad(file, 2))].join('  ');
      return `${head}  ${broken(key, width - indent, ' '.repeat(indent))}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** Fewest cells of a line of key figures, however narrow the terminal. */
const minKeyWidth = 30;

/** Key figures in lines, each ending between two figures. */
function broken(key: string, width: number, indent: string): string {
  const lines: string[] = [];
  for (const figure of key.split(separator)) {
    const joined = lines.length === 0 ? figure : `${lines.at(-1)}${separator}${figure}`;
    if (lines.length > 0 && widthOf(joined) <= Math.max(minKeyWidth, width)) lines[lines.length - 1] = joined;
    else lines.push(figure);
  }
  return lines.join(`\n${indent}`);
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
