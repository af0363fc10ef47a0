// How rules name a link.
import type { LinkBudget, LinkEnd } from '../facts/index.ts';
import type { Related } from '../findings/finding.ts';
import { type Fabric, type LinkGroup, portName } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import { printCount } from '../units/index.ts';

/** `The link from a.p[1] to b.p[1]`, and how many more. */
export function linkText(fabric: Fabric, budget: LinkBudget): string {
  const { sample, count } = budget.class;
  const ends = `${portName(fabric, fabric.links.from[sample] as number)} to ${portName(fabric, fabric.links.to[sample] as number)}`;
  return count === 1 ? `The link from ${ends}` : `The link from ${ends} and ${printCount(count - 1, 'more', 'more')}`;
}

/** A message about a fault, with how many more turns of a loop have it. */
export function inTurns({ alike }: LinkGroup, message: string): string {
  if (alike === 0) return message;
  return message.replace(/\.$/, `; the same holds in ${printCount(alike, 'more turn', 'more turns')} of the loop.`);
}

/** A verb for one link or for many. */
export function does({ class: { count } }: LinkBudget, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** Where the modules at both ends were plugged, as related places. */
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

/** The statement that plugged the module at one end of a link. */
export function plugOf(fabric: Fabric, budget: LinkBudget, end: 'from' | 'to'): Origin | undefined {
  const port = fabric.links[end][budget.class.sample] as number;
  return fabric.plugs[fabric.cages.plug[fabric.ports.cage[port] as number] as number]?.origin;
}

/** The places where a link is made: what is wrong with them is wrong with all that rests on the link. */
export function placesOf({ class: { group } }: LinkBudget): Origin[] {
  return [group.origin, ...(group.mediumOrigin === undefined ? [] : [group.mediumOrigin])];
}

/** Whether the PMD at an end sends no light, over copper or by radio, and the path is a fiber. */
export function wantsNoFiber(budget: LinkBudget, end: LinkEnd): boolean {
  return end.optics?.values.fibers?.value === 0 && budget.class.group.fiber !== undefined;
}

/** Whether the PMD at an end is made for the other kind of fiber. */
export function wrongFiber(budget: LinkBudget, end: LinkEnd): boolean {
  const wants = end.optics?.values.mode?.value;
  const has = budget.class.group.fiber?.values.mode?.value;
  return wants !== undefined && has !== undefined && wants !== has;
}
