// What a server does with the memory that it no longer needs: it gives it back once nobody has asked for anything in a while, or once it has
// grown by much.
import { DocumentState } from 'langium';
import type { FabricEditorServices } from '../services/services.ts';

/** The memory of a process. */
export interface Memory {
  /** How many bytes the process holds. */
  readonly held: () => number;
  readonly giveBack: () => void;
}

/** How long after the last design was judged, in ms. */
const pause = 15_000;
/** By how many bytes it may grow meanwhile, or to twice of what it was: the engine collects late, and edits leave a lot behind. */
const mayGrow = 80e6;

/** Gives memory back each time that no design has been judged for a while, and after a design was judged that has let it grow by much. */
export function keepSmall(
  { shared }: FabricEditorServices,
  { held, giveBack }: Memory,
  wait: (todo: () => void, time: number) => () => void = later,
): void {
  let stop = (): void => {};
  let kept = held();
  const give = (): void => {
    giveBack();
    kept = held();
  };
  shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    stop();
    // What was found is sent first.
    stop = wait(give, held() - kept > Math.max(mayGrow, kept) ? 0 : pause);
  });
}

/** Waits without keeping the process alive. Returns what ends the waiting. */
function later(todo: () => void, time: number): () => void {
  const timer: { readonly unref?: () => void } & ReturnType<typeof setTimeout> = setTimeout(todo, time);
  timer.unref?.();
  return () => clearTimeout(timer);
}
