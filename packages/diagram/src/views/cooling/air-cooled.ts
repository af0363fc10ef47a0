// Racks on no loop.
import { type Facts, numberAt, signedAt } from '@lightloom/core';
import type { LoopGroup, LoopsNode } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { airCooledNode } from './rack-node.ts';

/** Classes of racks that are drawn. */
const maxDrawn = 12;

const group: LoopGroup = {
  id: 'no loop',
  kind: 'loop',
  label: 'Not on a coolant loop',
  lines: ['cooled by air'],
  count: 1,
  detail: 'Racks without “cooled by”',
};

/** The racks with devices in them that are on no loop; undefined when there are none. */
export function airCooled(
  facts: Facts,
  classes: readonly RackClass[],
): { readonly groups: readonly LoopGroup[]; readonly nodes: readonly LoopsNode[] } | undefined {
  const { loop } = facts.fabric.racks;
  const racks = classes.filter((each) => signedAt(loop, numberAt(each.racks, 0)) < 0 && each.fillings.length > 0);
  if (racks.length === 0) return undefined;
  return { groups: [group], nodes: racks.slice(0, maxDrawn).map((each) => airCooledNode(facts, each, group.id)) };
}
