// A link longer than the reach of its optics.
import { isCoherent, type LinkBudget } from '../../facts/index.ts';
import { type Derivation, mostOf, printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Part } from '../../model/index.ts';
import { assumedHelp, severityCapOver } from '../../subjects/assumed-limit.ts';
import { budgetsFor, countedLinks, linksOf, wantsNoFiber, wrongFiber } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/reach',
  severity: 'error',
  level: 'value',
  title: 'A link is longer than its optics reach',
  why: 'Reach is a limit of its own: a short-reach PMD on a long fiber runs into dispersion, modal bandwidth and reflections even if the loss is within its budget. Both must hold.',
  sources: ['IEEE 802.3: DR 500 m, FR 2 km, LR 10 km; SR by fiber type (TIA FOTC)'],
  limit: 'link length',
  override: 'Set `reach` on the optics type.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 600 m  connectors 2 x MPO16 low-loss }
//                         ^^^^^^^^^^^^ error: 800GBASE-DR8 reaches 500 m
`,
  fix: { 'length 600 m': 'length 500 m' },
  edges: [
    {
      name: 'one meter over',
      change: { '600 m': '501 m' },
      finds: '2 links are 501 m long (a.p[1] to b.p[1], …)',
    },
    {
      name: 'a single link',
      change: { 'p[1..2]': 'p' },
      finds: 'The link from a.p to b.p is 600 m long',
    },
    {
      name: 'a length that is not given',
      change: { 'length 600 m  ': '' },
    },
  ],
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    const failing = budgetsFor(facts, 'optics/reach').filter(
      // Cables with attached ends have a rule of their own.
      (each) =>
        each.class.group.cable === undefined &&
        each.class.group.isIncomplete !== true &&
        hasReach(each) &&
        judge.exceeds(each.length, each.reach, countedLinks(each)),
    );
    failing.sort((a, b) => b.length.value - mostOf(b.reach) - (a.length.value - mostOf(a.reach)));
    for (const budget of failing) {
      const { length, reach } = budget;
      const { group } = budget.class;
      const [optics, shortest] = shortestOf(budget);
      const limit = { ...shortest, value: mostOf(shortest) };
      const cap = severityCapOver(length.value, reach);
      const [is, reaches] = printApart(length, limit);
      // On an unknown fiber, or one that the PMD isn't made for, it is an upper bound.
      const bounded = Number.isNaN(shortest.value) ? 'at most ' : '';
      const on = group.fiber === undefined ? '' : ` on ${group.fiber.name}`;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'is', many: 'are' }, `${is} long`)}; ${optics?.name ?? 'the optics'} reaches ${bounded}${reaches}${on}.`,
        help: `${longerThan(optics)}, or shorten the link.${assumedHelp(cap)}`,
        ...cap,
        origin: group.medium.length?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: `reaches ${bounded}${reaches}`,
        related: [{ origin: group.origin, message: 'The links are made here.' }],
        derivation: reach,
        restsOn: group.medium.length === undefined ? [] : [group.medium.length.origin],
        blames: group.medium.length === undefined ? [] : [group.medium.length.origin],
      });
    }
    return reports;
  },
});

/** The PMD with the shorter reach, and its reach. */
function shortestOf({ class: { from, to }, reach }: LinkBudget): readonly [Part<'optics'> | undefined, Derivation] {
  const [first, second] = reach.terms;
  const isOfBoth = from.optics !== to.optics && first !== undefined && second !== undefined;
  const [a, b] = isOfBoth ? [mostOf(first), mostOf(second)] : [0, 0];
  const isSecond = Number.isNaN(a) || a > b;
  const limit = !isOfBoth ? reach : isSecond ? second : first;
  return [isOfBoth && isSecond ? to.optics : from.optics, limit];
}

/** What reaches farther, where there is a family to choose from. */
function longerThan(optics: Part<'optics'> | undefined): string {
  const longer = 'Use optics with a longer reach';
  if (optics?.values.mode?.value === 'multimode') return `${longer}, single-mode ones over a few 100 m`;
  const isPlain = !isCoherent(optics) && optics?.values.fibers?.value !== 0;
  return isPlain ? `${longer} (DR 500 m, FR 2 km, LR 10 km)` : longer;
}

/**
 * Whether a link has a reach: both ends have a PMD that suits the medium, or copper or radio. Noise and loss limit a coherent
 * line where its PMD has no reach of its own.
 */
function hasReach(budget: LinkBudget): boolean {
  const ends = [budget.class.from, budget.class.to];
  if (ends.some((end) => end.optics === undefined || wantsNoFiber(budget, end) || wrongFiber(budget, end)))
    return false;
  return ends.every(({ optics }) => !isCoherent(optics) || optics?.values.reach !== undefined);
}
