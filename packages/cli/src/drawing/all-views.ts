// All views of a design that show something, each once, with the layout engine in a thread of its own.
import type { PlacedView, Shown } from '@lightloom/language';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** The views of a design that show something, each once, in the order in which `render --list` names them. */
export async function placedViews(
  design: OpenedFile['analysis'],
  shown: Shown,
  io: Pick<Io, 'assets'>,
): Promise<readonly PlacedView[]> {
  const [{ placedViews: placed }, { elkEngine }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('@lightloom/render/elk-thread'),
  ]);
  return placed(
    design,
    shown,
    elkEngine((onFailure) => startElkWorker(io.assets, onFailure)),
  );
}
