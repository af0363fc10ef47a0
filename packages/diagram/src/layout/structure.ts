// Drawings whose places say what they are: by hand, a torus would be none any more.
import type { FreeGraph, TiersGraph } from '../graph/index.ts';
import { linkedFrames } from './tiers/circle/linked-frames.ts';
import { matrixSides } from './tiers/matrix.ts';
import { packed } from './tiers/packs.ts';

/** Whether boxes are in an array with a shape, in a matrix, or in frames within those of a circle. */
export function hasStructure(graph: FreeGraph | TiersGraph): boolean {
  if (graph.arrangement === 'free') return graph.groups.length > 0;
  const linked = linkedFrames(graph);
  if (linked === undefined) return matrixSides(graph) !== undefined;
  return linked.frames.some(({ groups }) => groups.length > 1) || packed(graph).packs.size > 0;
}
