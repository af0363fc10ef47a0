// Drawings whose places say what they are: by hand, a torus would be none any more.
import type { FreeGraph, TiersGraph } from '../graph/index.ts';
import { linkedFrames } from './tiers/circle/linked-frames.ts';
import { matrixSides } from './tiers/matrix.ts';
import { packed } from './tiers/packs.ts';

/** Whether boxes are in a grid, in two sides, in a matrix, or in frames within those of a circle. */
export function hasStructure(graph: FreeGraph | TiersGraph): boolean {
  if (graph.arrangement === 'free') return !isOfCircles(graph);
  const linked = linkedFrames(graph);
  if (linked === undefined) return matrixSides(graph) !== undefined;
  return linked.frames.some(({ groups }) => groups.length > 1) || packed(graph).packs.size > 0;
}

/** Whether each array is a circle that nothing else is linked to. */
function isOfCircles({ nodes, groups, trunks }: FreeGraph): boolean {
  const groupOf = new Map(nodes.map(({ id, group }) => [id, group]));
  return (
    groups.every(({ shape }) => shape.kind === 'circle') &&
    trunks.every(({ from, to }) => groupOf.get(from) === groupOf.get(to))
  );
}
