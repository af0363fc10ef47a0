// The drawings of a design for a page of its report.
import type { Picture } from '@lightloom/print';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';
import { placedViews } from './all-views.ts';

/** All views that show something, in the colors of the page. */
export async function picturesOf(design: OpenedFile['analysis'], io: Io): Promise<readonly Picture[]> {
  const [views, { svg }] = await Promise.all([placedViews(design, {}, io), import('@lightloom/diagram')]);
  return views.map(({ id, title, placed }) => ({ id, title, svg: svg(placed, { theme: 'page' }) }));
}
