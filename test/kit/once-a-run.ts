// What several test files need and takes seconds to make, made once in each run of the tests.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run. */
    readonly runFolder: string;
  }
}

let folder: string | undefined;

/**
 * Before all tests: a folder for this run, in the process that starts the workers.
 * @public called by Vitest, which vitest.config.ts tells of this file
 */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'lightloom-run-'));
  project.provide('runFolder', folder);
}

/**
 * After all tests.
 * @public as above
 */
export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/**
 * Makes something in a folder that all test files of a run share: the first that asks makes it, the others wait for it. Nobody may
 * change what is in the folder.
 * @returns the folder
 * @throws what making it threw, whoever asks
 */
export async function onceARun(name: string, make: (path: string) => void | Promise<void>): Promise<string> {
  const path = join(inject('runFolder'), name);
  const [done, failed] = [`${path}.done`, `${path}.failed`];
  if (mkdirSync(path, { recursive: true }) === undefined) {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
      await setTimeout(20);
    }
    return path;
  }
  try {
    await make(path);
  } catch (error) {
    writeFileSync(failed, String(error));
    throw error;
  }
  writeFileSync(done, '');
  return path;
}
