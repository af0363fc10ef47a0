// What racks, loops and feeds say about each other, once all of them are there.
import type { Selection, Values } from '@lightloom/core';
import type { Context } from './context.ts';
import type { Installer } from './installed.ts';
import type { Properties } from './properties.ts';

const noFeeds: Selection = { of: 'feed', ids: new Uint32Array(0) };

/** Reads the values of loops and feeds, and hangs racks on them. */
export function connectPlant(context: Context, installer: Installer, properties: Properties): void {
  const { builder } = context;
  for (const { node, index, scope } of installer.plants) {
    const values = properties.read(node.statements, node.kind, 'installed', scope);
    if (node.kind === 'loop') builder.describeLoop(index, values as Values<'loop'>);
    else builder.describeFeed(index, values as Values<'feed'>);
  }
  for (const { node, block, scope } of installer.waiting.racks) {
    const values = properties.read(node.statements, 'rack', 'installed', scope) as Values<'rack'>;
    const rows = installer.rowsOf(node, block, scope);
    const services = {
      loop: values.cooled?.value.selection.ids[0] ?? -1,
      feeds: values.fed?.value.selection ?? noFeeds,
      flow: values.flow?.value ?? Number.NaN,
    };
    for (let i = 0; i < block.count; i++) {
      builder.serveRack(block.first + i, services);
      if (rows[i] !== undefined) builder.setRow(block.first + i, rows[i] as number);
    }
  }
}
