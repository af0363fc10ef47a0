// Power of switches with their modules and supplies against published figures.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

describe('power', () => {
  // NVIDIA SN5600: 940 W without optics, 64 cages of 18 W, dual 3 kW supplies: 2,092 W on one of them.
  it('of an SN5600 with 64 modules of 18 W is 2,092 W and lives on one supply of 3 kW', async () => {
    const text = `
import "std/osfp"
module type Full { form-factor OSFP  channels 1 x 800GBASE-DR8  power 18 W }
switch type Sn5600 { height 2 RU  power 940 W  supplies 2 x 3 kW, n+1  ports p[1..64] : OSFP }
switch s : Sn5600
plug Full into s.p
`;
    const { facts, findings } = await analysisOf(text);
    expect(facts.power.device[0]?.value).toBe(2092);
    expect(facts.power.supplies[0]?.value).toBe(3000);
    expect(findings).toEqual([]);
  });

  // XPO at its limit: 16 × 400 W = 6.4 kW for each open rack unit.
  it('of 16 XPO at 400 W is 6.4 kW', async () => {
    const text = `
import "std/xpo"
module type Hot is Xpo { channels 8 x 1.6TBASE-DR8  power 400 W }
switch type Box { height 1 OU  power 0 W  liquid 100 %  ports p[1..16] : XPO }
switch s : Box
plug Hot into s.p
`;
    const { facts } = await analysisOf(text);
    expect(facts.power.device[0]?.value).toBe(6400);
    expect(facts.heat.liquid[0]?.value).toBe(6400);
    expect(facts.heat.air[0]?.value).toBe(0);
  });
});
