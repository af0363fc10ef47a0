// Links whose light takes equal paths: one chart each.
import type { Facts, LinkBudget } from '@lightloom/core';
import { grouped } from '../../graph/index.ts';

/** Links with equal optics on paths that differ in length only, of one or several statements. */
export interface PathClass {
  /** The worst of them. */
  readonly budget: LinkBudget;
  readonly all: readonly LinkBudget[];
  readonly count: number;
}

/**
 * Paths, the one with the smallest margin first; those without a margin last.
 * @param only classes of links that count; all when undefined
 */
export function pathClasses({ optics: { budgets } }: Facts, only: ReadonlySet<number> | undefined): PathClass[] {
  const some = budgets.filter(({ class: { index } }) => only?.has(index) ?? true);
  return [...grouped(some, keyOf).values()]
    .map((all): PathClass => {
      const budget = all.reduce((worst, each) => (each.margin.value < worst.margin.value ? each : worst));
      return { budget, all, count: all.reduce((sum, each) => sum + each.class.count, 0) };
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ budget: { margin } }: PathClass): number =>
  Number.isNaN(margin.value) ? Number.MAX_VALUE : margin.value;

/** What two paths have in common that share a chart: ends, medium, and each term of the loss but that of the fiber. */
function keyOf({ class: { from, to, group }, loss }: LinkBudget): string {
  const ends = [from, to].map(({ module, optics, cage }) => `${module?.index} ${optics?.index} ${cage?.index}`);
  const terms = loss.terms.slice(1).map(({ label, value }) => `${label} ${value}`);
  const amplifiers = group.medium.amplifiers?.value.map(({ count, part }) => `${count} ${part.index}`) ?? [];
  const spans = group.medium.spans?.value.map(({ count, value }) => `${count} ${value}`) ?? [];
  const { launch, channels } = group.medium;
  return [
    ...ends,
    (group.fiber ?? group.cable)?.index,
    ...[launch?.value, channels?.value],
    ...[...terms, ...amplifiers, ...spans],
  ].join('|');
}
