// Questions about a part.
import type { Kind, PartKind } from '../catalogue/index.ts';
import { axesSize } from './axis.ts';
import type { Given, Part, PortGroup, Unknown, Values } from './part.ts';

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

/** What gives properties, or gives them as unknown: a part, a loop, a feed, … */
export interface Giver {
  readonly name: string;
  readonly unknowns?: Readonly<Record<string, Unknown>>;
}

/** Why a property is unknown, as the end of a sentence: it isn't given, or it is given as unknown. */
export function missingText({ name: owner, unknowns }: Giver, name: string): string {
  const given = unknowns !== undefined && Object.hasOwn(unknowns, name) ? unknowns[name] : undefined;
  if (given === undefined) return `${owner} has no \`${name}\``;
  const why = given.provenance.text;
  return `the \`${name}\` of ${owner} is unknown${why === '' ? '' : ` (${why})`}`;
}

/** Why two properties are both unknown, of which one would do: ``net has no `flow` and no `couplings` ``. */
export function missingBoth(of: Giver, first: string, second: string): string {
  const said = [first, second].find((name) => of.unknowns !== undefined && Object.hasOwn(of.unknowns, name));
  return said === undefined ? `${missingText(of, first)} and no \`${second}\`` : missingText(of, said);
}
