// The drawings of a design for a page, with the layout engine in a thread of its own.
import type { Picture } from '@lightloom/print';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** Every view of a design that shows something, each once. */
export async function picturesOf(design: OpenedFile['analysis'], io: Io): Promise<readonly Picture[]> {
  const [{ pagePictures }, { elkEngine }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('@lightloom/render/elk-thread'),
  ]);
  return pagePictures(
    design,
    elkEngine((onFailure) => startElkWorker(io.assets, onFailure)),
  );
}
