// Links as findings show them: where their modules are plugged, and whether those suit the fiber.
import type { LinkBudget, LinkEnd } from '../facts/index.ts';
import type { Related } from '../findings/finding.ts';
import { cageOfPort, type Fabric, type LinkGroup, signedAt, unsignedAt } from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import { printCount } from '../units/index.ts';

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
