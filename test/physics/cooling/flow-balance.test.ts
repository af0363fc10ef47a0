// Racks and branches that ask for more flow than there is: conservation of mass and of heat must hold for what is computed.
//
// PG25 at 40 °C: ρ · cp = 1.0143 kg/L · 3.96 kJ/(kg·K) = 4.016628 kJ/(L·K) (Airedale DeltaChill manual, p. 53).
import { describe, expect, it } from 'vitest';
import { analysisOf, briefly, errorsIn } from '../../kit/design.ts';

const carried = 1.0143 * 3.96;

/** Four racks with 10, 20, 30 and 40 kW of liquid heat. */
async function coolant(loop: string, flows: readonly number[] = [], rest = '') {
  const analysis = await analysisOf(`import "std/racks"
import "std/cooling"
rack type R { height 44 OU  power 200 kW }
${[1, 2, 3, 4].map((i) => `host type H${i} { height 4 RU  power ${i * 10} kW  liquid 100 % }\nhost h${i} : H${i}\n`).join('')}
rack r[1..4] : R
place h1, h2, h3, h4 in r[*] 1 each
${flows.map((flow, i) => `r[${i + 1}] { cooled by primary  flow ${flow} L/min }\n`).join('')}
loop primary { coolant PG25  supply 40 °C  ${loop} }
${rest}`);
  const { fabric, facts } = analysis;
  const of = ({ cooling }: typeof facts) => {
    const { branches } = cooling;
    const racks = [0, 1, 2, 3];
    return {
      flows: racks.map((rack) => branches.rackFlow(rack).value * 60_000),
      returns: racks.map((rack) => branches.rackReturn(rack).value),
      branchFlows: fabric.branches.map((each) => branches.flow(each).value * 60_000),
      outlets: fabric.branches.map((each) => branches.outlet(each).value),
      back: fabric.loops.map((each) => cooling.returnTemperature(each).value)[0] ?? Number.NaN,
    };
  };
  return { ...of(facts), of, facts, errors: briefly(errorsIn(analysis)) };
}

const total = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const mixed = (flows: readonly number[], temperatures: readonly number[]): number =>
  total(flows.map((flow, i) => flow * (temperatures[i] ?? Number.NaN))) / total(flows);

describe('racks on a loop that ask for more than it carries', () => {
  it('get the same share of what they ask for, and their returns mix to the return of the loop', async () => {
    const { flows, returns, back, errors } = await coolant('flow 100 L/min', [20, 40, 60, 80]);
    expect(errors).toEqual(['cooling/flow-split: The racks on primary take 200 L/min; the loop carries 100 L/min.']);
    for (const [i, flow] of [10, 20, 30, 40].entries()) expect(flows[i]).toBeCloseTo(flow, 9);
    // 10 kW in 10 L/min, and so on: 1 kJ/s in 1/60 L/s is 60 ÷ 4.016628 = 14.9379 K in each of them.
    for (const each of returns) expect(each).toBeCloseTo(40 + 60 / carried, 9);
    // The loop: 100 kW in 100 L/min.
    expect(back).toBeCloseTo(40 + 60 / carried, 9);
  });

  it.each([100, 150, 199, 199.999])('mass and heat are conserved at %d L/min', async (flow) => {
    const { flows, returns, back } = await coolant(`flow ${flow} L/min`, [50, 50, 50, 50]);
    expect(total(flows)).toBeCloseTo(flow, 6);
    expect(mixed(flows, returns)).toBeCloseTo(back, 6);
  });

  it('nothing is scaled where they ask for all of it or less', async () => {
    for (const flow of [200, 250]) {
      const { flows, errors } = await coolant(`flow ${flow} L/min`, [20, 40, 60, 80]);
      expect(errors).toEqual([]);
      for (const [i, each] of [20, 40, 60, 80].entries()) expect(flows[i]).toBeCloseTo(each, 9);
    }
  });

  it('a rack that asks for more gets no less, and makes no other rack cooler', async () => {
    let before: Awaited<ReturnType<typeof coolant>> | undefined;
    for (const asked of [10, 25, 40, 55, 120]) {
      const now = await coolant('flow 100 L/min', [asked, 25, 25, 25]);
      if (before !== undefined) {
        expect(now.flows[0]).toBeGreaterThanOrEqual(before.flows[0] as number);
        for (const rack of [1, 2, 3])
          expect(now.returns[rack]).toBeGreaterThanOrEqual((before.returns[rack] as number) - 1e-9);
      }
      before = now;
    }
  });

  it('pumps that fail take their share of what is there', async () => {
    const { of, facts } = await coolant(
      'flow 100 L/min  from c[*]',
      [20, 40, 60, 80],
      'cdu type C { capacity 200 kW  flow 50 L/min }\ncdu c[1..2] : C\n',
    );
    const { flows, returns } = of(facts.under({ ...facts.scenario, cdus: new Set([0]) }));
    expect(total(flows)).toBeCloseTo(50, 6);
    expect(returns[0]).toBeCloseTo(40 + 120 / carried, 6);
  });
});

describe('branches that ask for more than there is', () => {
  it('share the flow of their loop', async () => {
    const { branchFlows, outlets, back, flows, errors } = await coolant(
      'flow 75 L/min  branch a { parallel r[1..2]  flow 60 L/min }  branch b { series r[3..4]  flow 90 L/min }',
    );
    expect(errors).toEqual(['cooling/branch-flow: The branches of primary take 150 L/min; primary carries 75 L/min.']);
    expect(branchFlows.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([30, 45]);
    expect(flows.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([15, 15, 45, 45]);
    expect(mixed(branchFlows, outlets)).toBeCloseTo(back, 6);
  });

  it('downstream of another share its flow', async () => {
    const { branchFlows, outlets } = await coolant(
      'flow 60 L/min  branch a { parallel r[1..2]  flow 60 L/min }  branch b { after a  parallel r[3]  flow 60 L/min }  branch c { after a  parallel r[4]  flow 30 L/min }',
    );
    expect(branchFlows.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([60, 40, 20]);
    // 100 kW in all at 1 L/s.
    expect(mixed(branchFlows.slice(1), outlets.slice(1))).toBeCloseTo(40 + 100 / carried, 6);
  });

  it('racks of a branch share its flow', async () => {
    const { flows, returns, outlets, errors } = await coolant(
      'flow 60 L/min  branch a { parallel r[1..4]  flow 60 L/min }',
      [],
      'r[1..2] { flow 40 L/min }\nr[3..4] { flow 20 L/min }\n',
    );
    expect(errors).toEqual(['cooling/branch-flow: The racks of primary.a take 120 L/min; primary.a carries 60 L/min.']);
    expect(flows.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([20, 20, 10, 10]);
    expect(mixed(flows, returns)).toBeCloseTo(outlets[0] as number, 6);
  });
});
