// How long batteries carry their load, by hand: the energy at the capacity, spread over the load.
import { describe, expect, it } from 'vitest';
import { errorsOf, figure, findingsOf } from '../../kit/design.ts';

/** Four racks of 30 kW on two UPSs: 60 kW on each, 120 kW on one when the other is lost. */
const design = (ups: string, more = ''): string => `import "std/racks"
feed M { capacity 400 kW }
ups U { ${ups}  efficiency 96 %  fed by M }
ups V { ${ups}  efficiency 96 %  fed by M }
switch type Box { height 1 OU  power 3 kW }
rack type R is OpenRackV3 { power 60 kW }
rack r[1..4] : R { fed by U, V }
switch box[1..40] : Box
place box[*] in r[*] 10 each
${more}`;

const seconds = async (ups: string, of: string): Promise<number> =>
  (await figure(design(ups), `battery-time(${of})`, { expected: /^power\/feed-budget$/ })).value;

describe('the battery time of a UPS', () => {
  it('is its time at the capacity, as much longer as the load with others lost is less', async () => {
    // 5 min at 150 kW are 12.5 kWh, which last 6.25 min at 120 kW.
    expect(await seconds('capacity 150 kW  battery 5 min', 'U')).toBeCloseTo(6.25 * 60, 9);
    expect(await seconds('capacity 120 kW  battery 300 s', 'V')).toBeCloseTo(300, 9);
    expect(await seconds('capacity 240 kW  battery 5 minutes', 'U')).toBeCloseTo(600, 9);
  });

  it('is required by the worst, also where a feed above fails', async () => {
    const required = (least: string): string =>
      design('capacity 150 kW  battery 5 min', `require battery-time(U) >= ${least} when any 1 of V fail`);
    expect(await errorsOf(required('6 min'))).toEqual([]);
    expect(await errorsOf(required('7 min'))).toEqual([expect.stringContaining('battery-time(U) is 6.25 min')]);
  });

  it('is unknown without a battery, above the capacity and of what has none', async () => {
    for (const [ups, asked] of [
      ['capacity 150 kW', 'U'],
      ['capacity 100 kW  battery 5 min', 'U'],
      ['battery 5 min', 'U'],
      ['capacity 150 kW  battery 5 min', 'M'],
    ] as const)
      expect(await seconds(ups, asked)).toBeNaN();
  });

  it('is at most what the known load leaves: above the capacity, and where a part of the load is unknown', async () => {
    // 5 min at 100 kW are 8.33 kWh, which last no more than 4.17 min at 120 kW.
    const over = design('capacity 100 kW  battery 5 min', 'require battery-time(U) >= 4.2 min');
    expect(await errorsOf(over)).toContainEqual(expect.stringContaining('battery-time(U) is at most 4.17 min'));
    const [, , unjudged] = (await findingsOf(over.replace('4.2 min', '4.1 min'))).filter(
      ({ rule }) => rule === 'requirement/unknown' || rule === 'power/feed-budget',
    );
    expect(unjudged?.help).toBe('Take load off it, or give it more capacity: beyond it, no time is known.');

    const inPart = design('capacity 150 kW  battery 5 min', 'switch more : Unknown  place more in r[1]').replace(
      'switch type Box',
      'switch type Unknown { height 1 OU }\nswitch type Box',
    );
    expect(await errorsOf(`${inPart}\nrequire battery-time(U) >= 6.3 min`)).toEqual([
      expect.stringContaining('battery-time(U) is at most 6.25 min'),
    ]);
  });

  it('is asked for in minutes, as data sheets give it', async () => {
    const [bare] = (await findingsOf(design('capacity 150 kW  battery 5'))).filter(
      ({ rule }) => rule === 'value/no-unit',
    );
    expect(bare?.help).toBe('For example, write `5 min`.');
  });
});
