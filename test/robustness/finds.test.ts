// What random cases (`npm run fuzz`) found, each as small as it gets.
import { reportOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

describe('found by chance', () => {
  it('hosts and switches of unknown types are counted apart', async () => {
    const { facts } = await analysisOf('host h[1..3] : Unheard\nswitch s[1..8] : Unknown\n');
    const { totals } = reportOf(facts);
    expect([totals.hosts, totals.switches]).toEqual([3, 8]);
  });

  it('an import of half a character is no path', async () => {
    const { findings } = await analysisOf('import "./a\uD800b"\n');
    expect(findings.map(({ rule }) => rule)).toEqual(['import/path']);
  });

  it('a count of unknown parts is an error', async () => {
    const { findings } = await analysisOf('import "std/xpo"\nmodule type Dr is Xpo { channels 16 x unknown }\n');
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual(['`unknown` takes nothing beside it.']);
  });
});
