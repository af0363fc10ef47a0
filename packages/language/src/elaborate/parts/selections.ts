// Installed things that properties name, and their redundancy.
import type { Selected, Selection, SelectionSpec } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { textOfNode } from '../../parse/index.ts';
import type { Read, Reading } from './reading.ts';
import { isRedundancy, leavesSome, redundancyIn } from './redundancy.ts';

/** An example of what can be named where things of several families fit. */
const examples: Readonly<Partial<Record<SelectionSpec['of'], string>>> = {
  any: 'leaf[*]',
  group: 'su[*]',
  'group or device': 'leaf',
};

/** Installed things, with their redundancy. */
export function readSelection(reading: Reading, spec: SelectionSpec): Read {
  const items = [...reading.property.items];
  const last = items.at(-1);
  const spares = spec.redundancy === true && last !== undefined && items.length > 1 && isRedundancy(last, spec.of);
  const redundancy = spares ? redundancyIn(reading.context, last) : undefined;
  if (spares && redundancy === undefined) return undefined;
  if (spares) items.pop();
  const selectors: ast.Selector[] = [];
  for (const item of items) {
    if (item.value?.$type !== 'Selector' || item.counted !== undefined) {
      reading.context.problem(
        'value/kind',
        reading.context.origin(item),
        `\`${reading.property.name}\` must name installed things, such as \`${examples[spec.of] ?? spec.of}\`.`,
      );
      return undefined;
    }
    selectors.push(item.value);
  }
  const found =
    spec.of === 'group or device'
      ? byFamily(reading, selectors)
      : [reading.selectors.all(selectors, reading.scope, spec.of)];
  const [selection, ...others] = found ?? [];
  if (selection === undefined) return undefined;
  const count = selection.ids.length;
  // For CDUs a rule judges it; feeds that may all fail are a mistake.
  if (spec.of === 'feed' && last !== undefined && redundancy !== undefined && !leavesSome(redundancy, count)) {
    const feeds = count === 1 ? 'one feed' : `${count} feeds`;
    const text = `\`${textOfNode(last).trim()}\` of ${feeds} leaves none.`;
    reading.context.problem('value/kind', reading.context.origin(last), text);
    return undefined;
  }
  const value: Selected = {
    selection,
    redundancy,
    ...(others.length === 0 ? {} : { others: others.filter((each) => each !== undefined) }),
  };
  return { value };
}

/** Groups and devices, each family by itself; undefined when something is wrong, which is reported. */
function byFamily({ selectors: read, scope }: Reading, selectors: readonly ast.Selector[]): Selection[] | undefined {
  const families = new Map<Selection['of'], ast.Selector[]>();
  for (const each of selectors) {
    const of = read.all([each], scope, 'group or device')?.of;
    if (of === undefined) return undefined;
    families.set(of, [...(families.get(of) ?? []), each]);
  }
  return [...families.values()].flatMap((own) => read.all(own, scope, 'group or device') ?? []);
}
