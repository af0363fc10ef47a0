// From what a module exports to rules and tables like our own: checked, as anything may be exported.
import type { Rule } from '../findings/index.ts';
import type { TableExport } from '../tables/index.ts';
import type { Plugin, PluginRule, PluginTable } from './plugin.ts';
import { type RuleRun, ruleOf } from './plugin-rule.ts';
import { tableOf } from './plugin-table.ts';
import { isList, isRecord, type Limited, wrongMember } from './shape.ts';

/** A plug-in that was loaded. */
export interface AdoptedPlugin {
  readonly name: string;
  readonly rules: (run: RuleRun) => readonly Rule[];
  /** Its rules by id, as `explain` and the configuration know them. */
  readonly ruleIds: readonly string[];
  readonly tables: readonly TableExport[];
}

const namePattern = /^[a-z][a-z0-9-]{0,39}$/;
const idPattern = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

const withoutLimit: Limited = (work) => work();

/**
 * Checks what the module of a plug-in exports by default.
 * @param taken names that a plug-in can't have: the families of our own rules and problems, and those of other plug-ins
 * @param limited calls what is in it
 * @returns the plug-in, or the first thing that is wrong with it, as a sentence
 */
export function adoptPlugin(
  exported: unknown,
  taken: ReadonlySet<string>,
  limited = withoutLimit,
): AdoptedPlugin | string {
  const why = whyNotPlugin(exported, taken);
  if (why !== undefined) return why;
  const { name, rules = [], exports = [] } = exported as Plugin;
  return {
    name,
    rules: (run) => rules.map((each) => ruleOf(each, run, limited)),
    ruleIds: rules.map(({ id }) => id),
    tables: exports.map((each) => tableOf(each, limited)),
  };
}

function whyNotPlugin(exported: unknown, taken: ReadonlySet<string>): string | undefined {
  if (!isRecord(exported)) return 'It has no default export `{ name, rules, exports }`.';
  const { name, rules = [], exports = [] } = exported;
  if (typeof name !== 'string' || !namePattern.test(name))
    return 'Its `name` must be a text of small letters, digits and hyphens, such as "acme".';
  if (taken.has(name)) return `Its name, \`${name}\`, is taken.`;
  const unknown = Object.keys(exported).find((each) => !['name', 'rules', 'exports'].includes(each));
  if (unknown !== undefined) return `It has \`${unknown}\`; a plug-in has \`name\`, \`rules\` and \`exports\`.`;
  if (!isList(rules)) return 'Its `rules` must be a list.';
  if (!isList(exports)) return 'Its `exports` must be a list.';
  return (
    firstOf(rules, (each, i) => whyNotRule(each, `rules[${i}]`, name)) ??
    firstOf(exports, (each, i) => whyNotTable(each, `exports[${i}]`, name)) ??
    twice(rules as readonly PluginRule[], ({ id }) => id) ??
    twice(exports as readonly PluginTable[], (each) => each.name)
  );
}

function whyNotRule(rule: unknown, path: string, plugin: string): string | undefined {
  if (!isRecord(rule)) return `Its \`${path}\` isn't a rule.`;
  const { id } = rule;
  if (typeof id !== 'string' || !idPattern.test(id) || !id.startsWith(`${plugin}/`))
    return `The id of its \`${path}\` must start with the name of the plug-in: \`${plugin}/…\`.`;
  return wrongMember(rule, `\`${id}\``, {
    id: 'text',
    severity: ['error', 'warning', 'note'],
    title: 'text',
    why: 'text',
    sources: 'texts?',
    override: 'text?',
    limit: 'text?',
    bad: 'text?',
    good: 'text?',
    check: 'function',
  });
}

function whyNotTable(table: unknown, path: string, plugin: string): string | undefined {
  if (!isRecord(table)) return `Its \`${path}\` isn't a table.`;
  const { name, columns } = table;
  if (typeof name !== 'string' || !/^[a-z0-9-]+$/.test(name) || !name.startsWith(`${plugin}-`))
    return `The name of its \`${path}\` must start with the name of the plug-in: \`${plugin}-…\`.`;
  const wrong = wrongMember(table, `\`${name}\``, {
    name: 'text',
    title: 'text',
    doc: 'text',
    columns: 'list',
    rows: 'function',
  });
  if (wrong !== undefined) return wrong;
  if (!isList(columns) || columns.length === 0) return `\`columns\` of \`${name}\` must have a column.`;
  return firstOf(columns, (each, i) => {
    const column = `\`columns[${i}]\` of \`${name}\``;
    return isRecord(each)
      ? wrongMember(each, column, { key: 'text', head: 'text', numeric: 'boolean?' })
      : `${column} isn't a column.`;
  });
}

function firstOf<T>(all: readonly T[], why: (each: T, index: number) => string | undefined): string | undefined {
  for (const [i, each] of all.entries()) {
    const found = why(each, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

function twice<T>(all: readonly T[], key: (each: T) => string): string | undefined {
  const keys = all.map(key);
  const found = keys.find((each, i) => keys.indexOf(each) !== i);
  return found === undefined ? undefined : `It has \`${found}\` twice.`;
}
