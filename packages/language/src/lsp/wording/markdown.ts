// Markdown for hovers.
import {
  type Derivation,
  derivationLines,
  type Explanation,
  type ExplanationRow,
  type Facts,
  factText,
  footingLines,
  type Given,
  type Origin,
  type Part,
  type Provenance,
  withoutRepeats,
} from '@lightloom/core';
import { cell, codeBlock, type Markdown, markdown, markdownText, prose, sentence } from '@lightloom/print/shown';

/** Maximum of lines of a derivation in a hover: more belongs in a report. */
const maxLines = 40;

/** Maximum of items of a value that a row shows. */
const maxItems = 6;

/** Says where something was written: `pod.fabric:12`. */
export type PlaceOf = (origin: Origin) => string;

/** An explanation, as `lightloom explain` prints it: heading, a table of facts, how they come about, what they rest on. */
export function explanationMarkdown({ title, rows }: Explanation, facts: Facts, place: PlaceOf): string {
  const derived = rows.filter(({ fact }) => fact.terms.length > 0 || fact.origin !== undefined).map(({ fact }) => fact);
  const footing = footingLines(facts, rows).map((each) => markdown`*${sentence(each)}*`.source);
  return [
    `**${markdownText(title)}**${tableMarkdown(rows.map(cellsOf))}`,
    ...(derived.length === 0 ? [] : [derivationMarkdown(derived, place)]),
    ...footing,
  ].join('\n\n');
}

function cellsOf({ name, fact, note = '' }: ExplanationRow): Row {
  const text = factText(fact);
  const unknown = Number.isNaN(fact.value) && text.startsWith('unknown');
  const value = unknown
    ? markdown`*unknown*${sentence(text.slice('unknown'.length))}`
    : Number.isNaN(fact.value)
      ? text
      : markdown`**${text}**`;
  return [name, value, note];
}

type Row = readonly (string | Markdown)[];

/** A table of three columns without heads, below a line; nothing without rows. */
function tableMarkdown(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${row.map(cell).join(' | ')} |`);
  return rows.length === 0 ? '' : `\n\n| | | |\n|:--|:--|:--|\n${lines.join('\n')}`;
}

/** How values come about, as preformatted text. */
export function derivationMarkdown(derivations: readonly Derivation[], place: PlaceOf): string {
  const lines = withoutRepeats(derivations).flatMap((each) => derivationLines(each, '', place));
  const rest = lines.length - maxLines;
  const shown = rest > 0 ? [...lines.slice(0, maxLines), `… ${rest} more lines: lightloom explain`] : lines;
  return codeBlock(shown.join('\n'), 'text');
}

/**
 * The values of a part, each with where it comes from.
 * @param written gives the value of a property as it is written
 */
export function partMarkdown(part: Part, written: (origin: Origin) => string): string {
  const base = part.base === undefined ? '' : ` is ${part.base.name}`;
  const from = ({ kind, text }: Provenance): string | Markdown =>
    kind === 'stated' ? '' : markdown`*${kind}: ${text}*`;
  const rows: Row[] = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).map(([name, given]) => [
    name,
    markdown`**${inShort(written(given.origin))}**`,
    from(given.provenance),
  ]);
  for (const [name, { provenance }] of Object.entries(part.unknowns))
    rows.push([name, markdown`**unknown**`, from(provenance)]);
  for (const { name, count, cage } of part.ports)
    rows.push([`ports ${name}`, markdown`**${String(count)} × ${cage.name}**`, '']);
  const doc = part.doc === undefined ? '' : `\n\n${prose(part.doc)}`;
  return `${code(`${part.kind} type ${part.name}${base}`)}${doc}${tableMarkdown(rows)}`;
}

/** A value as it is written; of a list that is longer than a row, its ends and how many there are: `1031.0 kg/m3 at 0 °C … 996.6 kg/m3 at 70 °C, 15 in all`. */
function inShort(value: string): string {
  const items = value.split(', ');
  return items.length > maxItems ? `${items[0]} … ${items.at(-1)}, ${items.length} in all` : value;
}

/** Lines of the language. */
export function code(text: string): string {
  return codeBlock(text, 'fabric');
}
