// What a `link` makes: how many links, their margin, and the lengths that `auto` comes to.
import {
  deviceOfPort,
  type Facts,
  type LinkBudget,
  type LinkGroup,
  printCount,
  printNumber,
  printValue,
  unsignedAt,
} from '@lightloom/core';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { Hint } from './hint.ts';

/** The hints of one statement. */
export function linkHints(node: ast.Link, analysis: Analysis): Hint[] {
  const key = analysis.declarationOf(node);
  const groups = analysis.fabric.linkGroups.filter((each) => each.declaration === key && each.count > 0);
  if (groups.length === 0 || groups.some(({ fault }) => fault !== undefined)) return [];
  const budgets = budgetsOf(groups, analysis.facts);
  return [...countHints(node, groups, analysis.facts), ...marginHints(node, budgets), ...lengthHints(node, budgets)];
}

/** `1,024 links, 8 a pair` behind the pattern, or behind what is linked. */
function countHints(node: ast.Link, groups: readonly LinkGroup[], facts: Facts): Hint[] {
  const last = node.pattern ?? node.to.at(-1) ?? node.from.at(-1);
  const count = groups.reduce((all, each) => all + each.count, 0);
  // A line that makes one link says so itself.
  if (last === undefined || count === 1) return [];
  const pairs = groups.map((each) => linksOfPairs(each, facts));
  const [least, most] = [Math.min(...pairs.map((each) => each.least)), Math.max(...pairs.map((each) => each.most))];
  const each = least === most ? printNumber(most, 0) : `${printNumber(least, 0)} to ${printNumber(most, 0)}`;
  const label = `${printCount(count, 'link')}${most === 1 ? '' : `, ${each} a pair`}`;
  return [{ kind: 'links', at: extentOf(last).end, label }];
}

/** The fewest and the most links between two devices. */
interface Pairs {
  readonly least: number;
  readonly most: number;
}

const known = new WeakMap<LinkGroup, Pairs>();

/** How many links join the same two devices: sorts the pairs, which takes 0.1 s for a million links, once. */
function linksOfPairs(group: LinkGroup, { fabric }: Facts): Pairs {
  const found = known.get(group);
  if (found !== undefined) return found;
  const { links, devices } = fabric;
  const keys = new Float64Array(group.count);
  for (let i = 0; i < group.count; i++) {
    const from = deviceOfPort(fabric, unsignedAt(links.from, group.first + i));
    const to = deviceOfPort(fabric, unsignedAt(links.to, group.first + i));
    keys[i] = Math.min(from, to) * devices.count + Math.max(from, to);
  }
  keys.sort();
  let [least, most, run] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 0; i < keys.length; i++) {
    run = i > 0 && keys[i] === keys[i - 1] ? run + 1 : 1;
    if (keys[i] === keys[i + 1]) continue;
    least = Math.min(least, run);
    most = Math.max(most, run);
  }
  const pairs = { least, most };
  known.set(group, pairs);
  return pairs;
}

const budgetsOfGroup = new WeakMap<LinkGroup, readonly LinkBudget[]>();

/** The budgets of the links of some statements: looks at each link once. */
function budgetsOf(groups: readonly LinkGroup[], { links, optics }: Facts): LinkBudget[] {
  const found = groups.flatMap((group) => {
    let own = budgetsOfGroup.get(group);
    if (own !== undefined) return own;
    const classes = new Set<number>();
    for (let i = group.first; i < group.first + group.count; i++) classes.add(unsignedAt(links.of, i));
    budgetsOfGroup.set(group, (own = [...classes].flatMap((each) => optics.budgets[each] ?? [])));
    return own;
  });
  return [...new Set(found)];
}

/** `1.424 dB margin` behind the path; a cable with fixed ends has no loss to count. */
function marginHints(node: ast.Link, budgets: readonly LinkBudget[]): Hint[] {
  const judged = budgets.filter(({ class: { group }, margin }) => group.cable === undefined && margin.isNone !== true);
  const open = judged.find(({ margin }) => Number.isNaN(margin.value));
  const worst = judged.reduce<LinkBudget | undefined>(
    (least, each) => (least === undefined || each.margin.value < least.margin.value ? each : least),
    undefined,
  );
  const shown = open ?? worst;
  if (shown === undefined || node.medium === undefined) return [];
  const { margin, loss, allowed } = shown;
  const label = `${printValue(margin)} margin`;
  const tooltip =
    margin.unknown === undefined
      ? `The worst of these links loses ${printValue(loss)}; the optics allow ${printValue(allowed)}.`
      : `The margin is unknown: ${margin.unknown}.`;
  return [{ kind: 'margins', at: extentOf(node).end, label, tooltip }];
}

/** `= 3.2 m to 41.5 m` behind `auto`. */
function lengthHints(node: ast.Link, budgets: readonly LinkBudget[]): Hint[] {
  const auto = node.statements.flatMap((each) => (each.$type === 'Property' && isAuto(each) ? [each] : []))[0];
  const lengths = budgets.map(({ length }) => length).filter(({ value }) => !Number.isNaN(value));
  if (auto === undefined || lengths.length === 0) return [];
  const sorted = lengths.sort((a, b) => a.value - b.value).map((each) => printValue(each));
  const [least, most] = [sorted[0] ?? '', sorted.at(-1) ?? ''];
  return [{ kind: 'lengths', at: extentOf(auto).end, label: least === most ? `= ${most}` : `= ${least} to ${most}` }];
}

/** Whether a property says `length auto`. */
function isAuto({ name, items: [item, more] }: ast.Property): boolean {
  const value = item?.value;
  if (name !== 'length' || more !== undefined || value?.$type !== 'Selector') return false;
  const [first, ...others] = value.segments;
  return others.length === 0 && first?.$type === 'Segment' && first.named.$refText === 'auto';
}
