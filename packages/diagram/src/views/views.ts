// The drawings a fabric has: those its author declared, and those every fabric has.
import type { Facts } from '@lightloom/core';
import type { Graph, ViewInfo } from '../graph/index.ts';
import { coolingGraph } from './cooling.ts';
import { networkGraph } from './network.ts';
import { racksGraph } from './racks.ts';
import { sketchesOf } from './sketch.ts';

/** All views of a fabric: declared ones first, then one for each network, the racks and the cooling. */
export function viewsOf(facts: Facts): readonly ViewInfo[] {
  return sketchesOf(facts).map(({ id, title, kind, declared }) => ({ id, title, kind, declared }));
}

/** The drawing of a view; undefined when there is no view of that id. */
export function graphOf(facts: Facts, viewId: string): Graph | undefined {
  const sketch = sketchesOf(facts).find((each) => each.id === viewId);
  if (sketch === undefined) return undefined;
  switch (sketch.kind) {
    case 'network':
      return networkGraph(facts, sketch);
    case 'racks':
      return racksGraph(facts, sketch);
    case 'cooling':
      return coolingGraph(facts, sketch);
  }
}
