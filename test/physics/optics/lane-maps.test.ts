// Lanes on their path through cords, panels, breakouts and duplex adapters, against TIA-568 and the geometry of connectors.
import {
  type Derivation,
  derivationLines,
  explainSelector,
  laneMap,
  type Polarity,
  positionAfter,
} from '@lightloom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, rulesOf } from '../../kit/design.ts';

/** One port on each side, with modules of their own, over a path. */
const link = (near: string, far: string, path: string, before = '') => `
import "std/optics"
import "std/cages"
${before}
module type Near { form-factor OSFP1600  ${near}  power 10 W }
module type Far { form-factor OSFP1600  ${far}  power 10 W }
switch type Box { height 2 RU  ports p : OSFP1600 }
switch a : Box
switch b : Box
plug Near into a.p
plug Far into b.p
link a.p to b.p over OS2 { length 10 m  ${path} }`;

const alike = (channels: string, path: string, before = '') => link(channels, channels, path, before);

async function mapOf(text: string, nth = 0, start: 'from' | 'to' = 'from'): Promise<Derivation> {
  const { fabric, facts } = await analysisOf(text);
  const each = facts.links.classes[facts.links.of[nth] as number];
  if (each === undefined) throw new Error('there is no link');
  return laneMap(fabric, each, nth, start);
}

const lines = (map: Derivation): string[] => map.terms.map((each) => derivationLines(each)[0] as string);

describe('MPO adapters (TIA-568: type A key up to key down, type B key up to key up)', () => {
  // Two plugs face each other: key up to key up, position 1 of one is at the right of it and meets the last of the other.
  const panel = (polarity: string) => `panel type P { connector MPO12  loss 0.2 dB  polarity ${polarity} }`;
  it.each([
    // Method A: adapters A, trunk A, one cord A and one cord B.
    ['type-A', 'type-A, type-A, type-B', 4],
    // Method B: adapters B, everything else B.
    ['type-B', '3 x type-B', 4],
    // Three reversals with adapters A are right as well; two are not.
    ['type-A', '3 x type-B', 4],
    ['type-A', 'type-B, type-A, type-B', 0],
    ['type-B', 'type-B, type-A, type-B', 0],
  ])('two panels of %s and cords %s lead %i lanes of a DR4 right', async (adapters, cords, right) => {
    const path = `connectors 2 x MPO12 low-loss  panels 2 x P  polarity ${cords}`;
    const text = alike('channels 1 x 400GBASE-DR4', path, panel(adapters));
    expect((await mapOf(text)).value).toBe(right);
    expect(await rulesOf(text)).toEqual(right === 4 ? [] : ['optics/polarity']);
  });

  it('make two type B cords right where they join key up to key up, and wrong key up to key down', async () => {
    const cords = (adapters: string) =>
      alike('channels 1 x 400GBASE-DR4', 'panels 1 x P  polarity 2 x type-B', panel(adapters));
    expect((await mapOf(cords('type-B'))).value).toBe(4);
    expect((await mapOf(cords('type-A'))).value).toBe(0);
  });

  it('are named along the path, with the position after each', async () => {
    const path = 'panels 1 x Mpo16PanelB, 1 x Mpo16PanelA  polarity type-B, type-B, type-A';
    const map = await mapOf(alike('channels 1 x 800GBASE-DR8', path));
    // 1 → 16 over the cord, → 1 in the panel of type B, → 16 over the trunk; the panel of type A and its cord are straight.
    expect(lines(map)[0]).toBe(
      'lane 1, from 1 over type-B to 16, Mpo16PanelB to 1, type-B to 16, Mpo16PanelA to 16, type-A to 16, received as lane: 1',
    );
    expect(lines(map)[7]).toContain('lane 8, from 8 over type-B to 9, Mpo16PanelB to 8,');
    expect(map.terms.slice(8).map(({ label }) => label)).toEqual([
      'Mpo16PanelB, type-B, passes',
      'Mpo16PanelA, type-A, passes',
    ]);
  });

  it('are followed from the other end in the other order', async () => {
    const path = 'panels 1 x Mpo16PanelB, 1 x Mpo16PanelA  polarity type-B, type-B, type-A';
    const map = await mapOf(alike('channels 1 x 800GBASE-DR8', path), 0, 'to');
    expect(lines(map)[0]).toBe(
      'lane 1, from 1 over type-A to 1, Mpo16PanelA to 1, type-B to 16, Mpo16PanelB to 1, type-B to 16, received as lane: 1',
    );
  });

  it('that are not given make the map unknown, with the reason, and nothing is found', async () => {
    const text = alike('channels 1 x 400GBASE-DR4', 'connectors 2 x MPO12  panels 1 x MpoPanel  polarity 2 x type-A');
    expect((await mapOf(text)).unknown).toBe(
      'the `polarity` of MpoPanel is unknown (adapters of type A or B, by the panel)',
    );
    expect(await rulesOf(text)).toEqual([]);
  });

  it('that are not given cancel out where a link passes two alike', async () => {
    const text = alike('channels 1 x 400GBASE-DR4', 'panels 2 x MpoPanel  polarity type-B, type-A, type-A');
    const map = await mapOf(text);
    expect(map.value).toBe(4);
    expect(lines(map)[0]).toBe(
      'lane 1, from 1 over type-B to 12, MpoPanel to an unknown position, type-A to an unknown position, MpoPanel to 12, type-A to 12, received as lane: 1',
    );
  });

  it.each([
    ['1 x MpoPanelA', '1 x type-B', 'with 1 panel a path has at least 2 cords, and its polarity has 1'],
    ['2 x MpoPanelA', '2 x type-B', 'with 2 panels a path has at least 3 cords, and its polarity has 2'],
    ['1 x MpoPanelA', '1500 x type-B', 'no more than 1000 cords and panels are followed'],
    ['1 x MpoPanelA', '2 x A-to-B', 'A-to-B is a duplex cord, and the connector of the module has 12 positions'],
  ])('%s in a path of %s: %s', async (panels, cords, why) => {
    const text = alike('channels 1 x 400GBASE-DR4', `panels ${panels}  polarity ${cords}`);
    expect((await mapOf(text)).unknown).toBe(why);
  });
});

