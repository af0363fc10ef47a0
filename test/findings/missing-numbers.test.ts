// What is asked for where numbers are missing: each once, where all of what waits for it is counted.
import { describe, expect, it } from 'vitest';
import { countsOf, notesOf } from '../kit/judged.ts';

describe('a line with amplifiers between PMDs without powers', () => {
  // OIF-800ZR-01.0: no launch and no receive power was found; its OSNR is 27 dB.
  const text = `import "std/osfp"
import "std/amplifiers"
switch type Box { height 2 RU  power 1 kW  ports p[1..2] : OSFP { power 40 W } }
switch a : Box
switch b : Box
plug Osfp800Zr into a.p[1], b.p[1]
link a.p[1] to b.p[1] over OS2 { length 80 km  amplifiers EdfaHighPower, EdfaHighGain }
`;

  it('is told once of each number, also where noise figures depend on it', async () => {
    expect((await notesOf(text)).map((each) => each.replace(/; give.*$/, ''))).toEqual([
      "2 limits (1 of OSNR, 1 of receive power) aren't judged: the `launch` of 800ZR is unknown (the text of OIF-800ZR-01.0 was not available)",
      "1 limit of OSNR isn't judged: 800ZR has no `transmit-osnr`",
      "1 limit of overload isn't judged: the `receive` of 800ZR is unknown (the text of OIF-800ZR-01.0 was not available)",
    ]);
  });

  it('counts what the receiver gets, which no channel loss covers there', async () => {
    const { unjudged } = await countsOf(text);
    expect([unjudged['receive power'], unjudged['overload'], unjudged['OSNR']]).toEqual([1, 1, 1]);
  });
});

describe('a part that lacks several numbers', () => {
  const cage = (given: string): string => `import "std/cages"
cage type Odd { lanes 8  lane-rate 100 Gbps  power 20 W ${given} }
switch type Box { height 1 OU  power 1 kW  liquid 0 %  ports p[1..2] : Odd  ports q[1..2] : OSFP }
switch box : Box
`;

  it('is asked for them in one note where the same limits wait for all of them, in another one for others', async () => {
    const room = "1 limit of panel room isn't judged: Odd has no `width` and no `height`.";
    const panel = "1 limit of front panel isn't judged: Odd has no `per-OU`.";
    expect(await notesOf(cage(''))).toEqual([room, panel]);
    expect((await notesOf(cage('width 20 mm'))).at(0)).toBe(room.replace('`width` and no ', ''));
  });
});

describe('a PMD without powers at one end', () => {
  // What it sends waits for its launch, what it receives for its receive power: 2 links x 2 directions x (overload, power).
  const text = `import "std/osfp"
module type Far is Osfp800Dr8 { channels 1 x 800GBASE-DR8-2 }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p
plug Far into b.p
link a.p to b.p over OS2 { length 100 m }
`;

  it('is asked for both in one note that counts both directions', async () => {
    expect((await notesOf(text)).map((each) => each.replace(/; give.*$/, ''))).toEqual([
      "8 limits (4 of overload, 4 of receive power) aren't judged: 800GBASE-DR8-2 has no `receive` and no `launch`",
      "2 limits of stressed sensitivity aren't judged: 800GBASE-DR8-2 has no `oma-less-tdecq` and no `tdecq`",
    ]);
    const { unjudged } = await countsOf(text);
    expect(unjudged).toEqual({ overload: 4, 'receive power': 4, 'stressed sensitivity': 2 });
  });
});

describe('what a requirement lacks too', () => {
  const text = (allow: string): string => `rack type R { height 10 OU  power 3 kW  opening 537 mm }
rack r : R
switch type Box { height 1 OU }
switch box : Box
place box in r
require power(r) <= 2 kW
${allow}
`;

  it('is listed with it, and stays where it alone is allowed', async () => {
    expect(await notesOf(text(''))).toEqual([]);
    const note = expect.stringMatching(/isn't judged: Box has no `power`/);
    expect(await notesOf(text('allow requirement/unknown because "next week"'))).toEqual([note]);
    expect(await notesOf(text('allow control/not-judged because "next week"'))).toEqual([]);
  });
});

describe('a loop of a template', () => {
  const units = (flow: string): string => `import "std/cooling"
import "std/racks"
rack type Frame is OpenRackV3 { pressure-drop 3 psi at 50 L/min }
template Unit() {
    cdu pump : Mcdu70
    loop water { coolant PG25  ${flow}  from pump }
    rack r : Frame { cooled by water }
}
unit[1..64] : Unit()
`;

  it('is asked once for what each that it makes lacks: it is one declaration', async () => {
    expect(await notesOf(units('supply 40 °C  return <= 60 °C  flow 100 L/min'))).toEqual([
      "64 limits of pump head aren't judged: unit[1].water and 63 more have no `pressure-drop`.",
    ]);
  });
});
