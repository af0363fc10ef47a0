// With a cache, a check prints the bytes that it prints without, after every kind of change.
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folder } from '../lightloom.ts';
import { happenings, project } from '../projects/project.ts';
import { asPlain, cached, plain } from './replayed.ts';

const lines: readonly (readonly string[])[] = [
  ['check', '-f', 'json'],
  ['check', 'designs/a.fabric', '-f', 'sarif', '-o', 'out/found', '-f', 'github'],
  ['check'],
  ['check', 'designs/*.fabric', '-f', 'compact', '--quiet'],
];

describe('with a cache, a check prints the same', () => {
  it.each(Object.keys(happenings))('after: %s', async (name) => {
    const cwd = join(project(), 'project');
    const world = { cwd, env: { XDG_CACHE_HOME: folder() } };
    const few = lines.slice(0, 2);
    for (const line of few) await cached(line, world);
    happenings[name]?.(cwd);
    for (const line of few) expect(asPlain(await cached(line, world))).toEqual(await plain(line, world));
  });

  it('after any number of changes of any kind, and is replayed when nothing has changed', async () => {
    const steps = fc.array(
      fc.record({
        happening: fc.constantFrom(...Object.keys(happenings)),
        line: fc.constantFrom(...lines),
        build: fc.constantFrom('first', 'second'),
      }),
      { minLength: 4, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const cwd = join(project(), 'project');
        for (const { happening, line, build } of all) {
          const world = { cwd, build, env: { XDG_CACHE_HOME: join(cwd, '../caches') } };
          happenings[happening]?.(cwd);
          const right = await plain(line, world);
          expect(asPlain(await cached(line, world))).toEqual(right);
          expect(await cached(line, world)).toEqual({ ...right, isReplayed: right.code !== 2 });
        }
      }),
      { numRuns: 8 },
    );
  });
});
