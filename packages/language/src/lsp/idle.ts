// What a server does once nothing has been typed for a while.
import { DocumentState } from 'langium';
import type { FabricEditorServices } from '../services/services.ts';

/** Starts to wait for the time to do something. Returns what ends the waiting. */
type Wait = (todo: () => void) => () => void;

/** Does something each time that no design has been judged for a while. Returns what ends that. */
export function whenIdle({ shared }: FabricEditorServices, todo: () => void, wait: Wait): () => void {
  let stop = (): void => {};
  const judged = shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    stop();
    stop = wait(todo);
  });
  return () => {
    stop();
    judged.dispose();
  };
}

/** Does something once, as soon as no design has been judged for a while. Returns what ends the waiting. */
export function onceIdle(services: FabricEditorServices, todo: () => void, wait: Wait): () => void {
  const stop = whenIdle(
    services,
    () => {
      stop();
      todo();
    },
    wait,
  );
  return stop;
}

/** What a process holds of memory. */
export interface Memory {
  /** How many bytes the process holds. */
  readonly held: () => number;
  readonly giveBack: () => void;
}

/** By how many bytes memory may grow, or to twice of what it was, before it is given back: the engine collects late. */
const mayGrow = 80e6;

/**
 * Gives memory back each time that no design has been judged for a while, and as soon as one was judged where it has grown by much. Returns
 * what ends that.
 * @param pause how long that while is, in ms
 */
export function keepSmall(
  services: FabricEditorServices,
  { held, giveBack }: Memory,
  pause: number,
  wait: (time: number) => Wait = after,
): () => void {
  let kept = held();
  const give = (): void => {
    giveBack();
    kept = held();
  };
  // What was found is sent first.
  return whenIdle(services, give, (todo) => wait(held() - kept > Math.max(mayGrow, kept) ? 0 : pause)(todo));
}

/** Waits some time without keeping the process alive. @param time in ms */
export function after(time: number): Wait {
  return (todo) => {
    const timer: { readonly unref?: () => void } & ReturnType<typeof setTimeout> = setTimeout(todo, time);
    timer.unref?.();
    return () => clearTimeout(timer);
  };
}
