// The configuration of a project: the severity of each rule, or `off`.
import { allRules, type Finding, type Severities, type Strictness } from '@lightloom/core';
import { closest } from '../parse/index.ts';
import type { PriceBook } from '../prices/index.ts';
import { problem } from '../problems/problem.ts';
import { milderProblems, problemKinds } from '../problems/problem-kinds.ts';
import { codeList } from '../problems/wording.ts';
import { type JsonMember, type JsonNode, readJson } from './json.ts';
import {
  isPurchaseSetting,
  type PurchaseSettings,
  purchaseSettings,
  type Report,
  readPurchaseSetting,
} from './purchase-settings.ts';

/** The name of the file. */
export const configurationName = 'lightloom.json';

/** The content of a configuration file. */
export interface Configuration {
  /** Address of the file. */
  readonly uri: string;
  readonly text: string;
  /** By rule or family. */
  readonly severities: Severities;
  /** How parts are bought. */
  readonly purchase: PurchaseSettings;
  /** Address of the price book that it names, be it there or not. */
  readonly bookUri?: string;
  /** The price book that it names; undefined where it names none, or that can't be read. */
  readonly book?: PriceBook | undefined;
  /** Errors in the file itself. */
  readonly problems: readonly Finding[];
}

const settings = ['rules', ...purchaseSettings];
const levels: readonly Strictness[] = ['off', 'note', 'warning', 'error'];
const ruleIds = [...allRules.map((each) => each.id), 'control/unused-allow', ...milderProblems];
const families = [...new Set(ruleIds.map((each) => each.slice(0, each.indexOf('/'))))];

/** Reads a configuration. Never throws: an invalid setting is reported as a problem and has no effect. */
export function readConfiguration(uri: string, text: string): Configuration {
  const severities = new Map<string, Strictness>();
  let purchase: PurchaseSettings = {};
  const problems: Finding[] = [];
  const report: Report = (rule, at, message, details = {}) => {
    const { suggestion } = details;
    // The range includes the quotes; a suggestion replaces only the text between them.
    const origin = { uri, start: at.start, end: at.end };
    const inner = { uri, start: at.start + 1, end: at.end - 1 };
    problems.push(
      problem(rule, origin, message, { ...details, ...(suggestion === undefined ? {} : { suggestionAt: [inner] }) }),
    );
  };
  const node = readJson(text);
  if ('message' in node) {
    report('config/json', node, node.message, {
      help: 'Write names and texts in double quotes, and no comments.',
    });
    return { uri, text, severities, purchase, problems };
  }
  if (node.kind !== 'object') {
    report('config/content', node, 'A configuration must be an object, such as `{ "rules": { … } }`.');
    return { uri, text, severities, purchase, problems };
  }
  for (const member of node.members) {
    if (member.name === '$schema') continue;
    if (member.name === 'rules') readRules(member.value);
    else if (isPurchaseSetting(member.name)) purchase = { ...purchase, ...readPurchaseSetting(member, report) };
    else
      report('config/content', nameOf(member), `\`${member.name}\` isn't a setting.`, {
        suggestion: closest(member.name, [...settings, '$schema']),
        help: `Settings are ${codeList(settings)}.`,
      });
  }
  return { uri, text, severities, purchase, problems };

  function readRules(rules: JsonNode): void {
    if (rules.kind !== 'object') {
      report('config/content', rules, '`rules` must be an object, such as `{ "provenance/assumed": "off" }`.');
      return;
    }
    for (const member of rules.members) readRule(member);
  }

  function readRule(member: JsonMember): void {
    const { name, value } = member;
    if (severities.has(name)) {
      report('config/content', nameOf(member), `\`${name}\` is set twice.`, { help: 'Remove one of the two.' });
      return;
    }
    if (!ruleIds.includes(name) && !families.includes(name)) {
      const isText = Object.keys(problemKinds).some((each) => each === name || each.startsWith(`${name}/`));
      report(
        'config/content',
        nameOf(member),
        isText
          ? `\`${name}\` is a problem of the text and always an error.`
          : `\`${name}\` is neither a rule nor a family of rules.`,
        isText
          ? { help: 'Remove it: only rules have a severity.' }
          : {
              suggestion: closest(name, [...ruleIds, ...families]),
              help: `The families are ${families.map((each) => `\`${each}\``).join(', ')}.`,
            },
      );
      return;
    }
    const level = value.kind === 'string' ? levels.find((each) => each === value.value) : undefined;
    if (level === undefined) {
      report('config/content', value, 'A severity must be "off", "note", "warning" or "error".', {
        suggestion: value.kind === 'string' ? closest(value.value, levels) : undefined,
        help: `Write \`"${name}": "warning"\`.`,
      });
      return;
    }
    severities.set(name, level);
  }
}

/**
 * A configuration that is there and can't be read: the designs below it would be judged as if there were none.
 * @param reason the rest of a sentence that starts with its name
 */
export function unreadableConfiguration(uri: string, reason: string): Configuration {
  const problems = [problem('config/unreadable', { uri, start: 0, end: 0 }, `\`${configurationName}\` ${reason}`)];
  return { uri, text: '', severities: new Map(), purchase: {}, problems };
}

function nameOf({ nameStart, nameEnd }: JsonMember): { readonly start: number; readonly end: number } {
  return { start: nameStart, end: nameEnd };
}
