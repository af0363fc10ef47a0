// Which parts a rule looks at, and how it names many things at once.
import { type Fabric, isPart, nameOf, type Part, type Selection } from '../model/index.ts';
import { printCount } from '../units/index.ts';

/** Switch types that are installed, or that the user declared. */
export function switchTypes(fabric: Fabric): Part<'switch'>[] {
  const installed = new Set(fabric.devices.part);
  return fabric.parts
    .filter((part) => isPart(part, 'switch'))
    .filter((part) => !part.library || installed.has(part.index));
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
