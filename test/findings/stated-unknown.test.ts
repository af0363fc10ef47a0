// What a design gives as `unknown`: it isn't told that it has none, whatever kind of thing gives it.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../kit/design.ts';
import { notesOf } from '../kit/judged.ts';

const plant = (feed: string, ups: string, loop: string, require: string) => `import "std/racks"
import "std/cooling"
feed u { ${feed} }
ups A { ${ups}  fed by u }
cdu c[1..2] : NvidiaQualified600
loop water { coolant PG25  return <= 55 °C  from c[*], n+1  ${loop} }
rack r : OpenRackV3 { power 20 kW  fed by A  cooled by water }
switch type Box { height 1 OU  power 3 kW  liquid 85 % }
switch box[1..4] : Box
place box in r
${require}`;

const usual = { feed: 'capacity 400 kW', ups: 'capacity 150 kW  efficiency 97 %', loop: 'supply 40 °C  flow 30 L/min' };

describe('what is given as unknown', () => {
  it.each([
    ['battery', { ups: `${usual.ups}  battery unknown` }, 'battery-time(A) >= 30 s', 'A'],
    ['capacity', { ups: 'capacity unknown  efficiency 97 %' }, 'headroom(A) >= 10 %', 'A'],
    ['capacity', { feed: 'capacity unknown' }, 'headroom(u) >= 10 %', 'u'],
    ['supply', { loop: 'supply unknown  flow 30 L/min' }, 'temperature(water.return) <= 50 °C', 'water'],
  ])('as the `%s` in %j is said to be unknown', async (property, given, requirement, owner) => {
    const { feed, ups, loop } = { ...usual, ...given };
    const messages = async (text: string): Promise<string[]> =>
      (await findingsOf(text)).filter(({ rule }) => rule.startsWith('requirement/')).map(({ message }) => message);
    const text = plant(feed, ups, loop, `require ${requirement}`);
    const [said] = await messages(text);
    expect(said).toContain(`the \`${property}\` of ${owner} is unknown`);
    const silent = text.replace(`${property} unknown`, '');
    expect((await messages(silent))[0]).toContain(`${owner} has no \`${property}\``);
    expect((await findingsOf(text)).map(({ message }) => message).join()).not.toContain(
      `${owner} has no \`${property}\``,
    );
  });

  it('is said with its reason, of one of an array that differs too', async () => {
    const text = `${plant(usual.feed, usual.ups, usual.loop, '')}
ups U[1..2] { capacity 100 kW  efficiency 97 %  battery 5 min  fed by u }
rack q : OpenRackV3 { power 20 kW  fed by U[1], U[2] }
switch more : Box
place more in q
U[2] { battery unknown source "not ordered yet" }
require battery-time(U[1]) >= 30 s
require battery-time(U[2]) >= 30 s`;
    const found = (await findingsOf(text)).filter(({ rule }) => rule.startsWith('requirement/'));
    expect(found.map(({ message }) => message)).toEqual([
      "battery-time(U[2]) can't be checked: the `battery` of U[2] is unknown (not ordered yet).",
    ]);
  });

  it('is one note for all instances of a template', async () => {
    const text = `import "std/racks"
import "std/cooling"
template Unit() {
    cdu c[1..2] : NvidiaQualified600
    loop water { coolant PG25  supply 40 °C  flow unknown  from c[*], n+1 }
    rack r[1..2] : OpenRackV3 { power 100 kW  cooled by water }
}
unit[1..3] : Unit()`;
    const [first, ...others] = (await notesOf(text)).filter((each) => each.includes('CDU flow'));
    expect(first).toBe("3 limits of CDU flow aren't judged: the `flow` of unit[1].water and 2 more is unknown.");
    expect(others).toEqual([]);
  });
});

describe('a PMD for amplified lines', () => {
  // OpenZR+ MSA 3.0: −10 dBm at least are launched, −12 dBm at least are needed; 3 km of 0.3 dB/km lose 0.9 dB, 10 km lose 3 dB.
  const text = (km: number) => `import "std/qsfp"
switch type Box { height 2 RU  ports p : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400ZrPlus into a.p, b.p
link a.p to b.p over OS2 { length ${km} km }`;

  it('is judged by what arrives where there are no amplifiers, and not asked for a channel loss', async () => {
    expect(await notesOf(text(3))).toEqual([]);
    const serious = async (km: number) => (await findingsOf(text(km))).filter(({ severity }) => severity === 'error');
    expect((await serious(3)).map(({ rule }) => rule)).toEqual([]);
    expect((await serious(10)).map(({ message }) => message)).toEqual([
      'The link from a.p to b.p delivers −13 dBm from ZR400-OFEC-16QAM in the worst case; ZR400-OFEC-16QAM needs −12 dBm.',
    ]);
  });
});

describe('help of a requirement', () => {
  it('names the largest term as far as it is known', async () => {
    const text = `import "std/osfp"
import "std/racks"
rack r : OpenRackV3 { power 200 kW }
module type M is Osfp800Dr8 { power unknown }
switch type X { height 1 OU  power 50 kW  ports p : OSFP }
switch type Y { height 1 OU  power 20 kW }
switch s[1..2] : X
switch t : Y
plug M into s[*].p
place s, t in r
require power(r) <= 90 kW`;
    const found = (await findingsOf(text)).find(({ rule }) => rule === 'requirement/unmet');
    expect([found?.message, found?.help]).toEqual([
      'power(r) is at least 120 kW; <= 90 kW is required.',
      'The largest term is power of X with its modules, 2 × at least 50 kW. Change the design until the requirement holds, or relax the requirement.',
    ]);
  });

  it('of a loop without CDUs names `from`, which would give it some', async () => {
    const text = `import "std/racks"
import "std/cooling"
loop a { coolant PG25  supply 40 °C  return <= 60 °C  flow 100 L/min  pressure-drop 5 psi }
rack r : OpenRackV3 { cooled by a  power 100 kW }
require head-margin(a) >= 10 kPa`;
    const found = (await findingsOf(text)).find(({ rule }) => rule === 'requirement/unknown');
    expect(found?.help).toBe('Give the loop its CDUs with `from`, or require another fact.');
  });
});
