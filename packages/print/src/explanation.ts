// What there is to say about a rule, for the terminal.
import type { Severity } from '@lightloom/core';
import type { Theme } from './theme.ts';

/** A rule over the design, or a problem of the text. */
export interface Topic {
  /** `family/name` */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly sources?: readonly string[];
  readonly override?: string;
  readonly bad?: string;
  readonly good?: string;
  /** What it says of the bad example, a line each. */
  readonly says?: readonly string[] | undefined;
}

/** Cells of a line of prose. */
const width = 100;

/** Everything about one rule. */
export function explanationOf(topic: Topic, theme: Theme): string {
  const { id, severity, title, why, sources = [], override, bad, good, says } = topic;
  const section = (name: string, text: string): string => `${theme.strong(name)}\n${text}`;
  const blocks = [`${theme.severity[severity](`${severity}[${id}]`)} ${theme.strong(title)}`, wrap(why)];
  if (bad !== undefined) blocks.push(section('Found:', indented(bad)));
  if (says !== undefined) blocks.push(section('It says:', indented(says.join('\n'))));
  if (good !== undefined) blocks.push(section('Mended:', indented(good)));
  if (override !== undefined) blocks.push(section('To change the limit:', wrap(override)));
  if (override !== undefined && id !== 'control/unused-allow')
    blocks.push(
      section(
        'To excuse it:',
        wrap(
          `\`allow ${id} because "…"\` in the design, with \`on\` for what is meant; or \`"rules": { "${id}": "note" }\` in lightloom.json sets its severity: off, note, warning or error.`,
        ),
      ),
    );
  if (sources.length > 0) blocks.push(section('Sources:', sources.map((each) => wrap(`- ${each}`)).join('\n')));
  return `${blocks.join('\n\n')}\n`;
}

/** Rules in a list, family by family. */
export function listOf(topics: readonly Topic[], theme: Theme): string {
  const longest = Math.max(...topics.map((each) => each.id.length));
  const family = ({ id }: Topic): string => id.split('/', 1)[0] as string;
  const rows = topics.map((each, i) => {
    const gap = i > 0 && family(each) !== family(topics[i - 1] as Topic) ? '\n' : '';
    const severity = theme.severity[each.severity](each.severity);
    return `${gap}${theme.strong(each.id)}${' '.repeat(longest - each.id.length)}  ${severity}${' '.repeat(7 - each.severity.length)}  ${each.title}`;
  });
  return `${rows.join('\n')}\n`;
}

function indented(example: string): string {
  return example
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** Prose in lines of a readable length, all indented. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
