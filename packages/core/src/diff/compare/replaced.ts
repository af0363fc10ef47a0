// What is shown of something that has another type now.
import type { Part } from '../../model/index.ts';
import type { Detail } from './change.ts';
import type { Comparer } from './differences.ts';

/** Properties that are listed, at most: beyond that, the types have little in common. */
const maxProperties = 5;

/** The names of both types, and what they differ in where that is little; all of that where they have one name. */
export function replacedDetails(
  { parts }: Pick<Comparer, 'parts'>,
  before: Part | undefined,
  after: Part | undefined,
): Detail[] {
  const type = { property: 'type', before: nameOfPart(before), after: nameOfPart(after) };
  if (before === undefined || after === undefined || before.kind !== after.kind) return [type];
  const others = parts(before, after).filter(({ property }) => property !== 'reference');
  if (type.before === type.after) return others;
  return others.length > maxProperties ? [type] : [type, ...others];
}

/** The name of a type; of one that isn't known, that. */
export function nameOfPart(part: Part | undefined): string {
  return part?.name ?? 'unknown type';
}
