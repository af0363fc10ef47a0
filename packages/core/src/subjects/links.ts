// Links as findings show them: where their modules are plugged, and whether those suit the fiber.
import { defineAnswer, defineAnswerFor, type Facts, reads } from '../answers/index.ts';
import type { LinkBudget, LinkClass, LinkClasses, LinkEnd } from '../facts/index.ts';
import type { Related } from '../findings/finding.ts';
import { allowancesFor, type RuleAllowances } from '../findings/index.ts';
import type { Alike } from '../findings/judge.ts';
import { cageOfPort, type Fabric, type LinkGroup, type Subjects, signedAt, unsignedAt } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import { printCount } from '../units/index.ts';

/** The budget of some equal links. */
export interface LinksBudget extends LinkBudget {
  readonly links: Uint32Array;
}

/** The links of each class, by its index. */
const linksOfClasses = defineAnswer(
  reads('links'),
  ({ links }) => sortedByClass(links),
  ({ links }, before) => (links.of === before.values.links.of ? before.value : sortedByClass(links)),
);

/** Sorts links by class once somebody asks for those of one. */
function sortedByClass(links: LinkClasses): (index: number) => Uint32Array {
  let sorted: ((index: number) => Uint32Array) | undefined;
  return (index) => {
    sorted ??= linksByClass(links);
    return sorted(index);
  };
}

function linksByClass({ classes, of }: LinkClasses): (index: number) => Uint32Array {
  const next = new Uint32Array(classes.length);
  let at = 0;
  for (const [index, { count }] of classes.entries()) {
    next[index] = at;
    at += count;
  }
  const starts = next.slice();
  const sorted = new Uint32Array(at);
  for (let link = 0; link < of.length; link++) {
    const index = unsignedAt(of, link);
    const place = unsignedAt(next, index);
    sorted[place] = link;
    next[index] = place + 1;
  }
  return (index) => sorted.subarray(unsignedAt(starts, index), unsignedAt(next, index));
}

/** The budget of each class of links, with those links. */
const budgetsWithLinks = defineAnswer(
  { ...reads('optics', 'lengths'), linksOf: linksOfClasses },
  ({ optics, lengths, linksOf }): readonly LinksBudget[] =>
    lengths === 'all'
      ? optics.budgets.map((budget, index) => new BudgetOfLinks(budget, () => linksOf(index), budget.class))
      : extremesOf(optics.budgets).map(
          ({ budget, count }) =>
            new BudgetOfLinks(budget, () => linksOf(budget.class.index), withLinks(budget.class, { count })),
        ),
  // Only the store of all lengths has one before.
  ({ optics, linksOf }, { values, value }) =>
    optics.budgets.map((budget, index) => {
      const known = values.linksOf === linksOf && values.optics.budgets[index] === budget ? value[index] : undefined;
      return known ?? new BudgetOfLinks(budget, () => linksOf(index), budget.class);
    }),
);

/** Whether some links differ in the length they give and in nothing else. */
export const differInLength = defineAnswer(reads('links'), ({ links }) =>
  links.classes.some(({ like, index }) => like !== index),
);

/** A budget with the links that have it, which only findings ask for. */
class BudgetOfLinks implements LinksBudget {
  readonly class: LinkClass;
  private readonly budget: LinkBudget;
  private readonly findLinks: () => Uint32Array;
  private found: Uint32Array | undefined;

  constructor(budget: LinkBudget, findLinks: () => Uint32Array, ofLinks: LinkClass) {
    this.budget = budget;
    this.findLinks = findLinks;
    this.found = undefined;
    this.class = ofLinks;
  }

  get links(): Uint32Array {
    this.found ??= this.findLinks();
    return this.found;
  }

  get loss() {
    return this.budget.loss;
  }
  get allowed() {
    return this.budget.allowed;
  }
  get length() {
    return this.budget.length;
  }
  get reach() {
    return this.budget.reach;
  }
  get margin() {
    return this.budget.margin;
  }
  get rate() {
    return this.budget.rate;
  }
  get fibers() {
    return this.budget.fibers;
  }
}

/** A class of which only some links are meant. */
function withLinks(each: LinkClass, some: Partial<Pick<LinkClass, 'count' | 'sample'>>): LinkClass {
  const { length, index, statements, from, to, cable, count, sample, given, like } = each;
  return {
    ...{ length, index, statements, from, to, cable, count, sample, given, like },
    get group() {
      return each.group;
    },
    ...some,
  };
}

/**
 * The budgets without those that lie between two others: of links that differ in the length they give, the shortest, and the longest
 * together with all others.
 */
function extremesOf(
  budgets: readonly LinkBudget[],
): readonly { readonly budget: LinkBudget; readonly count: number }[] {
  const alike: { shortest: LinkBudget; longest: LinkBudget; count: number }[] = [];
  // By class, which of them holds the links that it is the first of.
  const place = new Int32Array(budgets.length);
  for (const each of budgets) {
    const { like, given, count } = each.class;
    const at = signedAt(place, like);
    const known = at === 0 ? undefined : alike[at - 1];
    if (known === undefined) {
      place[like] = alike.push({ shortest: each, longest: each, count });
      continue;
    }
    known.count += count;
    if (given < known.shortest.class.given) known.shortest = each;
    if (given > known.longest.class.given) known.longest = each;
  }
  return alike.flatMap(({ shortest, longest, count }) =>
    shortest === longest
      ? [{ budget: shortest, count }]
      : [
          { budget: shortest, count: shortest.class.count },
          { budget: longest, count: count - shortest.class.count },
        ],
  );
}

