// What an item may hold beside its value, by the type of the property: what isn't read is an error, never passed over.
import type { PropertySpec, ValueSpec } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import { alternatives } from '../../problems/wording.ts';
import { isSumOfSpares, propertiesWithRedundancy, takesRedundancy } from '../../syntax/index.ts';
import type { Context } from '../scope/context.ts';

type Feature = 'comparator' | 'counted' | 'upper' | 'grade' | 'at' | 'on';

const takes: Readonly<Record<ValueSpec['type'], readonly Feature[]>> = {
  quantity: ['comparator'],
  quantities: ['counted'],
  count: [],
  word: [],
  words: ['counted'],
  text: [],
  part: [],
  parts: ['counted', 'grade'],
  table: ['at'],
  'per part': ['on'],
  range: ['upper'],
  supplies: ['counted'],
  selection: [],
};

/** Each feature as messages name it. */
const names: Readonly<Record<Feature, string>> = {
  comparator: 'comparison',
  counted: 'count before its value',
  upper: 'range of values',
  grade: '`low-loss`',
  at: '`at`',
  on: '`on`',
};

/** Whether items hold nothing that a property of this type doesn't take; what it doesn't take is reported. */
export function holdOnlyWhatIsRead(context: Context, property: ast.Property, type: ValueSpec['type']): boolean {
  return holdOnly(context, property, takes[type]);
}

/** Whether an item holds nothing beside the word `unknown`; what it does is reported. */
export function isUnknownAlone(context: Context, property: ast.Property): boolean {
  const extra = property.items.find((item) =>
    (Object.keys(names) as Feature[]).some((each) => item[each] !== undefined),
  );
  if (extra === undefined) return true;
  context.problem('value/kind', context.origin(extra), '`unknown` takes nothing beside it.', {
    help: `Write \`${property.name} unknown\`.`,
  });
  return false;
}

function holdOnly(context: Context, property: ast.Property, taken: readonly Feature[]): boolean {
  for (const item of property.items) {
    const extra = (Object.keys(names) as Feature[]).find((each) => item[each] !== undefined && !taken.includes(each));
    if (extra === undefined) continue;
    const text = `\`${property.name}\` takes no ${names[extra]}.`;
    context.problem('value/kind', context.origin(item), text, { help: 'Remove it.' });
    return false;
  }
  return true;
}

/** Whether no redundancy follows a list that takes none; what does is reported. */
export function holdsRedundancyWhereTaken(context: Context, property: ast.Property, spec: PropertySpec): boolean {
  const extra = takesRedundancy(spec) ? undefined : property.items.find((each, i) => i > 0 && isSumOfSpares(each));
  if (extra === undefined) return true;
  const others = propertiesWithRedundancy().map((each) => `\`${each}\``);
  context.problem('value/kind', context.origin(extra), `\`${property.name}\` takes no redundancy.`, {
    help: `Remove \`${textOfNode(extra)}\`: redundancy belongs to ${alternatives(others)}.`,
  });
  return false;
}
