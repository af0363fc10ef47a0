// Questions about a part.
import type { Kind, PartKind } from '../catalogue/index.ts';
import { axesSize } from './axis.ts';
import type { Given, Part, PortGroup, Values } from './part.ts';

/** Whether a part is of a kind; narrows its values. */
export function isPart<K extends PartKind>(part: Part, kind: K): part is Part<K> {
  return part.kind === (kind as PartKind);
}

/** Whether `part` is `other` or inherits from it. */
export function derivesFrom(part: Part, other: Part): boolean {
  for (let each: Part | undefined = part; each !== undefined; each = each.base) if (each === other) return true;
  return false;
}

/** Cages on one device of this part. */
export function cagesOf(part: Part): number {
  const last = part.ports.at(-1);
  return last === undefined ? 0 : last.first + last.count;
}

/** The group that holds a cage, by the cage's number within its device. */
export function portGroupAt(part: Part, cage: number): PortGroup | undefined {
  return part.ports.find((group) => cage >= group.first && cage < group.first + group.count);
}

/** Lays port groups out one after the other. */
export function layOutPorts(groups: readonly Omit<PortGroup, 'first' | 'count'>[]): PortGroup[] {
  let first = 0;
  return groups.map((group) => {
    const placed = { ...group, first, count: axesSize(group.axes) };
    first += placed.count;
    return placed;
  });
}

/** Whether a value is computed: `length auto`. */
export function isAuto(given: Given<number> | undefined): boolean {
  return given?.unit === 'auto';
}

/** Any property of a part by name, for code that works on all kinds alike. */
export function propertyOf(values: Values<Kind>, name: string): Given<unknown> | undefined {
  return (values as Readonly<Record<string, Given<unknown> | undefined>>)[name];
}

/** Why a property of a part is unknown, as the end of a sentence: it isn't given, or it is given as unknown. */
export function missingText(part: Part, name: string): string {
  const given = Object.hasOwn(part.unknowns, name) ? part.unknowns[name] : undefined;
  if (given === undefined) return `${part.name} has no \`${name}\``;
  const why = given.provenance.text;
  return `the \`${name}\` of ${part.name} is unknown${why === '' ? '' : ` (${why})`}`;
}
