// What is given as unknown of a path: it takes light, or keeps it free, and nobody knows how much.
import { describe, expect, it } from 'vitest';
import { briefly, findingsOf } from '../../kit/design.ts';
import { countsOf, notesOf } from '../../kit/judged.ts';

const link = (path: string, fiber = '') => `import "std/osfp"
fiber type F is OS2 { ${fiber} }
switch type Box { height 2 RU  ports p : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over F { length 30 m  ${path} }
`;

describe('a path', () => {
  it.each(['connectors', 'splices', 'panels', 'amplifiers', 'margin', 'penalty', 'repair'])(
    'with unknown %s has a loss that is not judged',
    async (name) => {
      const { judged, unjudged } = await countsOf(link(`${name} unknown`));
      expect(judged).not.toHaveProperty('link loss');
      expect(unjudged).toMatchObject({ 'link loss': 1, 'receive power': 1 });
      expect(await notesOf(link(`${name} unknown`))).toEqual([expect.stringContaining(`the \`${name}\` of the link`)]);
    },
  );

  it('keeps free what its fiber type does, unless the link says so itself', async () => {
    expect((await countsOf(link('', 'margin unknown'))).unjudged).toMatchObject({ 'link loss': 1 });
    expect((await countsOf(link('margin 1 dB', 'margin unknown'))).judged).toMatchObject({ 'link loss': 1 });
  });

  it('fails by what is known of it', async () => {
    // Five pairs of 0.75 dB are 3.75 dB of 3 dB, whatever the splices lose.
    expect(briefly(await findingsOf(link('connectors 5 x MPO16  splices unknown')))).toEqual([
      expect.stringMatching(/^optics\/loss-budget: .* at least 3\.762 dB; the optics allow 3 dB\.$/),
    ]);
  });
});

describe('a booster', () => {
  const line = (amplifier: string, launch = '4 dBm') => `import "std/qsfp"
amplifier type E { ${amplifier}  noise-figure 5 dB }
switch type Box { height 2 RU  ports p : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400ZrPlus into a.p, b.p
link a.p to b.p over OS2 { length 60 km  amplifiers 2 x E  launch ${launch} }
`;
  // ZR400-OFEC-16QAM sends −10 dBm at least (OpenZR+ MSA 3.0).
  it.each([
    ['no output power', 'gain 25 dB', '30 dBm'],
    ['no gain', 'output-power 20 dBm', '4 dBm'],
  ])('with %s may deliver less than the line wants', async (_, amplifier, launch) => {
    expect((await countsOf(line(amplifier, launch === '30 dBm' ? '14 dBm' : launch))).unjudged).toMatchObject({
      'launch power': 1,
    });
  });

  it('fails by what is known of it', async () => {
    // −10 dBm + 25 dB are 15 dBm.
    const found = briefly(await findingsOf(line('gain 25 dB', '16 dBm')));
    expect(found).toContainEqual(expect.stringMatching(/launches 16 dBm of each channel; E delivers 15 dBm\.$/));
  });

  it('with both figures is judged', async () => {
    const { judged, unjudged } = await countsOf(line('gain 25 dB  output-power 20 dBm'));
    expect([judged['launch power'], unjudged['launch power']]).toEqual([1, undefined]);
  });
});

describe('the polarity of cords', () => {
  it.each([
    ['1 x Mpo16Panel  polarity type-B, type-A', [undefined, 1]],
    ['1 x Ocs  polarity type-B, type-A', [undefined, 1]],
    ['1 x Mpo16PanelA  polarity type-B, type-A', [1, undefined]],
    // Two equal panels cancel out.
    ['2 x Mpo16Panel  polarity type-B, type-A, type-A', [1, undefined]],
    // What isn't given isn't judged.
    ['1 x Mpo16Panel', [undefined, undefined]],
  ])('with the panels %s is judged, or said not to be', async (panels, counts) => {
    const { judged, unjudged } = await countsOf(link(`panels ${panels}`));
    expect([judged['polarity'], unjudged['polarity']]).toEqual(counts);
  });
});

describe('PMDs that don’t link up', () => {
  const pair = (a: string, b: string, length: string) => `import "std/qsfp"
switch type Box { height 2 RU  ports p : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug ${a} into a.p
plug ${b} into b.p
link a.p to b.p over OS2 { length ${length}  amplifiers 2 x E }
amplifier type E { band 1260 nm..1565 nm  gain 10 dB  noise-figure 9 dB  output-power 20 dBm }
`;
  it.each([
    ['QsfpDd400Zr', 'QsfpDd400ZrPlus', '30 km', 'optics/fec-mismatch'],
    ['QsfpDd400Fr4', 'QsfpDd400Lr8', '1 km', 'optics/pmd-mismatch'],
  ])('%s and %s over %s are one mistake: what passes between them is of no use', async (a, b, length, rule) => {
    const text = pair(a, b, length);
    expect((await findingsOf(text)).map((each) => each.rule)).toEqual([rule]);
    expect(Object.keys((await countsOf(text)).unjudged)).not.toContain('receive power');
  });
});
