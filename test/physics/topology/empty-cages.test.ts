// Cages without a module: the ports they offer, and what they carry.
import { describe, expect, it } from 'vitest';
import { figures } from '../../kit/design.ts';

/** Two boxes with cages of which only some hold a module of two ports. */
const boxes = (filled: string, more = '') => `import "std/osfp"
import "std/copper"
switch type Box { height 2 RU  power 640 W  ports p[1..32] : OSFP  ports spare[1..32] : OSFP }
switch a : Box
switch b : Box
plug Osfp2x400Dr4 into a.p${filled}, b.p${filled}
link a.p${filled} to b.p${filled} over OS2 { length 30 m }
${more}`;

describe('an empty cage', () => {
  it('offers as many ports as the modules beside it have', async () => {
    // 32 modules of two ports and 32 empty cages: 64 of 128 ports are linked, not 64 of 96.
    const { values } = await figures(boxes(''), ['ports(a)', 'used-ports(a)', 'free-ports(a)', 'ports(a.spare)']);
    expect(values).toEqual([128, 64, 64, 64]);
  });

  it('offers the fewest of them, and one where nothing is beside it', async () => {
    const single = boxes(
      '[1..2]',
      'plug Osfp800Dr8 into a.p[3], b.p[3]\nlink a.p[3] to b.p[3] over OS2 { length 30 m }',
    );
    // Two modules of two ports, one of one port, 61 cages that offer one each.
    expect((await figures(single, ['ports(a)'])).values).toEqual([2 * 2 + 1 + 61]);
    const bare = 'import "std/osfp"\nswitch type Box { height 2 RU  ports p[1..4] : OSFP }\nswitch a : Box\n';
    expect((await figures(bare, ['ports(a)'])).values).toEqual([4]);
  });

  it('carries nothing: energy per bit is that of what is in the cages', async () => {
    // Two modules of 800G and 17 W: (640 + 2 × 17) W ÷ 1.6 Tbps.
    const text = boxes('[1..2]');
    expect((await figures(text, ['energy(a)'])).values[0]).toBeCloseTo(674 / 1.6e12, 20);
    // Twice the modules in use is a better figure, not the same one.
    const twice = await figures(boxes('[1..4]'), ['energy(a)']);
    expect(twice.values[0]).toBeCloseTo(708 / 3.2e12, 20);
    const cable = 'switch c : Box\nswitch d : Box\nlink c.p[1] to d.p[1] over DAC { length 1 m }';
    // A cable in an OSFP cage carries what the cage does, 8 × 100 Gbps, and draws 0.1 W.
    const [energy] = (await figures(boxes('[1..2]', cable), ['energy(c)'])).values;
    expect(energy).toBeCloseTo(640.1 / 800e9, 13);
  });

  it('leaves the energy of a box unknown where all are empty', async () => {
    const text = boxes('[1..2]', 'switch e : Box');
    const { verdicts } = await figures(text, ['energy(e)']);
    expect(verdicts[0]?.value.value).toBeNaN();
    expect(JSON.stringify(verdicts[0]?.value)).toContain('the cages of Box are empty');
  });

  it('counts for the density of a front panel, as in a data sheet', async () => {
    // 64 OSFP of 800 Gbps in 2 RU.
    expect((await figures(boxes('[1..2]'), ['density(a)'])).values[0]).toBeCloseTo(51.2e12 / 2 / 0.04445, -9);
  });
});
