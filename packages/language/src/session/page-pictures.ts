// The drawings of a design for a page: every view that shows something, each once.
import type { LayoutEngine } from '@lightloom/diagram';
import type { Analysis } from '../analysis/analysis.ts';
import { shownViewsOf } from './shown-views.ts';

/** A view of a design on a page. */
interface PagePicture {
  /** The name by which it is rendered alone, as `network:backend`. */
  readonly id: string;
  readonly title: string;
  /** SVG with the colors of the page it is on. */
  readonly svg: string;
}

/**
 * The views of a design that show something, each once, in their order.
 * @param engine places what isn't in tiers
 * @param pause waited for before each, so that a server answers other requests in between
 */
export async function pagePictures(
  design: Analysis,
  engine?: LayoutEngine,
  pause: () => Promise<void> = async () => {},
): Promise<readonly PagePicture[]> {
  const { layout, svg } = await import('@lightloom/diagram');
  const pictures: PagePicture[] = [];
  for (const { id, title, graph } of await shownViewsOf(design)) {
    await pause();
    pictures.push({ id, title, svg: svg(await layout(graph, engine), { theme: 'page' }) });
  }
  return pictures;
}
