// The configuration of a project: severities of rules, for all designs or for some, and the files that a search leaves out.
import { allRules, type Finding, type Severity, type Strictness } from '@lightloom/core';
import { closest } from '../parse/index.ts';
import type { PriceBook } from '../prices/index.ts';
import { problem } from '../problems/problem.ts';
import { problemKinds } from '../problems/problem-kinds.ts';
import { type JsonMember, type JsonNode, readJson } from './json.ts';
import { type Pattern, readPattern } from './patterns.ts';
import { knowsRule, noPlugins, type ProjectPlugins, pluginProblems } from './plugins.ts';
import {
  isPurchaseSetting,
  type PurchaseSettings,
  purchaseSettings,
  readPurchaseSetting,
} from './purchase-settings.ts';

/** The name of the file. */
export const configurationName = 'lightloom.json';

/** A severity that is set, and where. */
export interface SetSeverity {
  readonly severity: Strictness;
  /** The list that sets it: `rules`, or `overrides[0].rules`. */
  readonly list: string;
  /** Where its name starts in the text. */
  readonly start: number;
}

type RuleSettings = ReadonlyMap<string, SetSeverity>;

/** Severities for some of the designs. */
interface Override {
  readonly files: readonly Pattern[];
  readonly rules: RuleSettings;
}

/** The content of a configuration file. */
export interface Configuration {
  /** Address of the file. */
  readonly uri: string;
  readonly text: string;
  /** By rule or family. */
  readonly rules: RuleSettings;
  /** In the order of the text: a later one wins. */
  readonly overrides: readonly Override[];
  /** What a search for designs leaves out. */
  readonly ignore: readonly Pattern[];
  /** Whether that is all that is written: false where there is an error in it, or before it is reached. */
  readonly isIgnoreKnown: boolean;
  /** How parts are bought. */
  readonly purchase: PurchaseSettings;
  /** Address of the price book that it names, be it there or not. */
  readonly bookUri?: string;
  /** The price book that it names; undefined where it names none, or that can't be read. */
  readonly book?: PriceBook | undefined;
  /** What it names to be loaded. */
  readonly plugins: ProjectPlugins;
  /** Errors in the file itself. */
  readonly problems: readonly Finding[];
}

const levels: readonly Strictness[] = ['off', 'note', 'warning', 'error'];

/** All rules whose severity can be set, with the severity that each has by default. */
export const configurableRules: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...allRules.map((each) => [each.id, each.severity] as const),
  ...Object.entries(problemKinds).flatMap(([id, kind]) => ('severity' in kind ? [[id, kind.severity] as const] : [])),
]);
const ruleIds = [...configurableRules.keys()];
const families = [...new Set(ruleIds.map((each) => each.slice(0, each.indexOf('/'))))];

const settings = ['rules', 'overrides', 'ignore', 'plugins', ...purchaseSettings];
const overrideShape = '{ "files": ["drafts/**"], "rules": { "provenance": "off" } }';

type Extent = Pick<JsonNode, 'start' | 'end'>;
type Details = { readonly suggestion?: string | undefined; readonly help?: string };

/**
 * Reads a configuration. Never throws: an invalid setting is reported as a problem and has no effect.
 * @param plugins those that it names, loaded as far as that is allowed
 */
