// Everything about a rule, for the terminal: why, an example with its message, how to fix it, how to change the limit.
import { defineFormat } from '../format/format.ts';
import { prose } from '../text/prose.ts';
import { ruleDocument, type Topic } from './document.ts';

export const format = defineFormat({
  document: ruleDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(topic, { theme }) {
    const { id, severity, title, why } = topic;
    const head = `${theme.severity[severity](`${severity}[${id}]`)} ${theme.strong(title)}`;
    const sections = sectionsOf(topic).map(([name, text]) => `${theme.strong(`${name}:`)}\n${text}`);
    return `${[head, prose(why), ...sections].join('\n\n')}\n`;
  },
});

/** The sections below the reason: title and text. */
function sectionsOf({ id, bad, good, says, override, sources = [] }: Topic): (readonly [string, string])[] {
  return [
    ...section('Example', bad, indented),
    ...section('Message', says?.join('\n'), indented),
    ...section('Fixed', good, indented),
    ...section('To change the limit', override, (text) => prose(text)),
    ...section(
      'To allow it',
      override === undefined || id === 'control/unused-allow' ? undefined : allowText(id),
      (text) => prose(text),
    ),
    ...section('Sources', sources.length === 0 ? undefined : sources.join('\n'), bulleted),
  ];
}

function section(name: string, text: string | undefined, layOut: (text: string) => string) {
  return text === undefined ? [] : [[name, layOut(text)] as const];
}

function allowText(id: string): string {
  return `Write \`allow ${id} because "…"\` in the design, with \`on\` to name what it applies to; or set the severity of the rule with \`"rules": { "${id}": "note" }\` in lightloom.json: off, note, warning or error.`;
}

function indented(example: string): string {
  return example
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

function bulleted(lines: string): string {
  return lines
    .split('\n')
    .map((each) => prose(`- ${each}`))
    .join('\n');
}
