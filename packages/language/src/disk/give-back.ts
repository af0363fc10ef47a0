// The memory of this process, and giving back to the system what the engine keeps for what is dead.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

/**
 * Collects all that is dead and lets go of the memory that it took. Left alone, the engine keeps several times what a server holds after a
 * few hundred edits. Takes a tenth of a second, so that it is for when nobody waits.
 */
function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect: Collect | undefined = runInNewContext('globalThis.gc');
  collect?.({ type: 'major', flavor: 'last-resort' });
}

/** The memory that the engine of this process holds. */
export const processMemory = {
  held(): number {
    const { total_physical_size: heap, external_memory: beside } = getHeapStatistics();
    return heap + beside;
  },
  giveBack,
};
