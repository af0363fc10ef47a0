// Keeps the boxes of a drawing where they were in the one before it, while a design is edited.
import type { Graph } from '../graph/index.ts';
import type { Placed } from '../layout/index.ts';

/** With fewer of its boxes in the drawing before, a drawing is a new one. */
const fewest = 0.5;

/**
 * A drawing of an irregular network whose boxes stay where they were: its layout begins anew with every link, so that one more could
 * move all of them. Other drawings stay as they are: their rows and structures keep their places by themselves.
 * @param before the drawing of the same view that was shown last
 */
export function anchored(graph: Graph, before: Placed): Graph {
  const { id, arrangement, nodes, groups, placements } = graph;
  if (placements !== undefined || arrangement !== 'free' || groups.length > 0) return graph;
  if (before.graph.id !== id || before.graph.file !== graph.file || before.graph.arrangement !== 'free') return graph;
  const ids = new Set(nodes.map((each) => each.id));
  const boxes = before.nodes.flatMap(({ node, x, y }) => (ids.has(node.id) ? [{ id: node.id, x, y }] : []));
  if (boxes.length === 0 || boxes.length < fewest * Math.max(nodes.length, before.nodes.length)) return graph;
  return { ...graph, placements: { boxes, locked: true } };
}
