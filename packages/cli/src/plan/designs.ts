// Plans networks with the library and the files that the designs are to import.
import { dirname, resolve } from 'node:path';
import type { Plan } from '@lightloom/core';
import { type PlanRequest, planNetworks } from '@lightloom/language';
import { addressOfFile, openNodeSession } from '@lightloom/language/node';
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
