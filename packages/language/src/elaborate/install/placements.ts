// Devices into racks: `place DEVICES in RACKS`.
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Selectors } from '../selection/selectors.ts';
import { wholeNumber } from '../values/evaluate.ts';

/** Places devices in racks, evenly unless it is given how many go in each. */
export function place(context: Context, selectors: Selectors, node: ast.Place, scope: Scope): void {
  const devices = selectors.all(node.devices, scope, 'device');
  const racks = node.racks.length === 0 ? undefined : selectors.all(node.racks, scope, 'rack');
  if (devices === undefined || racks === undefined) {
    context.noteGaps(['placements']);
    return;
  }
  const each =
    node.each === undefined
      ? Math.ceil(devices.ids.length / racks.ids.length)
      : wholeNumber(context, scope, node.each, 'The number of devices per rack');
  if (each === undefined || each < 1) {
    context.noteGaps(['placements']);
    return;
  }
  const { end } = extentOf(node);
  context.builder.place({ ...context.span(node.devices[0] ?? node, node), end }, devices.ids, racks.ids, each);
}
