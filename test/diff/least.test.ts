// How many cables port numbers alone cause to be touched, with counts by hand; and values that a `let` names, side by side.
import { type DesignDiff, diffOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

const pod = (spines: number, links = 'leaf[*].p to spine[*].p as mesh', rest = ''): string => `import "std/osfp"
switch type Leaf { height 1 RU  power 1 kW source "sheet"  ports p[1..16] : OSFP }
switch type Spine { height 1 RU  power 2 kW source "sheet"  ports p[1..64] : OSFP }
network n : scale-out {
    switch leaf[1..4] : Leaf
    switch spine[1..${spines}] : Spine
    plug Osfp800Dr8 into leaf[*].p, spine[*].p
    link ${links} over OS2 { length 30 m }
}
${rest}
`;
const diff = async (old: string, now: string): Promise<DesignDiff> =>
  diffOf(await analysisOf(old), await analysisOf(now));
const cables = async (old: string, now: string) => {
  const { kept, touched, renumbered } = (await diff(old, now)).cables;
  return { kept, touched: touched.reduce((all, { count }) => all + count, 0), renumbered };
};

describe('cables that port numbers alone touch', () => {
  it('from two spines to four: half would do', async () => {
    // Each leaf has 8 links to either spine, then 4 to each of four: 4 leaves × 2 spines × 4 can stay, and 4 have the same ports.
    expect(await cables(pod(2), pod(4))).toEqual({ kept: 4, touched: 60, renumbered: 32 - 4 });
    expect(await cables(pod(4), pod(2))).toEqual({ kept: 4, touched: 60, renumbered: 32 - 4 });
  });

  it('all, where each is only at another port', async () => {
    const swapped = 'leaf[*].p[9..16], leaf[*].p[1..8] to spine[*].p as mesh';
    const { kept, touched, renumbered } = await cables(pod(2), pod(2, swapped));
    expect([kept + renumbered, touched > 0]).toEqual([64, true]);
  });

  it('none, where they lead to other devices or are of another length', async () => {
    const apart = (to: string): string => pod(2, `leaf[1..2].p to ${to}.p as mesh`);
    expect((await cables(apart('spine[1]'), apart('spine[2]'))).renumbered).toBe(0);
    expect((await cables(pod(2), pod(4).replace('30 m', '40 m'))).renumbered).toBe(0);
  });

  it('of breakouts, by the devices that each joins', async () => {
    const hosts = (to: string): string => `import "std/osfp"
switch type Leaf { height 1 RU  ports p[1..2] : OSFP }
host type Host { ports nic[1..2] : OSFP }
module type Twin is Osfp800Dr8 { channels 2 x 400GBASE-DR4  connector 1 x MPO16 }
module type One is Osfp800Dr8 { channels 1 x 400GBASE-DR4  connector 1 x MPO12 }
switch leaf : Leaf
host h[1..2] : Host
plug Twin into leaf.p
plug One into h[*].nic
link ${to} over OS2 { length 10 m }
`;
    // A breakout from each port of the leaf to both hosts; then with their ports swapped.
    const [as, swapped] = [
      hosts('leaf.p to h[1].nic[1], h[2].nic[1], h[1].nic[2], h[2].nic[2]'),
      hosts('leaf.p to h[1].nic[2], h[2].nic[2], h[1].nic[1], h[2].nic[1]'),
    ];
    expect(await cables(as, swapped)).toEqual({ kept: 0, touched: 2, renumbered: 2 });
  });
});

describe('a value over facts', () => {
  it('is compared by its name, and one that only a design has is shown', async () => {
    const { figures } = await diff(
      pod(2, undefined, 'let draw = power(n) / 2\nlet old = power(n)'),
      pod(4, undefined, 'let draw = power(n) / 2\nlet fresh = power(n)'),
    );
    const named = Object.fromEntries(figures.map((each) => [each.name, each]));
    // 4 leaves of 1 kW, 2 or 4 spines of 2 kW, 17 W for each of 64 + 128 or 64 + 256 modules.
    const [before, after] = [4000 + 4000 + 192 * 17, 4000 + 8000 + 320 * 17];
    expect([named.draw?.before?.value, named.draw?.after?.value]).toEqual([before / 2, after / 2]);
    expect(named.draw?.ratio).toBeCloseTo(after / before, 12);
    expect([named.old?.after, named.fresh?.before]).toEqual([undefined, undefined]);
    expect([named.old?.before?.value, named.fresh?.after?.value]).toEqual([before, after]);
  });
});
