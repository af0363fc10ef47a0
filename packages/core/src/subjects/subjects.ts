// Which parts a rule looks at, and how it names many things at once.
import { type Fabric, isPart, nameOf, type Part, type PortGroup, type Selection } from '../model/index.ts';
import { type Origin, originKey } from '../source/index.ts';
import { printCount } from '../units/index.ts';

/** Switch types that are installed, or that the user declared. */
export function switchTypes(fabric: Fabric): Part<'switch'>[] {
  const installed = new Set(fabric.devices.part);
  return fabric.parts
    .filter((part) => isPart(part, 'switch'))
    .filter((part) => !part.library || installed.has(part.index));
}

/** Whether the ports and the chip of a switch type are those of its base, which answers for them then. */
export function isAsBase(part: Part<'switch'>): boolean {
  const base = part.base as Part<'switch'> | undefined;
  if (base === undefined || base.ports.length !== part.ports.length) return false;
  return base.values.asic?.value === part.values.asic?.value && base.values.asics?.value === part.values.asics?.value;
}

/** The group of cages of a form factor with which there are more of them than a limit; the last where none is. */
export function groupOver(part: Part<'switch'>, cage: Part<'cage'>, limit: number): PortGroup | undefined {
  const groups = part.ports.filter((each) => each.cage === cage);
  let count = 0;
  return groups.find((each) => (count += each.count) > limit) ?? groups.at(-1);
}

/** Where the chip of a switch type was changed, where a port group came by inheritance; undefined where it did not. */
export function changedChip(part: Part<'switch'>, group: PortGroup): Origin | undefined {
  return isInherited(part, group) ? part.values.asic?.origin : undefined;
}

/** Whether a group of ports of a type was declared by its base. */
export function isInherited(part: Part<'switch'>, group: PortGroup): boolean {
  const key = originKey(group.origin);
  return part.base?.ports.some(({ origin }) => originKey(origin) === key) ?? false;
}

/** `net[1]`, or `net[1] and 3 more` for the first of several. */
export function firstOf(fabric: Fabric, of: Selection['of'], ids: readonly number[]): string {
  const name = nameOf(fabric, of, ids[0] ?? 0);
  return ids.length > 1 ? `${name} and ${printCount(ids.length - 1, 'more', 'more')}` : name;
}

/** `2`, `2 or 4`, `1, 2, 4 or 8`. */
export function anyOf(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function allOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