describe('polarities', () => {
  const sizes = fc.constantFrom(2, 8, 12, 16, 24);
  const kinds = fc.constantFrom<Polarity>('type-A', 'type-B', 'type-C');
  it('undo themselves and commute, so that the order of a path does not matter', () => {
    fc.assert(
      fc.property(sizes, kinds, kinds, fc.nat(), (size, one, other, seed) => {
        const position = (seed % size) + 1;
        const over = (...all: Polarity[]) => all.reduce((at, each) => positionAfter(each, at, size), position);
        expect(over(one, one)).toBe(position);
        expect(over(one, other)).toBe(over(other, one));
        expect(over(one)).toBeGreaterThanOrEqual(1);
        expect(over(one)).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe('duplex links (TIA-568 methods A, B and C)', () => {
  const duplex = (pmd: string, path: string) => alike(`channels 1 x ${pmd}`, path);
  it.each([
    ['400GBASE-FR4', 4],
    ['400G-LR4-10', 4],
    ['400GBASE-LR8', 8],
    ['200GBASE-DR1', 1],
    ['400ZR', 1],
  ])(
    'of %s: an A-to-B cord joins transmitters to receivers for all %i lanes, an A-to-A cord does not',
    async (pmd, lanes) => {
      expect((await mapOf(duplex(pmd, 'polarity A-to-B'))).value).toBe(lanes);
      expect((await mapOf(duplex(pmd, 'polarity A-to-A'))).value).toBe(0);
      expect(await rulesOf(duplex(pmd, 'polarity A-to-A'))).toEqual(['optics/polarity']);
    },
  );

  // Two latches on one side: A of one plug faces B of the other. So any number of A-to-B cords keeps the polarity.
  it('of any number of A-to-B cords are right, through adapters and panels', async () => {
    for (const [cords, panels] of [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [2, 1],
      [3, 2],
      [5, 2],
    ] as const) {
      const path = `polarity ${cords} x A-to-B${panels === 0 ? '' : `  panels ${panels} x LcPanel`}`;
      expect([path, (await mapOf(duplex('400GBASE-FR4', path))).value]).toEqual([path, 4]);
    }
  });
  it('of A-to-B cords with one A-to-A among them are wrong', async () => {
    for (const cords of ['A-to-B, A-to-A', 'A-to-B, A-to-A, A-to-B', 'A-to-A, 3 x A-to-B'])
      expect([cords, (await mapOf(duplex('400GBASE-FR4', `polarity ${cords}`))).value]).toEqual([cords, 0]);
  });

  // Cassettes of one kind at both ends undo each other, whether straight or flipped.
  it.each(['LcCassette', 'LcCassetteA', 'LcCassetteC'])(
    'over trunks between two %s are right by methods A, B and C',
    async (cassette) => {
      const through = async (near: string, trunk: string, far: string) =>
        (await mapOf(duplex('400GBASE-FR4', `panels 2 x ${cassette}  polarity ${near}, ${trunk}, ${far}`))).value;
      expect(await through('A-to-B', 'type-A', 'A-to-A')).toBe(4);
      expect(await through('A-to-B', 'type-B', 'A-to-B')).toBe(4);
      expect(await through('A-to-B', 'type-C', 'A-to-B')).toBe(4);
      // The wrong cord for the trunk of each method.
      expect(await through('A-to-B', 'type-A', 'A-to-B')).toBe(0);
      expect(await through('A-to-B', 'type-B', 'A-to-A')).toBe(0);
      expect(await through('A-to-B', 'type-C', 'A-to-A')).toBe(0);
    },
  );

  it('name the lanes that share a fiber', async () => {
    const map = await mapOf(duplex('400GBASE-FR4', 'panels 1 x LcPanel  polarity 2 x A-to-B'));
    expect(lines(map)[0]).toBe(
      'lanes 1 to 4, from 1 over A-to-B to 2, LcPanel to 1, A-to-B to 2, received as lanes 1 to: 4',
    );
  });

  it('through an optical circuit switch are unknown until its `lane-map` is given', async () => {
    const text = duplex('400GBASE-FR4', 'panels 1 x Ocs  polarity 2 x A-to-B');
    expect((await mapOf(text)).unknown).toBe('the `polarity` of Ocs is unknown (by how its fibers are switched)');
    const said = duplex('400GBASE-FR4', 'panels 1 x Mine  polarity 2 x A-to-B').replace(
      'module type Near',
      'panel type Mine is Ocs { polarity type-B }\nmodule type Near',
    );
    expect((await mapOf(said)).value).toBe(4);
  });

  it('of one wrong cord are fixed by the other kind', async () => {
    const { findings } = await analysisOf(duplex('400GBASE-FR4', 'polarity A-to-A'));
    expect(findings.find(({ rule }) => rule === 'optics/polarity')?.fixes[0]?.edits[0]?.text).toBe('A-to-B');
    const parallel = await analysisOf(alike('channels 1 x 400GBASE-DR4', 'polarity type-A'));
    expect(parallel.findings.find(({ rule }) => rule === 'optics/polarity')?.fixes[0]?.edits[0]?.text).toBe('type-B');
  });
});

describe('breakouts and shared connectors', () => {
  const eight = 'channels 2 x 400GBASE-DR4  connector 1 x MPO16';
  // 16 positions: lanes 1 to 8 send at 1 to 8 and are received at 16 to 9; of 12: 1 to 4 and 12 to 9 (IEC 61754-7).
  it('of a DR8 connector into two DR4 lead lanes 5 to 8 to the second leg, where they are 1 to 4', async () => {
    const text = link(eight, 'channels 2 x 400GBASE-DR4', 'polarity type-B');
    expect(lines(await mapOf(text, 0))[0]).toBe(
      'lane 1, from 1 over type-B to 16, breakout to 12 of connector 1, received as lane: 1',
    );
    expect(lines(await mapOf(text, 1))).toEqual([
      'lane 5, from 5 over type-B to 12, breakout to 12 of connector 2, received as lane: 5',
      'lane 6, from 6 over type-B to 11, breakout to 11 of connector 2, received as lane: 6',
      'lane 7, from 7 over type-B to 10, breakout to 10 of connector 2, received as lane: 7',
      'lane 8, from 8 over type-B to 9, breakout to 9 of connector 2, received as lane: 8',
    ]);
  });
  it('are the same seen from the legs', async () => {
    const text = link(eight, 'channels 2 x 400GBASE-DR4', 'polarity type-B');
    expect(lines(await mapOf(text, 1, 'to'))[0]).toBe(
      'lane 5, from 1 of connector 2 over breakout to 5, type-B to 12, received as lane: 5',
    );
  });
  it('of one DR8 channel on two MPO-12 (twin port) spread its lanes over both', async () => {
    const twin = 'optics type Twin is 800GBASE-DR8 { connector 2 x MPO12 }';
    const map = await mapOf(alike('channels 1 x Twin', 'polarity type-B', twin));
    expect(map.value).toBe(8);
    expect(lines(map)[4]).toBe('lane 5, from 1 of connector 2 over type-B to 12 of connector 2, received as lane: 5');
    const mixed = await mapOf(link('channels 1 x 800GBASE-DR8', 'channels 1 x Twin', 'polarity type-B', twin));
    expect(mixed.value).toBe(8);
    expect(lines(mixed)[4]).toBe(
      'lane 5, from 5 over type-B to 12, breakout to 12 of connector 2, received as lane: 5',
    );
  });
  it('with type A cords lead every lane to a transmitter', async () => {
    const text = link(eight, 'channels 2 x 400GBASE-DR4', 'polarity type-A');
    expect((await mapOf(text, 1)).value).toBe(0);
    expect(await rulesOf(text)).toEqual(['optics/polarity']);
  });
  // XPO of 8 x DR8: 8 MPO-16, one for each channel; the fifth channel is lanes 33 to 40.
  it('of an XPO: channel 5 of 8 is lanes 33 to 40 on connector 5, and `explain` shows it', async () => {
    const text = `import "std/xpo"
switch type Box { height 1 OU  liquid 90 %  ports up[1..2] : XPO }
switch leaf : Box
switch spine : Box
plug XpoDr8Lro into leaf.*, spine.*
link leaf.up to spine.up over OS2 { length 10 m  connectors 2 x MPO16 low-loss  panels 1 x Mpo16PanelA  polarity type-B, type-A }`;
    const { facts } = await analysisOf(text);
    const [shown] = explainSelector(facts, 'leaf.up[1]/5') ?? [];
    const map = shown?.rows.find(({ name }) => name === 'lanes that reach their receiver')?.fact as Derivation;
    expect(map.value).toBe(8);
    expect(lines(map)[0]).toBe(
      'lane 33, from 1 of connector 5 over type-B to 16, Mpo16PanelA to 16, type-A to 16 of connector 5, received as lane: 33',
    );
    const [back] = explainSelector(facts, 'spine.up[2]/8') ?? [];
    const other = back?.rows.find(({ name }) => name === 'lanes that reach their receiver')?.fact as Derivation;
    expect(lines(other)[0]).toContain(
      'lane 57, from 1 of connector 8 over type-A to 1, Mpo16PanelA to 1, type-B to 16',
    );
  });
  // 16 x 800G DR4 on 8 MPO-16: two channels share a connector, lanes 5 to 8 of it belong to the second.
  it('of an XPO with two channels on each connector', async () => {
    const text = `import "std/xpo"
import "std/osfp"
module type Split is Xpo { channels 16 x 800GBASE-DR4  connector 8 x MPO16  power 128 W }
switch type Leaf { height 1 OU  liquid 90 %  ports up : XPO }
switch type Spine { height 2 RU  ports p[1..8] : OSFP1600 }
switch leaf : Leaf
switch spine : Spine
plug Split into leaf.up
plug Osfp2x800Dr4 into spine.p
link leaf.up to spine.p over OS2 { length 10 m  connectors 1 x MPO16, 1 x MPO12  polarity type-B }`;
    expect(lines(await mapOf(text, 5))[0]).toBe(
      'lane 21, from 5 of connector 3 over type-B to 12, breakout to 12 of connector 2, received as lane: 5',
    );
  });
  it.each([
    ['channels 1 x 400GBASE-SR4.2', '400GBASE-SR4.2 has several wavelengths on the fibers of its connector'],
    ['channels 3 x 400GBASE-DR4  connector 5 x MPO16', '24 fibers do not share 5 connectors of 16 evenly'],
    ['channels 2 x 400GBASE-DR4  connector 1 x MPO16, 1 x LC', 'the connectors of Near are not all alike'],
  ])('are unknown for %s', async (module, why) => {
    expect((await mapOf(alike(module, 'polarity type-B'))).unknown).toBe(why);
  });
  it('are unknown where the ends have other lanes on their fibers', async () => {
    const text = link('channels 1 x 800GBASE-DR8', 'channels 1 x 400GBASE-DR4', 'polarity type-B');
    expect((await mapOf(text)).unknown).toBe('the ends do not have the same lanes on their fibers');
  });
});
