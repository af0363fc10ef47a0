// Switch types as rules look at them: which there are, and what they inherit.
import type { Derivation } from '../figures/index.ts';
import { type Fabric, isPart, type Part, type PortGroup } from '../model/index.ts';
import { type Origin, originKey } from '../source/index.ts';

/** Switch types that are installed, or that the user declared. */
export function switchTypes(fabric: Fabric): Part<'switch'>[] {
  const installed = new Set(fabric.devices.part);
  return fabric.parts
    .filter((part) => isPart(part, 'switch'))
    .filter((part) => !part.library || installed.has(part.index));
}

/** A limit of a switch type; none where it is unknown and no such switch is installed, so that nobody waits for it. */
export function limitOfType({ devices }: Fabric, part: Part<'switch'>, limit: Derivation): Derivation {
  return Number.isNaN(limit.value) && !devices.part.includes(part.index) ? { ...limit, isNone: true } : limit;
}

/** Where a design has a switch type: its declaration, or of a type of the part library, the first array of such switches. */
export function placeOfType({ blocks }: Fabric, part: Part<'switch'>): Origin {
  return (part.library ? blocks.find((each) => each.part === part)?.origin : undefined) ?? part.origin;
}

/** Whether a switch type inherits its ports and its chip unchanged; then they are reported at its base. */
export function isAsBase(part: Part<'switch'>): boolean {
  const base = part.base as Part<'switch'> | undefined;
  if (base === undefined || base.ports.length !== part.ports.length) return false;
  return base.values.asic?.value === part.values.asic?.value && base.values.asics?.value === part.values.asics?.value;
}

/** The port group whose cages of a form factor take their number over a limit; the last such group where none does. */
export function groupOver(part: Part<'switch'>, cage: Part<'cage'>, limit: number): PortGroup | undefined {
  const groups = part.ports.filter((each) => each.cage === cage);
  let count = 0;
  return groups.find((each) => (count += each.count) > limit) ?? groups.at(-1);
}

/** Where a switch type changes the chip, if it inherits the port group; undefined if it doesn't. */
export function changedChip(part: Part<'switch'>, group: PortGroup): Origin | undefined {
  return isInherited(part, group) ? part.values.asic?.origin : undefined;
}

/** Whether a type inherits a port group from its base. */
export function isInherited(part: Part<'switch'>, group: PortGroup): boolean {
  const key = originKey(group.origin);
  return part.base?.ports.some(({ origin }) => originKey(origin) === key) ?? false;
}
