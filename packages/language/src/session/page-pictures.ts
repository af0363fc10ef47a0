// The drawings of a design for a page: every view that shows something, each once.
import type { LayoutEngine } from '@lightloom/diagram';
import type { Analysis } from '../analysis/analysis.ts';
import { graphOf, wholeViewsOf } from './draw.ts';

/** A view of a design on a page. */
interface PagePicture {
  /** The name by which it is rendered alone, as `network:backend`. */
  readonly id: string;
  readonly title: string;
  /** SVG with the colors of the page it is on. */
  readonly svg: string;
}

/**
 * The views of a design in the order in which `viewsOf` names them, as it is in the end; without those that show nothing, or what another shows.
 * @param engine places what isn't in tiers
 */
export async function pagePictures(design: Analysis, engine?: LayoutEngine): Promise<readonly PagePicture[]> {
  const { layout, svg } = await import('@lightloom/diagram');
  const seen = new Set<string>();
  const pictures: PagePicture[] = [];
  for (const { id, title } of await wholeViewsOf(design)) {
    const graph = await graphOf(design, id);
    if (graph === undefined || graph.nodes.length + graph.groups.length === 0) continue;
    // A declared view often shows what the view of its network does, under a title of its own.
    const content = JSON.stringify({ ...graph, id: '', title: '', block: '' });
    if (seen.has(content)) continue;
    seen.add(content);
    pictures.push({ id, title, svg: svg(await layout(graph, engine), { theme: 'page' }) });
  }
  return pictures;
}
