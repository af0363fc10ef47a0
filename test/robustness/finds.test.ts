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

  it.each(['0', '-1', 'none'])('no device in each rack is an error: %s each', async (count) => {
    const { findings } = await analysisOf(`import "std/racks"
let none = 0
rack r[1..2] : OpenRackV3
host type Node { height 1 RU }
host n[1..4] : Node
place n in r ${count} each
`);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      `The number of devices per rack is ${count === 'none' ? 0 : count}; it must be at least 1.`,
    ]);
  });
});