/** The budgets of all links, those that some allowances cover apart from the others. */
const budgetsApart = defineAnswerFor({ budgets: budgetsWithLinks }, ({ budgets }, allowances: RuleAllowances) =>
  budgets.flatMap((budget) =>
    allowances
      .apart('link', budget.links)
      .map(
        (links) =>
          new BudgetOfLinks(
            budget,
            () => Uint32Array.from(links),
            withLinks(budget.class, { count: links.length, sample: links[0] ?? budget.class.sample }),
          ),
      ),
  ),
);

/** The budgets of all links, as a rule judges them: those that the design allows the rule for apart from the others. */
export function budgetsFor(facts: Facts, rule: string): readonly LinksBudget[] {
  const allowances = allowancesFor(facts, rule);
  return allowances.areForSome ? budgetsApart(facts, allowances) : budgetsWithLinks(facts);
}

/** The links of a budget, as what a finding is about: they are looked for when somebody asks which. */
export function linksOf(budget: LinksBudget): Subjects {
  return {
    of: 'link',
    get ids() {
      return budget.links;
    },
  };
}

/** A message about a fault, with the number of further iterations of a `for` that have it. */
export function inIterations({ alike }: LinkGroup, message: string): string {
  if (alike === 0) return message;
  return message.replace(
    /\.$/,
    `; ${printCount(alike, 'more iteration', 'more iterations')} of the loop ${alike === 1 ? 'has' : 'have'} the same problem.`,
  );
}

/** Where the modules at both ends are plugged, as related places. */
export function plugsOf(fabric: Fabric, budget: LinkBudget): Related[] {
  const both = plugOf(fabric, budget, 'from') === plugOf(fabric, budget, 'to');
  const sides =
    both && budget.class.from.optics === budget.class.to.optics ? (['from'] as const) : (['from', 'to'] as const);
  return sides.flatMap((side) => {
    const origin = plugOf(fabric, budget, side);
    const { module, optics } = budget.class[side];
    const message = `${module?.name ?? 'The module'} with ${optics?.name ?? 'no optics'} is plugged here.`;
    return origin === undefined ? [] : [{ origin, message }];
  });
}

/** The statement that plugs the module at one end of a link. */
export function plugOf(fabric: Fabric, budget: LinkBudget, end: 'from' | 'to'): Origin | undefined {
  const port = unsignedAt(fabric.links[end], budget.class.sample);
  return fabric.plugs[signedAt(fabric.cages.plug, cageOfPort(fabric, port))]?.origin;
}

/** Where a link is made, and where its medium is given: what is wrong there affects all that depends on the link. */
export function placesOf({ class: { group } }: LinkBudget): Origin[] {
  return [group.origin, ...(group.mediumOrigin === undefined ? [] : [group.mediumOrigin])];
}

/** What decides the power along a line: its amplifiers, and the power that it is set to. */
export function lineOrigins({ medium: { amplifiers, launch } }: LinkGroup): Origin[] {
  return [amplifiers?.origin, launch?.origin].filter((each) => each !== undefined);
}

/** The links of a class, as they are counted. */
export function countedLinks(budget: LinksBudget): Alike {
  const { count, group } = budget.class;
  return { count, at: group.origin, of: linksOf(budget) };
}

/** Whether a PMD is at both ends, and light of each goes through the fiber, where one is given. What keeps a link dark is found by other rules. */
export function isLit(budget: LinkBudget): boolean {
  return [budget.class.from, budget.class.to].every(
    (end) => end.optics !== undefined && end.optics.values.fibers?.value !== 0 && !wrongFiber(budget, end),
  );
}

/** Whether a link has a loss budget: not one of copper or radio, nor a cable with its ends. */
export function hasBudget(budget: LinkBudget): boolean {
  const { cable, isIncomplete } = budget.class.group;
  return cable === undefined && isIncomplete !== true && isLit(budget);
}

/** Whether nothing is said of a link but its ends: no module, no fiber, no cable. */
export function isBare({ class: { group, from, to } }: LinkBudget): boolean {
  return from.module === undefined && to.module === undefined && (group.fiber ?? group.cable) === undefined;
}

/** Whether the PMD at an end emits no light, being copper or radio, and the path is a fiber. */
export function wantsNoFiber(budget: LinkBudget, end: LinkEnd): boolean {
  return end.optics?.values.fibers?.value === 0 && budget.class.group.fiber !== undefined;
}

/** Whether the PMD at an end is designed for the other fiber mode. */
export function wrongFiber(budget: LinkBudget, end: LinkEnd): boolean {
  const wants = end.optics?.values.mode?.value;
  const has = budget.class.group.fiber?.values.mode?.value;
  return wants !== undefined && has !== undefined && wants !== has;
}
