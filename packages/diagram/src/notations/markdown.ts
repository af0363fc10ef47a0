// A drawing in Markdown: a fenced Mermaid diagram, and around it in words what the sheet of the drawing says.
import type { Placed } from '../layout/index.ts';
import type { PaperTheme } from '../svg/index.ts';
import { lineOf } from './line.ts';
import { flowchartOf } from './mermaid.ts';
import { defineNotation } from './notation.ts';

export const notation = defineNotation({ name: 'md', print: markdownOf });

function markdownOf(placed: Placed, theme: PaperTheme): string {
  const { title, subtitle, block, figures, findings = [], notes, file } = placed.graph;
  const list = (items: readonly string[]): string[] => (items.length === 0 ? [] : [items.join('\n')]);
  return `${[
    `## ${coded(title)}`,
    ...(subtitle === '' ? [] : [coded(subtitle)]),
    ...(block?.verdict === undefined ? [] : [`**${coded(block.verdict.text)}** · ${coded(file)}`]),
    `\`\`\`mermaid\n${flowchartOf(placed, theme)}\`\`\``,
    ...list(
      figures.map(
        ({ label, value, note }) =>
          `- ${coded(label)}: **${coded(value)}**${note === undefined ? '' : `, ${coded(note)}`}`,
      ),
    ),
    ...list(findings.map(({ severity, rule, message }) => `- **${severity}** ${coded(rule)}: ${coded(message)}`)),
    ...notes.map(coded),
  ].join('\n\n')}\n`;
}

/** A text in which Markdown and HTML see no sign of theirs; an address stays text. */
const coded = (text: string): string =>
  lineOf(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>@$^=-]/g, (each) =>
      each === '-' || each === '(' || each === ')' ? each : `\\${each}`,
    )
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (each) => `${each.slice(0, 3)}&#46;`);