export function readConfiguration(uri: string, text: string, plugins: ProjectPlugins = noPlugins): Configuration {
  let rules: RuleSettings = new Map();
  let overrides: readonly Override[] = [];
  let ignore: readonly Pattern[] = [];
  let isIgnoreKnown = false;
  let purchase: PurchaseSettings = {};
  const problems: Finding[] = [];
  const reportAs = (rule: 'config/json' | 'config/content', at: Extent, message: string, details: Details): void => {
    const { suggestion } = details;
    // The range includes the quotes; a suggestion replaces only the text between them.
    const origin = { uri, start: at.start, end: at.end };
    const inner = { uri, start: at.start + 1, end: at.end - 1 };
    problems.push(
      problem(rule, origin, message, { ...details, ...(suggestion === undefined ? {} : { suggestionAt: [inner] }) }),
    );
  };
  const report = (at: Extent, message: string, details: Details = {}): void =>
    reportAs('config/content', at, message, details);

  const node = readJson(text);
  if ('message' in node)
    reportAs('config/json', node, node.message, { help: 'Write names and texts in double quotes, and no comments.' });
  else if (node.kind !== 'object') report(node, 'A configuration must be an object, such as `{ "rules": { … } }`.');
  else {
    isIgnoreKnown = true;
    for (const member of membersOf(node, [...settings, '$schema'], 'a setting')) {
      const { name, value } = member;
      if (name === 'rules') rules = readRules(value, 'rules');
      else if (name === 'overrides') overrides = readOverrides(value);
      else if (name === 'ignore') {
        ignore = readPatterns(value, 'ignore');
        isIgnoreKnown = value.kind === 'array' && ignore.length === value.items.length;
      } else if (isPurchaseSetting(name)) purchase = { ...purchase, ...readPurchaseSetting(member, report) };
    }
    problems.push(...pluginProblems(plugins));
  }
  return { uri, text, rules, overrides, ignore, isIgnoreKnown, purchase, plugins, problems };

  /** The members of an object that have one of some names; reports the others, and what is there twice. */
  function membersOf(
    { members }: { readonly members: readonly JsonMember[] },
    names: readonly string[],
    what: string,
  ): JsonMember[] {
    const known = names.filter((each) => each !== '$schema').map((each) => `\`${each}\``);
    const help = `The settings are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`;
    const seen = new Set<string>();
    return members.filter((member) => {
      const { name } = member;
      if (!names.includes(name))
        report(nameOf(member), `\`${name}\` isn't ${what}.`, { suggestion: closest(name, names), help });
      else if (seen.has(name)) reportTwice(member);
      else return seen.add(name);
      return false;
    });
  }

  function reportTwice(member: JsonMember): void {
    report(nameOf(member), `\`${member.name}\` is set twice.`, { help: 'Remove one of the two.' });
  }

  function readOverrides(list: JsonNode): Override[] {
    if (list.kind === 'array') return list.items.flatMap((each, i) => readOverride(each, `overrides[${i}]`) ?? []);
    report(list, `\`overrides\` must be a list, such as \`[${overrideShape}]\`.`);
    return [];
  }

  function readOverride(entry: JsonNode, path: string): Override | undefined {
    if (entry.kind !== 'object') {
      report(entry, `An entry of \`overrides\` must be an object, such as \`${overrideShape}\`.`);
      return undefined;
    }
    const members = membersOf(entry, ['files', 'rules'], 'a setting of an override');
    const needed = (name: string): JsonNode | undefined => {
      const value = members.find((each) => each.name === name)?.value;
      if (value === undefined)
        report(entry, `An entry of \`overrides\` needs \`${name}\`.`, { help: `Write \`${overrideShape}\`.` });
      return value;
    };
    const [files, own] = [needed('files'), needed('rules')];
    if (files?.kind === 'array' && files.items.length === 0)
      report(files, '`files` is empty, so the entry applies to no design.', { help: 'Write `["drafts/**"]`.' });
    return {
      files: files === undefined ? [] : readPatterns(files, 'files'),
      rules: own === undefined ? new Map() : readRules(own, `${path}.rules`),
    };
  }

  function readPatterns(list: JsonNode, name: string): Pattern[] {
    if (list.kind === 'array') return list.items.flatMap((each) => patternOf(each) ?? []);
    report(list, `\`${name}\` must be a list of patterns, such as \`["drafts/**"]\`.`);
    return [];
  }

  function patternOf(item: JsonNode): Pattern | undefined {
    if (item.kind !== 'string') {
      report(item, 'A pattern must be a text, such as "drafts/**".');
      return undefined;
    }
    const read = readPattern(item.value);
    if ('variants' in read) return read;
    report(item, read.message, { help: read.help });
    return undefined;
  }

  /** @param list what sets them: `rules`, or `overrides[0].rules` */
  function readRules(own: JsonNode, list: string): RuleSettings {
    const set = new Map<string, SetSeverity>();
    if (own.kind === 'object') for (const member of own.members) readRule(member, list, set);
    else report(own, '`rules` must be an object, such as `{ "provenance/assumed": "off" }`.');
    return set;
  }

  function readRule(member: JsonMember, list: string, set: Map<string, SetSeverity>): void {
    const { name, value } = member;
    if (set.has(name)) {
      reportTwice(member);
      return;
    }
    if (!ruleIds.includes(name) && !families.includes(name) && !knowsRule(plugins, name)) {
      const isText = Object.keys(problemKinds).some((each) => each === name || each.startsWith(`${name}/`));
      report(
        nameOf(member),
        isText
          ? `\`${name}\` is a problem of the text and always an error.`
          : `\`${name}\` is neither a rule nor a family of rules.`,
        isText
          ? { help: 'Remove it: only rules have a severity.' }
          : {
              suggestion: closest(name, [...ruleIds, ...families, ...plugins.loaded.flatMap((each) => each.ruleIds)]),
              help: `The families are ${families.map((each) => `\`${each}\``).join(', ')}.`,
            },
      );
      return;
    }
    const severity = value.kind === 'string' ? levels.find((each) => each === value.value) : undefined;
    if (severity === undefined) {
      report(value, 'A severity must be "off", "note", "warning" or "error".', {
        suggestion: value.kind === 'string' ? closest(value.value, levels) : undefined,
        help: `Write \`"${name}": "warning"\`.`,
      });
      return;
    }
    set.set(name, { severity, list, start: member.nameStart });
  }
}

/**
 * A configuration that is there and can't be read: the designs below it would be judged as if there were none.
 * @param reason the rest of a sentence that starts with its name
 */
export function unreadableConfiguration(uri: string, reason: string): Configuration {
  const problems = [problem('config/unreadable', { uri, start: 0, end: 0 }, `\`${configurationName}\` ${reason}`)];
  return {
    uri,
    text: '',
    rules: new Map(),
    overrides: [],
    ignore: [],
    isIgnoreKnown: false,
    purchase: {},
    plugins: noPlugins,
    problems,
  };
}

function nameOf({ nameStart, nameEnd }: JsonMember): { readonly start: number; readonly end: number } {
  return { start: nameStart, end: nameEnd };
}
