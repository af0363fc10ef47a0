// What a watched check finds after any changes is what a fresh start finds.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Watched, watched } from '../../src/watch/watched.ts';
import { outside } from '../lightloom.ts';
import { happenings, project } from '../projects/project.ts';

/** Starts to watch a folder; what is found is printed as JSON. */
async function start(cwd: string, paths: readonly string[]): Promise<Watched> {
  const { io } = outside([], { cwd });
  return watched({
    io,
    paths,
    options: { errorOnUnmatchedPattern: true },
    outputs: [{ format: 'json' }],
    version: '',
  });
}

/** What a watched check and a fresh one find after a change. */
async function both(files: Watched, cwd: string, paths: readonly string[]) {
  const changes = await files.refresh();
  return { changes, now: await files.check(), fresh: await (await start(cwd, paths)).check() };
}

describe('a watched check', () => {
  it.each(Object.keys(happenings))('finds what a fresh one does after: %s', async (name) => {
    const cwd = join(project(), 'project');
    const files = await start(cwd, ['.']);
    const before = await files.check();
    happenings[name]?.(cwd);
    const { changes, now, fresh } = await both(files, cwd, ['.']);
    expect(now).toEqual(fresh);
    if (changes === undefined) expect(now).toEqual(before);
    expect(await files.refresh()).toBeUndefined();
  });

  it('finds what a fresh one does after any number of changes of any kind', async () => {
    const steps = fc.array(fc.array(fc.constantFrom(...Object.keys(happenings)), { minLength: 1, maxLength: 3 }), {
      minLength: 3,
      maxLength: 8,
    });
    const named = fc.constantFrom(['.'], ['designs/a.fabric'], ['designs/*.fabric', 'others']);
    await fc.assert(
      fc.asyncProperty(steps, named, async (all, paths) => {
        const cwd = join(project(), 'project');
        const files = await start(cwd, paths);
        let before = await files.check();
        for (const names of all) {
          for (const name of names) happenings[name]?.(cwd);
          const { changes, now, fresh } = await both(files, cwd, paths);
          expect(now).toEqual(fresh);
          if (changes === undefined) expect(now).toEqual(before);
          before = now;
        }
      }),
      { numRuns: 15 },
    );
  });
});
