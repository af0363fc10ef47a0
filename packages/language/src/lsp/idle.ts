// What a server does once nobody has asked it for anything in a while.
import { DocumentState } from 'langium';
import type { FabricEditorServices } from '../services/services.ts';

/** How long after the last design was judged, in ms. */
const pause = 15_000;

/** Does something once each time that no design has been judged for a while. */
export function whenIdle(
  { shared }: FabricEditorServices,
  todo: () => void,
  wait: (todo: () => void) => () => void = later,
): void {
  let stop = (): void => {};
  shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    stop();
    stop = wait(todo);
  });
}

/** Waits without keeping the process alive. Returns what ends the waiting. */
function later(todo: () => void): () => void {
  const timer: { readonly unref?: () => void } & ReturnType<typeof setTimeout> = setTimeout(todo, pause);
  timer.unref?.();
  return () => clearTimeout(timer);
}
