// What an author says nobody knows: `power unknown source "data sheet of 2026-03"`.
import type { Given, Kind, Unknown, Values } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';

/** Whether a property's value is the word `unknown`. */
export function isUnknown(item: ast.Item): boolean {
  const selector = item.value?.$type === 'Selector' ? item.value : undefined;
  const segment = selector?.segments[0];
  return selector?.segments.length === 1 && segment?.$type === 'Segment' && segment.named.$refText === 'unknown';
}

/** The properties that a body says are unknown, each with what its author says about it. */
export function unknownsIn(context: Context, statements: readonly ast.Statement[]): Readonly<Record<string, Unknown>> {
  const found: Record<string, Unknown> = {};
  for (const node of statements) {
    const item = node.$type === 'Property' ? node.items[0] : undefined;
    if (node.$type !== 'Property' || item === undefined || !isUnknown(item)) continue;
    const { provenance } = node;
    found[node.name] = {
      origin: context.span(node, item),
      provenance:
        provenance === undefined ? { kind: 'stated', text: '' } : { kind: provenance.kind, text: provenance.text },
    };
  }
  return found;
}

/** What a base says until it is said again; what is said to be unknown is not inherited. */
export function inherited(
  base: { readonly values: Values<Kind>; readonly unknowns: Readonly<Record<string, Unknown>> } | undefined,
  own: Values<Kind>,
  unknowns: Readonly<Record<string, Unknown>>,
): { readonly values: Values<Kind>; readonly unknowns: Readonly<Record<string, Unknown>> } {
  const values: Record<string, Given<unknown>> = { ...base?.values, ...own };
  for (const name of Object.keys(unknowns)) if (!Object.hasOwn(own, name)) delete values[name];
  const all = { ...base?.unknowns, ...unknowns };
  return {
    values: values as Values<Kind>,
    unknowns: Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(values, name))),
  };
}
