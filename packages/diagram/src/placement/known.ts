// What a box is known by beside its name.
import type { Graph } from '../graph/index.ts';
import { hasStructure } from '../layout/index.ts';

/** A box of a drawing that can be placed by hand. */
export interface Known {
  readonly id: string;
  readonly like: string;
  /** Ids of the boxes it is linked to, in the order of the alphabet. */
  readonly linked: readonly string[];
}

/** The drawings whose boxes can be placed by hand: networks. */
export type Movable = Extract<Graph, { readonly arrangement: 'tiers' | 'free' }>;

/** Whether boxes of a drawing can be placed by hand; racks, halls, charts, loops and tori have places of their own. */
export function isMovable(graph: Graph): graph is Movable {
  return (graph.arrangement === 'tiers' || graph.arrangement === 'free') && !hasStructure(graph);
}

/** The boxes of a drawing, with what they are known by. */
export function knownBoxes({ nodes, trunks }: Movable): readonly Known[] {
  const linked = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of trunks)
    if (from !== to) {
      linked.get(from)?.add(to);
      linked.get(to)?.add(from);
    }
  return nodes.map(({ id, kind, lines, count }) => ({
    id,
    like: lines[0] ?? `${count} × ${kind}`,
    linked: [...(linked.get(id) ?? [])].sort(),
  }));
}
