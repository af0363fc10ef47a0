// Where positions are kept: `pod.view.json` beside `pod.fabric`. It is read when a drawing is asked for, and no check depends on it.
import { URI } from 'langium';
import { problem } from '../problems/problem.ts';
import { type PlacementFile, readPlacements } from './read-placements.ts';

/** The file access that reading positions needs. */
export interface PlacementSource {
  readonly exists: (uri: URI) => Promise<boolean>;
  readonly readFile: (uri: URI) => Promise<string>;
  /** Whether a file may name another to be read. @throws when the other one doesn't exist */
  readonly mayRead: (from: URI, named: URI) => Promise<boolean>;
  /** Why a file that is there can't be read, as the rest of a sentence; undefined where there is none. */
  readonly whyUnreadable: (uri: URI) => Promise<string | undefined>;
}

const design = /\.fabric$/i;
const ending = '.view.json';

/** The address of the positions of a design. */
export function placementAddress(uri: string): string {
  return uri.replace(design, '') + ending;
}

/** The address of the design that positions are of; undefined for any other file. */
export function placedDesign(uri: string): string | undefined {
  return uri.endsWith(ending) ? `${uri.slice(0, -ending.length)}.fabric` : undefined;
}

/** Reads the positions of a design; undefined where there are none. Never throws: what can't be read is reported in the result. */
export async function placementFileOf(uri: string, files: PlacementSource): Promise<PlacementFile | undefined> {
  if (!design.test(uri)) return undefined;
  const address = placementAddress(uri);
  const at = URI.parse(address);
  const refused = (reason: string): PlacementFile => {
    const name = address.slice(address.lastIndexOf('/') + 1);
    const found = problem(
      'positions/unreadable',
      { uri: address, start: 0, end: 0 },
      `\`${decodeURIComponent(name)}\` ${reason}`,
    );
    return { uri: address, text: '', views: new Map(), problems: [found] };
  };
  try {
    if (!(await files.exists(at))) return undefined;
    if (!(await files.mayRead(URI.parse(uri), at))) return refused('lies outside of the project.');
    return readPlacements(address, await files.readFile(at));
  } catch {
    const reason = await files.whyUnreadable(at);
    return reason === undefined ? undefined : refused(reason);
  }
}
