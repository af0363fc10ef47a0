// Properties that are explicitly unknown: `power unknown source "data sheet of 2026-03"`.
import type { Given, Kind, Unknown, Values } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';

/** Whether a property's value is the word `unknown`. */
export function isUnknown({ value, counted }: ast.Item): boolean {
  const said = counted ?? value;
  const selector = said?.$type === 'Selector' ? said : undefined;
  const segment = selector?.segments[0];
  return selector?.segments.length === 1 && segment?.$type === 'Segment' && segment.named.$refText === 'unknown';
}

/** The properties of a body that are explicitly unknown, each with its source. */
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

/** The values of a base with a part's own on top; what is explicitly unknown isn't inherited. */
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
