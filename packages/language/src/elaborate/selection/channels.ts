// Channels of the modules in some cages: `leaf[1].up[3]/5`.
import { type Selection, unsignedAt } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { wholeNumber } from '../values/evaluate.ts';
import { textOf } from './selector-text.ts';

/** The ports that channels of some cages are; undefined when there is no such channel, which is reported. */
export function channelsOf(
  context: Context,
  selector: ast.Selector,
  cages: Selection,
  item: ast.IndexItem,
  scope: Scope,
): Selection | undefined {
  if (cages.of !== 'cage' || !context.modulesIn) {
    const text =
      cages.of === 'cage' ? 'Only a whole port can be named here, not a channel.' : 'Only ports have channels.';
    context.problem('selection/kind', context.origin(item), text);
    return undefined;
  }
  const { builder } = context;
  const { firstPort } = builder.layPorts();
  const low = item.all ? 1 : wholeNumber(context, scope, item.low, 'A channel');
  const last = item.high === undefined ? low : wholeNumber(context, scope, item.high, 'A channel');
  if (low === undefined || last === undefined) return undefined;
  const ports: number[] = [];
  for (const cage of cages.ids) {
    const first = unsignedAt(firstPort, cage);
    const count = unsignedAt(firstPort, cage + 1) - first;
    const high = item.all ? count : last;
    if (low < 1 || high > count || low > high) {
      // The channels of a module that can't be read are unknown.
      if (!builder.hasGap('plugs'))
        reportNoChannel(context, selector, item, { channel: low < 1 || low > high ? low : high, count });
      return undefined;
    }
    for (let channel = low; channel <= high; channel++) ports.push(first + channel - 1);
  }
  return { of: 'port', ids: Uint32Array.from(ports) };
}

function reportNoChannel(
  context: Context,
  selector: ast.Selector,
  item: ast.IndexItem,
  { channel, count }: { readonly channel: number; readonly count: number },
): void {
  const text = textOf(selector);
  const port = text.slice(0, text.lastIndexOf('/'));
  const has = count === 1 ? 'one channel' : `${count} channels`;
  context.problem(
    'selection/no-such-index',
    context.origin(item),
    `\`${port}\` has no channel ${channel}; it has ${has}.`,
    {
      help: 'A cage has the channels of the module plugged into it; without a module it is one port.',
    },
  );
}
