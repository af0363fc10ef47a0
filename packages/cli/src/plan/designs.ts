// Plans networks with the library and the files that the designs are to import; fills the holes of a design.
import { dirname, resolve } from 'node:path';
import type { Filling, Plan, Texts } from '@lightloom/core';
import { type FillRequest, fillDesign, type PlanRequest, planNetworks, type Session } from '@lightloom/language';
import { type Disk, decode, disk, largestFile } from '@lightloom/language/disk';
import { addressOfFile, openNodeSession } from '@lightloom/language/node';

import { isFabric } from '../input/find-files.ts';
import { shownPath } from '../input/shown-path.ts';
import type { Io } from '../process/io.ts';

/**
 * Plans networks.
 * @param output where the design is to be written: its imports are relative to it
 * @returns a sentence when a name of the request isn't a part
 */
export function planDesigns(
  { cwd }: Pick<Io, 'cwd'>,
  output: string | undefined,
  request: PlanRequest,
  place: PlanPlace = {},
): Promise<Plan | string> {
  const folder = dirname(resolve(cwd, output ?? 'plan.fabric'));
  return planNetworks(sessionAt(cwd, place), addressOfFile(folder), request);
}

/** What is read beside the designs. */
export interface PlanPlace {
  /** A price book in place of that of the project. */
  readonly prices?: string;
  /** Folders that imports may lead to: the working directory when not given. */
  readonly folders?: readonly string[];
  /** The disk to read from: that of this computer when not given. */
  readonly disk?: Disk;
  /** What some files are taken to hold, by their address. */
  readonly texts?: Texts;
}

function sessionAt(cwd: string, { prices, folders = [cwd], disk, texts = new Map() }: PlanPlace): Session {
  return openNodeSession({
    folders,
    texts,
    ...(prices === undefined ? {} : { prices: resolve(cwd, prices) }),
    ...(disk === undefined ? {} : { disk }),
  });
}

/**
 * Fills the holes of a design.
 * @param file relative to the working directory, or `-` for the standard input
 * @returns the filling, or a sentence when the file can't be read or has nothing to fill
 */
export async function fillFile(
  { cwd, stdin }: Pick<Io, 'cwd' | 'stdin'>,
  file: string,
  request: FillRequest,
  place: PlanPlace = {},
): Promise<{ readonly path: string; readonly filling: Filling } | string> {
  const path = resolve(cwd, file === '-' ? '<stdin>.fabric' : file);
  const shown = file === '-' ? '<stdin>' : shownPath(path, cwd);
  if (!isFabric(path)) return `${shown} is not a .fabric file.`;
  const given = place.texts?.get(addressOfFile(path));
  const read =
    given !== undefined
      ? { text: given }
      : file === '-'
        ? decode(await stdin(largestFile))
        : await (place.disk ?? disk).text(path);
  if ('problem' in read) return `${shown} ${read.problem}`;
  const filling = await fillDesign(sessionAt(cwd, place), addressOfFile(path), read.text, request);
  return typeof filling === 'string' ? filling : { path: shown, filling };
}
