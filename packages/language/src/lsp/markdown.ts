// Markdown for hovers.
import {
  type Derivation,
  derivationLines,
  type Explanation,
  type ExplanationRow,
  type Given,
  type Part,
  printValue,
} from '@lightloom/core';

/** Most lines of a derivation in a hover: more belongs in a report. */
const mostLines = 24;

/** An explanation: heading, a table of facts, and how the first of them come about. */
export function explanationMarkdown({ title, rows }: Explanation): string {
  const table = rows.length === 0 ? '' : `\n\n| | | |\n|:--|:--|:--|\n${rows.map(rowMarkdown).join('\n')}`;
  const derivations = rows.filter(({ fact }) => fact.terms.length > 0).map(({ fact }) => fact);
  return `**${title}**${table}${derivations.length === 0 ? '' : `\n\n${derivationMarkdown(derivations)}`}`;
}

function rowMarkdown({ name, fact, note }: ExplanationRow): string {
  const value =
    Number.isNaN(fact.value) && fact.unknown !== undefined ? `*unknown*: ${fact.unknown}` : `**${printValue(fact)}**`;
  return `| ${inline(name)} | ${value} | ${note === undefined ? '' : inline(note)} |`;
}

/** How values come about, as preformatted text. */
export function derivationMarkdown(derivations: readonly Derivation[]): string {
  const seen = new Set<string>();
  const lines = derivations.flatMap((each) => derivationLines(once(each, seen)));
  const shown =
    lines.length > mostLines ? [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`] : lines;
  return `\`\`\`text\n${shown.join('\n')}\n\`\`\``;
}

/** The derivation without the terms of what was derived before: a loop's heat is told once, not for each figure of it. */
function once(derivation: Derivation, seen: Set<string>): Derivation {
  if (derivation.terms.length === 0) return derivation;
  const key = `${derivation.label} ${derivation.value}`;
  if (seen.has(key)) return { ...derivation, terms: [], formula: 'see above' };
  seen.add(key);
  return { ...derivation, terms: derivation.terms.map((each) => once(each, seen)) };
}

/** The values of a part, each with where it comes from. */
export function partMarkdown(part: Part, text: (given: Given<unknown>) => string): string {
  const base = part.base === undefined ? '' : ` is ${part.base.name}`;
  const rows = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).map(([name, given]) => {
    const { kind, text: from } = given.provenance;
    const provenance = kind === 'stated' ? '' : `*${kind}: ${inline(from)}*`;
    return `| ${inline(name)} | **${inline(text(given))}** | ${provenance} |`;
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

function inline(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\n/g, ' ');
}
