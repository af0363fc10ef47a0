// The drawings of a design for a page: every view that shows something.
import type { Picture } from '@lightloom/print';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** Every view of a design, in the order in which `render --list` names them. */
export async function picturesOf(design: OpenedFile['analysis'], io: Io): Promise<readonly Picture[]> {
  const [{ draw, viewsOf }, { elkEngine }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  const pictures: Picture[] = [];
  for (const { id, title } of await viewsOf(design)) {
    const svg = await draw(design, id, { theme: 'page', engine });
    if (svg !== undefined) pictures.push({ id, title, svg });
  }
  return pictures;
}
