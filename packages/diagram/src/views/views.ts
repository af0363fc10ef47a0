// The drawings a fabric has: those its author declared, and those every fabric has.
import type { Facts } from '@lightloom/core';
import type { Graph, ViewInfo } from '../graph/index.ts';
import { coolingGraph } from './cooling/cooling-graph.ts';
import { networkGraph } from './network/network-graph.ts';
import { racksGraph } from './racks/racks-graph.ts';
import { type Sketch, sketchesOf } from './sketch/sketch.ts';
import { joined } from './text/phrases.ts';

/** All views of a fabric: declared ones first, then one for each network, the racks and the cooling. */
export function viewsOf(facts: Facts): readonly ViewInfo[] {
  return sketchesOf(facts).map(({ id, title, kind, declared }) => ({ id, title, kind, declared }));
}

/** The drawing of a view; undefined when there is no view of that id. */
export function graphOf(facts: Facts, viewId: string): Graph | undefined {
  const sketch = sketchesOf(facts).find((each) => each.id === viewId);
  if (sketch === undefined) return undefined;
  const graph = drawn(facts, sketch);
  return { ...graph, subtitle: joined([graph.subtitle, ...conditionsOf(facts)]) };
}

/** What the figures of a drawing are made of, where that is not what the text says alone. */
function conditionsOf({ basis, fabric }: Facts): string[] {
  const set = fabric.settings.map(({ name, text }) => `${name} = ${text}`).join(', ');
  return [...(set === '' ? [] : [`with ${set}`]), ...(basis === 'typical' ? ['typical figures'] : [])];
}

function drawn(facts: Facts, sketch: Sketch): Graph {
  switch (sketch.kind) {
    case 'network':
      return networkGraph(facts, sketch);
    case 'racks':
      return racksGraph(facts, sketch);
    case 'cooling':
      return coolingGraph(facts, sketch);
  }
}
