// Which checks are known to be of small files.
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checksSmallFiles } from '../src/engine.ts';
import { podFolder } from './lightloom.ts';

it('takes a check of files that are small together, and no folder, other command or large file', () => {
  const folder = podFolder({ 'large.fabric': '' });
  const [pod, site, large] = ['xpo-pod.fabric', 'site.fabric', 'large.fabric'].map((name) => join(folder, name));
  truncateSync(large as string, 3_000_000);
  const small = (...args: (string | undefined)[]) => checksSmallFiles(args as string[]);
  expect(small('check', pod, site, '-f', 'json', '--quiet')).toBe(true);
  expect(small('check', large)).toBe(true);
  expect(small('check', large, pod)).toBe(false);
  expect([small('check'), small('check', folder), small('check', 'no.fabric'), small('render', pod)]).toEqual(
    Array(4).fill(false),
  );
});
