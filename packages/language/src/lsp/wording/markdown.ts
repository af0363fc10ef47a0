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
  withoutRepeats,
} from '@lightloom/core';

/** Maximum of lines of a derivation in a hover: more belongs in a report. */
const maxLines = 40;

/** Says where something was written: `pod.fabric:12`. */
export type PlaceOf = (origin: Origin) => string;

/** An explanation, as `lightloom explain` prints it: heading, a table of facts, how they come about, what they rest on. */
export function explanationMarkdown({ title, rows }: Explanation, facts: Facts, place: PlaceOf): string {
  const table = rows.length === 0 ? '' : `\n\n| | | |\n|:--|:--|:--|\n${rows.map(rowMarkdown).join('\n')}`;
  const derived = rows.filter(({ fact }) => fact.terms.length > 0 || fact.origin !== undefined).map(({ fact }) => fact);
  const footing = footingLines(facts, rows).map((each) => `*${inline(each)}*`);
  return [
    `**${inline(title)}**${table}`,
    ...(derived.length === 0 ? [] : [derivationMarkdown(derived, place)]),
    ...footing,
  ].join('\n\n');
}

function rowMarkdown({ name, fact, note }: ExplanationRow): string {
  const value = Number.isNaN(fact.value)
    ? inline(factText(fact)).replace(/^unknown/, '*unknown*')
    : `**${factText(fact)}**`;
  return `| ${inline(name)} | ${value} | ${note === undefined ? '' : inline(note)} |`;
}

/** How values come about, as preformatted text. */
export function derivationMarkdown(derivations: readonly Derivation[], place: PlaceOf): string {
  const lines = withoutRepeats(derivations).flatMap((each) => derivationLines(each, '', place));
  const rest = lines.length - maxLines;
  const shown = rest > 0 ? [...lines.slice(0, maxLines), `… ${rest} more lines: lightloom explain`] : lines;
  return `\`\`\`text\n${shown.join('\n')}\n\`\`\``;
}

/**
 * The values of a part, each with where it comes from.
 * @param written gives the value of a property as it is written
 */
export function partMarkdown(part: Part, written: (origin: Origin) => string): string {
  const base = part.base === undefined ? '' : ` is ${part.base.name}`;
  const rows = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).map(([name, given]) => {
    const { kind, text: from } = given.provenance;
    const provenance = kind === 'stated' ? '' : `*${kind}: ${inline(from)}*`;
    return `| ${inline(name)} | **${inline(written(given.origin))}** | ${provenance} |`;
  });
  for (const [name, { provenance }] of Object.entries(part.unknowns)) {
    const why = provenance.kind === 'stated' ? '' : `*${provenance.kind}: ${inline(provenance.text)}*`;
    rows.push(`| ${inline(name)} | **unknown** | ${why} |`);
  }
  const ports = part.ports.map(
    (group) => `| ports ${inline(group.name)} | **${group.count} × ${inline(group.cage.name)}** | |`,
  );
  const table = rows.length + ports.length === 0 ? '' : `\n\n| | | |\n|:--|:--|:--|\n${[...rows, ...ports].join('\n')}`;
  const doc = part.doc === undefined ? '' : `\n\n${part.doc}`;
  return `${code(`${part.kind} type ${part.name}${base}`)}${doc}${table}`;
}

/** A line of the language. */
export function code(text: string): string {
  return `\`\`\`fabric\n${text}\n\`\`\``;
}

/** A text in a line of Markdown. */
export function inline(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\n/g, ' ');
}
