// Plans networks with the library and the files that the designs are to import; fills the holes of a design.
import { dirname, resolve } from 'node:path';
import type { Filling, Plan } from '@lightloom/core';
import { type FillRequest, fillDesign, type PlanRequest, planNetworks } from '@lightloom/language';
import { decode, disk, largestFile } from '@lightloom/language/disk';
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
): Promise<Plan | string> {
  const folder = dirname(resolve(cwd, output ?? 'plan.fabric'));
  return planNetworks(openNodeSession({ folders: [cwd] }), addressOfFile(folder), request);
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
): Promise<{ readonly path: string; readonly filling: Filling } | string> {
  const path = resolve(cwd, file === '-' ? '<stdin>.fabric' : file);
  const shown = file === '-' ? '<stdin>' : shownPath(path, cwd);
  if (!isFabric(path)) return `${shown} is not a .fabric file.`;
  const read = file === '-' ? decode(await stdin(largestFile)) : await disk.text(path);
  if ('problem' in read) return `${shown} ${read.problem}`;
  const filling = await fillDesign(openNodeSession({ folders: [cwd] }), addressOfFile(path), read.text, request);
  return typeof filling === 'string' ? filling : { path: shown, filling };
}
