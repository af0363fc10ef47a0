// Devices and CDUs into racks: `place DEVICES in RACKS`.
import { printCount } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { allText } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';
import { wholeNumber } from '../values/evaluate.ts';

/** Places devices or CDUs in racks, evenly unless it is given how many go in each. */
export function place(context: Context, selectors: Selectors, node: ast.Place, scope: Scope): void {
  const placed = selectors.all(node.devices, scope, 'device or CDU');
  const racks = node.racks.length === 0 ? undefined : selectors.all(node.racks, scope, 'rack');
  if (placed === undefined || racks === undefined) {
    context.noteGaps(['placements']);
    return;
  }
  const each =
    node.each === undefined
      ? Math.ceil(placed.ids.length / racks.ids.length)
      : wholeNumber(context, scope, node.each, 'The number of devices per rack');
  if (each === undefined || each < 1) {
    if (each !== undefined && node.each !== undefined)
      context.problem(
        'value/kind',
        context.origin(node.each),
        `The number of devices per rack is ${each}; it must be at least 1.`,
      );
    context.noteGaps(['placements']);
    return;
  }
  const things = { of: placed.of === 'cdu' ? 'cdu' : 'device', ids: placed.ids } as const;
  reportPlaced(context, node, things);
  const { end } = extentOf(node);
  const origin = { ...context.span(node.devices[0] ?? node, node), end };
  context.builder.place(origin, things, racks.ids, each);
}

/** Reports devices and CDUs that are in a rack already: each is in one. */
function reportPlaced(
  context: Context,
  { devices }: ast.Place,
  things: { readonly of: 'device' | 'cdu'; readonly ids: Uint32Array },
): void {
  const { count, by } = context.builder.placedBefore(things);
  if (count === 0) return;
  const message = `${printCount(count, things.of === 'cdu' ? 'CDU' : 'device')} of \`${allText(devices)}\` ${count === 1 ? 'is' : 'are'} in a rack already.`;
  context.problem('place/twice', context.origin(devices[0] as ast.Selector), message, {
    help: 'Select other devices in one of the two statements; the later one counts.',
    related: by === undefined ? [] : [{ origin: by.origin, message: 'Placed here.' }],
  });
}
