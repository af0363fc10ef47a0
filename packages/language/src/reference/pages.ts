// Pages that an editor opens beside the text: what a rule judges, and the properties of a kind. They ship with the server.
import { allRules, catalogue, type Kind, libraryScheme, partKinds, propertiesOf, type Rule } from '@lightloom/core';
import { type ProblemKind, problemKinds } from '../problems/problem-kinds.ts';
import { capitalized } from '../problems/wording.ts';
import { shapeText } from './shapes.ts';

const folder = `${libraryScheme}:/docs/`;

/** The address of the page of a rule or of a kind of problem; undefined for the rule of a plug-in, which has none. */
export function rulePageOf(id: string): string | undefined {
  return Object.hasOwn(problemKinds, id) || ruleOf(id) !== undefined ? `${folder}rules/${id}.md` : undefined;
}

/** The page of a kind, and the line of it where a property is. */
export function propertyPageOf(kind: Kind, property: string): { readonly uri: string; readonly line: number } {
  const lines = kindPage(kind).split('\n');
  return { uri: `${folder}properties/${kind}.md`, line: Math.max(0, lines.indexOf(headingOf(property))) };
}

/** The text of a page by its address; undefined where there is none. */
export function pageText(address: string): string | undefined {
  const [, subject, name = ''] =
    /^docs\/(rules|properties)\/(.+)\.md$/.exec(address.slice(libraryScheme.length + 2)) ?? [];
  if (!address.startsWith(folder) || subject === undefined) return undefined;
  if (subject === 'properties') return Object.hasOwn(catalogue, name) ? kindPage(name as Kind) : undefined;
  const rule = ruleOf(name);
  if (rule !== undefined) return rulePage(rule);
  const kinds: Readonly<Record<string, ProblemKind>> = problemKinds;
  return Object.hasOwn(kinds, name) ? problemPage(name, kinds[name] as ProblemKind) : undefined;
}

function ruleOf(id: string): Rule | undefined {
  return allRules.find((each) => each.id === id);
}

function rulePage({ id, title, severity, why, bad, good, override, sources }: Rule): string {
  return pageOf(
    `# ${id}`,
    `${title}. Severity: **${severity}**.`,
    `## Why\n\n${why}`,
    `## Example\n\n${fenced(bad)}`,
    `## Fixed\n\n${fenced(good)}`,
    `## Change the limit\n\n${override}`,
    ...(sources.length === 0 ? [] : [`## Sources\n\n${sources.map((each) => `- ${each}`).join('\n')}`]),
  );
}

function problemPage(id: string, { title, severity = 'error', why }: ProblemKind): string {
  return pageOf(`# ${id}`, `${title}. Severity: **${severity}**.`, why);
}

function kindPage(kind: Kind): string {
  const isPart = (partKinds as readonly Kind[]).includes(kind);
  const entries = Object.entries(propertiesOf(kind)).map(
    ([name, { doc, value, installedOnly }]) =>
      `${headingOf(name)}\n\n${doc}\n\nIt takes ${shapeText(value)}.${isPart && installedOnly === true ? ' It is given where the part is installed.' : ''}`,
  );
  return pageOf(`# Properties of ${kind}`, capitalized(catalogue[kind].doc), ...entries);
}

function headingOf(property: string): string {
  return `## ${property}`;
}

function fenced(text: string): string {
  return `\`\`\`fabric\n${text.trim()}\n\`\`\``;
}

function pageOf(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
