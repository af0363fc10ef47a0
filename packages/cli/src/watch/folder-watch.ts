// Waits until something happens in some folders.
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename } from 'node:path';

/** Milliseconds without a further event after which files count as written: an editor or a checkout writes several. */
const pause = 50;
/** Milliseconds after which a check starts although events go on. */
const longest = 500;

/** What is of interest in a folder: some names, or whatever may be a design or a folder with designs. */
export type Interest = ReadonlySet<string> | 'designs';

/** Folders that are watched. */
export interface FolderWatch {
  /** Watches these folders, and no others. @returns whether one of them was not watched before */
  set(folders: ReadonlyMap<string, Interest>): boolean;
  /** Waits for an event since the last one that was waited for. */
  next(): Promise<void>;
  /** Ends it; what is set afterwards is not watched, so that the process can end. */
  close(): void;
}

interface Watched {
  readonly watcher: FSWatcher | undefined;
  /** Which folder it is, whatever it is called: one may be replaced by another of the same name. */
  readonly identity: string;
  interest: Interest;
}

/**
 * Starts without folders.
 * @param report called once for each folder that can't be watched
 */
export function folderWatch(report: (folder: string, error: unknown) => void): FolderWatch {
  const all = new Map<string, Watched>();
  let happened = false;
  let isClosed = false;
  let first: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;

  const fire = (): void => {
    first = undefined;
    happened = true;
    wake?.();
  };
  const touch = (): void => {
    const now = performance.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(fire, Math.max(0, Math.min(pause, first + longest - now)));
  };
  const start = (folder: string): FSWatcher | undefined => {
    try {
      const watcher = watch(folder, (event, name) => {
        const interest = all.get(folder)?.interest;
        if (interest !== undefined && (name === null || concerns(folder, event, name, interest))) touch();
      });
      // A folder that goes ends its watcher with an error on some systems.
      watcher.on('error', touch);
      return watcher;
    } catch (error) {
      report(folder, error);
      return undefined;
    }
  };
  return {
    set(folders) {
      if (isClosed) return false;
      let isNew = false;
      for (const [folder, { watcher, identity }] of all) {
        if (folders.has(folder) && identityOf(folder) === identity) continue;
        watcher?.close();
        all.delete(folder);
      }
      for (const [folder, interest] of folders) {
        const known = all.get(folder);
        if (known !== undefined) known.interest = interest;
        else {
          all.set(folder, { watcher: start(folder), identity: identityOf(folder), interest });
          isNew = true;
        }
      }
      return isNew;
    },
    async next() {
      if (!happened)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      happened = false;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const { watcher } of all.values()) watcher?.close();
      all.clear();
    },
  };
}

function concerns(folder: string, event: string, name: string, interest: Interest): boolean {
  if (name === basename(folder)) return true;
  if (interest !== 'designs') return interest.has(name);
  return event === 'rename' || name.endsWith('.fabric') || name.endsWith('.json');
}

function identityOf(folder: string): string {
  try {
    const { dev, ino } = statSync(folder, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return '';
  }
}
