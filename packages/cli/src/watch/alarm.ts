// An alarm that rings when something happens in some folders. What has happened it doesn't know: systems tell too much or too little.
import { type FSWatcher, statSync, watch as watchFolder } from 'node:fs';
import { basename } from 'node:path';
import type { Names } from './places.ts';

/** After the last sign of a change, nothing happens for this long until the alarm rings, in ms. */
const quiet = 60;
/** It rings after this time though changes go on, in ms. */
const longest = 1000;
/** How often folders are looked at that the system doesn't watch, in ms. */
const interval = 1000;

/** The alarm. */
export interface Alarm {
  /** Replaces what is watched. Folders that don't exist are left out; where the system watches no more, it rings every second. */
  set(places: ReadonlyMap<string, Names>): void;
  /** Waits until it rings; at once if something has happened since it last rang. */
  next(): Promise<void>;
  /** Watches nothing any more, whatever is set later, so that the process can end. */
  close(): void;
}

interface Watched {
  readonly watcher: FSWatcher;
  readonly identity: string;
  names: Names;
}

/** Watches one folder, and calls the listener with each name in it that something happens to. @throws where the system can't */
export type WatchFolder = (folder: string, listener: (event: string, name: string | null) => void) => FSWatcher;

/** An alarm that watches nothing yet. It keeps the process alive as long as it watches something. */
export function createAlarm(watch: WatchFolder = watchFolder): Alarm {
  const watched = new Map<string, Watched>();
  let looking: NodeJS.Timeout | undefined;
  let first: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isRinging = false;
  let wake: (() => void) | undefined;
  let isClosed = false;
  const ring = (): void => {
    first = undefined;
    isRinging = true;
    wake?.();
  };
  const notice = (): void => {
    const now = performance.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(ring, Math.max(0, Math.min(quiet, first + longest - now)));
  };
  const drop = (folder: string): void => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  /** @returns false where the system can't */
  const start = (folder: string, identity: string, names: Names): boolean => {
    try {
      const watcher = watch(folder, (_event, name) => {
        const counts = watched.get(folder)?.names;
        // Its own name means that it was moved or removed: what is there by now is watched when the alarm is set again.
        if (name === basename(folder)) {
          drop(folder);
          notice();
          return;
        }
        if (name === null || counts === 'all' || counts?.has(name) === true) notice();
      });
      watcher.on('error', () => {
        drop(folder);
        notice();
      });
      watched.set(folder, { watcher, identity, names });
      return true;
    } catch {
      return false;
    }
  };
  return {
    set(places) {
      if (isClosed) return;
      for (const folder of watched.keys()) if (!places.has(folder)) drop(folder);
      let isBlind = false;
      for (const [folder, names] of places) {
        const identity = identityOf(folder);
        const known = watched.get(folder);
        // Another folder may have its name by now.
        if (known !== undefined && known.identity === identity) known.names = names;
        else {
          drop(folder);
          if (identity !== undefined && !start(folder, identity, names)) isBlind = true;
        }
      }
      clearInterval(looking);
      if (isBlind || watched.size === 0) looking = setInterval(notice, interval);
    },
    async next() {
      if (!isRinging) await new Promise<void>((resolve) => (wake = resolve));
      isRinging = false;
      wake = undefined;
    },
    close() {
      isClosed = true;
      for (const folder of watched.keys()) drop(folder);
      clearInterval(looking);
      clearTimeout(timer);
    },
  };
}

/** What tells a folder from another one of the same name, which may even get its number; undefined where there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const { ino, birthtimeNs } = statSync(folder, { bigint: true });
    return `${ino} ${birthtimeNs}`;
  } catch {
    // Whether it is gone or out of reach, nothing in it can be watched.
    return undefined;
  }
}
