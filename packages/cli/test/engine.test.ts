// What is known of the size of a check before it starts.
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sizeOfCheck } from '../src/engine.ts';
import { podFolder } from './lightloom.ts';

it('tells a check by the size of its files together, and knows none of a folder or of another command', () => {
  const folder = podFolder({ 'lines.fabric': '', 'large.fabric': '' });
  const [pod, site, lines, large] = ['xpo-pod.fabric', 'site.fabric', 'lines.fabric', 'large.fabric'].map((name) =>
    join(folder, name),
  );
  truncateSync(lines as string, 500_001);
  truncateSync(large as string, 3_000_000);
  const size = (...args: (string | undefined)[]) => sizeOfCheck(args as string[]);
  expect(size('check', pod, site, '-f', 'json', '--quiet')).toBe('small');
  expect([size('check', lines), size('check', large)]).toEqual(['medium', 'medium']);
  expect(size('check', large, pod)).toBe('large');
  expect([size('check'), size('check', folder), size('check', 'no.fabric'), size('render', pod)]).toEqual(
    Array(4).fill('any'),
  );
});

it('knows nothing of what the system refuses to look at: whoever reads it says why', () => {
  const folder = podFolder({});
  symlinkSync('circle', join(folder, 'circle'));
  for (const path of [join(folder, 'circle'), 'x'.repeat(5000), 'a\0b'])
    expect(sizeOfCheck(['check', path])).toBe('any');
});
