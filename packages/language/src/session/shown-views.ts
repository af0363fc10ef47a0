// The views of a design that show something, each once: what a page or a file of all drawings has.
import type { Graph } from '@lightloom/diagram/views';
import type { Analysis } from '../analysis/analysis.ts';
import { graphOf, type ShownOptions, wholeViewsOf } from './draw.ts';

/** A view, and what it shows. */
interface ShownView {
  /** The name by which it is rendered alone, as `network:backend`. */
  readonly id: string;
  readonly title: string;
  readonly graph: Graph;
}

/** The views in the order in which `viewsOf` names them, as the design is in the end; without those that show nothing, or what another shows. */
export async function shownViewsOf(design: Analysis, options: ShownOptions = {}): Promise<readonly ShownView[]> {
  const seen = new Set<string>();
  const views: ShownView[] = [];
  for (const { id, title } of await wholeViewsOf(design)) {
    const graph = await graphOf(design, id, options);
    if (graph === undefined || graph.nodes.length + graph.groups.length === 0) continue;
    // A declared view often shows what the view of its network does, under a title of its own.
    const content = JSON.stringify({ ...graph, id: '', title: '', block: '' });
    if (seen.has(content)) continue;
    seen.add(content);
    views.push({ id, title, graph });
  }
  return views;
}
