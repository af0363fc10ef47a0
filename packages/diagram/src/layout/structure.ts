// Drawings whose places say what they are: by hand, a torus would be none any more.
import type { FreeGraph, TiersGraph } from '../graph/index.ts';
import { linkedFrames } from './tiers/circle/linked-frames.ts';
import { matrixSides } from './tiers/matrix.ts';

/** Whether boxes are in an array with a shape, in a matrix or in a circle of frames. */
export function hasStructure(graph: FreeGraph | TiersGraph): boolean {
  if (graph.arrangement === 'free') return graph.groups.length > 0;
  return matrixSides(graph) !== undefined || linkedFrames(graph) !== undefined;
}
