// The cost of a test file is what Linux tells of this process, and one that is too high is reported.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { overspent, referenceCost, usedBy } from './cost.ts';

it('is read from the fields of the process, whatever its name', () => {
  const stat = '7 (a b) c) S 1 7 7 0 -1 4194304 900 800 0 0 1234 66 500 34 20 0 11 0 100';
  expect(usedBy(stat)).toEqual({ own: 13, started: 5.34 });
});

it.skipIf(process.platform !== 'linux')('grows as the process works', () => {
  const now = () => usedBy(readFileSync('/proc/self/stat', 'utf8')).own;
  const { user, system } = process.cpuUsage();
  expect(Math.abs(now() - (user + system) / 1e6)).toBeLessThan(0.5);
});

it('over 20 s is reported, with what other processes took', () => {
  expect(overspent({ own: 15, started: 5 }, () => 0)).toBeUndefined();
  expect(overspent({ own: 15.1, started: 5 }, () => 0.1)).toMatch(
    /^This file takes 20\.1 s of a processor, 5\.0 s of it in other processes; a test file takes 20\.0 s at most/,
  );
});

it('may be more where the machine is slower, by as much as the reference takes there', () => {
  expect(overspent({ own: 29, started: 10 }, () => 0.4)).toBeUndefined();
  expect(overspent({ own: 31, started: 10 }, () => 0.4)).toMatch(/a test file takes 40\.0 s at most on this machine/);
  expect(referenceCost()).toBeGreaterThan(0.01);
});
