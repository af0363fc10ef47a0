// Every rule with a limit goes on objecting to its own example where that gets worse: the list of which rules this holds for, and why not for others.
//
// Random plants, lines and chains are in `plant/monotone.test.ts` and `optics/monotone.test.ts`; here no rule can be missing.
import { allRules } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

/** Changes of the text of an example, to what is worse and then worse by far. */
type Worse = readonly (readonly [of: string, worse: string, worst: string])[];

const worse: Readonly<Record<string, Worse>> = {
  'bandwidth/asic-capacity': [['down[1..5]', 'down[1..6]', 'down[1..16]']],
  'bandwidth/nic-port': [['Osfp800Dr8', 'Osfp800Dr8Lpo', 'Osfp800Dr4']],
  'bandwidth/oversubscription': [
    ['node[1..4]', 'node[1..5]', 'node[1..16]'],
    ['down[1..4]', 'down[1..5]', 'down[1..16]'],
  ],
  'cooling/air-capacity': [['power 10 kW', 'power 11 kW', 'power 40 kW']],
  'cooling/air-inlet': [['air-supply 36 °C', 'air-supply 37 °C', 'air-supply 60 °C']],
  'cooling/branch-flow': [['flow 60 L/min', 'flow 61 L/min', 'flow 600 L/min']],
  'cooling/cdu-approach': [['facility 32 °C', 'facility 33 °C', 'facility 50 °C']],
  'cooling/cdu-flow': [['flow 2400 L/min', 'flow 2500 L/min', 'flow 9000 L/min']],
  'cooling/coolant-range': [['power 30 kW', 'power 40 kW', 'power 300 kW']],
  'cooling/coupling-flow': [['flow 0.7 L/min', 'flow 0.8 L/min', 'flow 5 L/min']],
  'cooling/device-airflow': [['airflow 150 CFM', 'airflow 151 CFM', 'airflow 900 CFM']],
  'cooling/dew-point': [['dew-point 17 °C', 'dew-point 18 °C', 'dew-point 30 °C']],
  'cooling/flow-split': [['flow 40 L/min', 'flow 41 L/min', 'flow 400 L/min']],
  'cooling/inlet-limit': [['supply 46 °C', 'supply 47 °C', 'supply 65 °C']],
  'cooling/loop-capacity': [['power 30 kW', 'power 31 kW', 'power 300 kW']],
  'cooling/loop-flow': [['flow 300 L/min', 'flow 299 L/min', 'flow 10 L/min']],
  'cooling/loop-head': [['8 psi at 100 L/min', '9 psi at 100 L/min', '80 psi at 100 L/min']],
  'cooling/module-flow': [['flow 0.15 L/min', 'flow 0.1 L/min', 'flow 0.01 L/min']],
  'cooling/module-inlet': [['supply 20 °C', 'supply 19 °C', 'supply 2 °C']],
  'cooling/outlet-limit': [['power 30 kW', 'power 31 kW', 'power 300 kW']],
  'cooling/pressure-drop': [['flow 50 L/min', 'flow 55 L/min', 'flow 60 L/min']],
  'cooling/rack-flow': [['required-flow 15 L/min', 'required-flow 16 L/min', 'required-flow 90 L/min']],
  'cooling/return-temperature': [['power 30 kW', 'power 31 kW', 'power 300 kW']],
  'cooling/row-air': [['power 10 kW', 'power 11 kW', 'power 90 kW']],
  'cooling/supply-temperature': [['supply 15 °C', 'supply 14 °C', 'supply 1 °C']],
  'cooling/working-pressure': [['static-pressure 30 psi', 'static-pressure 31 psi', 'static-pressure 300 psi']],
  'density/faceplate': [['down[1..16]', 'down[1..17]', 'down[1..64]']],
  'density/mixed-panel': [['b[1..32]', 'b[1..33]', 'b[1..36]']],
  'density/modules-per-unit': [['down[1..18]', 'down[1..19]', 'down[1..64]']],
  'optics/cable-reach': [['length 2.5 m', 'length 2.6 m', 'length 30 m']],
  'optics/coherent-span': [['length 40 km', 'length 41 km', 'length 120 km']],
  'optics/dispersion': [['length 24 km', 'length 25 km', 'length 120 km']],
  'optics/laser-count': [['lasers 8 x', 'lasers 7 x', 'lasers 1 x']],
  'optics/laser-power': [['engines 4', 'engines 5', 'engines 64']],
  'optics/launch-power': [['launch 4 dBm', 'launch 5 dBm', 'launch 30 dBm']],
  'optics/loss-budget': [['connectors 4 x', 'connectors 5 x', 'connectors 40 x']],
  'optics/osnr': [['noise-figure 8 dB', 'noise-figure 9 dB', 'noise-figure 30 dB']],
  'optics/overload': [['0 dBm..4.2 dBm', '0 dBm..4.4 dBm', '0 dBm..20 dBm']],
  'optics/reach': [['length 600 m', 'length 601 m', 'length 60 km']],
  'optics/receive-power': [['-4.5 dBm..4.0 dBm', '-5 dBm..4.0 dBm', '-30 dBm..4.0 dBm']],
  'optics/stressed-receiver': [['-0.2 dBm', '-0.1 dBm', '20 dBm']],
  'placement/panel-adapters': [['adapters 4', 'adapters 3', 'adapters 1']],
  'placement/rack-full': [['box[1..45]', 'box[1..46]', 'box[1..450]']],
  'placement/rack-weight': [['weight 400 kg', 'weight 401 kg', 'weight 4000 kg']],
  'placement/rack-width': [['height 1 OU', 'height 1 OU width 540 mm', 'height 1 OU width 900 mm']],
  'placement/short-cable': [['length 5 m', 'length 4 m', 'length 0.1 m']],
  'power/busbar-current': [['power 30 kW', 'power 31 kW', 'power 34 kW']],
  'power/cage-over-platform': [['power 490 W', 'power 491 W', 'power 499 W']],
  'power/chips-over-chassis': [['power 500 W', 'power 501 W', 'power 5 kW']],
  'power/feed-budget': [['power 3 kW', 'power 3.1 kW', 'power 30 kW']],
  'power/input-current': [['power 450 W', 'power 455 W', 'power 480 W']],
  'power/input-voltage': [['busbar-voltage 12.5 V', 'busbar-voltage 12 V', 'busbar-voltage 1 V']],
  'power/module-over-cage': [['420 W', '421 W', '500 W']],
  'power/module-over-connector': [['520 W', '521 W', '5 kW']],
  'power/rack-budget': [['power 3 kW', 'power 3.1 kW', 'power 30 kW']],
  'power/shelf-capacity': [['power 3.2 kW', 'power 3.3 kW', 'power 32 kW']],
  'power/shelf-voltage': [['busbar-voltage 800 V', 'busbar-voltage 810 V', 'busbar-voltage 8 kV']],
  'power/supply-redundancy': [['power 2 kW', 'power 2.1 kW', 'power 20 kW']],
  'requirement/unmet': [['headroom(primary) >= 10 %', 'headroom(primary) >= 11 %', 'headroom(primary) >= 99 %']],
};

/** Rules whose limit is no amount that could grow. */
const exempt: Readonly<Record<string, string>> = {
  'optics/amplifier-band': 'A wavelength is in the band or not: outside it, none is worse than another.',
  'optics/pmd-mismatch': 'Two PMDs link up or not.',
  'optics/polarity': 'Each lane is led to its receiver or not; one more crossing makes it right again.',
  'topology/asymmetric-striping': 'Links are spread evenly or not; more of them may make it even again.',
};

/** What takes over from a rule where its example gets worse by far: a limit that comes before its own. */
const takenOverBy: Readonly<Record<string, string>> = {
  'cooling/loop-head': 'cooling/pressure-drop',
  'power/module-over-cage': 'power/module-over-connector',
};

/** A text with a change, whatever spaces are in it. */
function changed(text: string, of: string, to: string): string {
  const found = new RegExp(of.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'), 'g');
  expect(text).toMatch(found);
  return text.replace(found, to);
}

describe('every rule with a limit', () => {
  const limited = allRules.filter(({ limit }) => limit !== undefined);

  it('is in the list of those that are monotone, or exempt with the reason', () => {
    expect([...Object.keys(worse), ...Object.keys(exempt)].sort()).toEqual(limited.map(({ id }) => id).sort());
  });

  it.each(Object.entries(worse))('%s objects to what is worse', async (id, changes) => {
    const { bad = '' } = limited.find((rule) => rule.id === id) ?? {};
    for (const step of [1, 2] as const) {
      const text = changes.reduce((before, change) => changed(before, change[0], change[step]), bad);
      const { findings } = await analysisOf(text);
      const rules = findings.flatMap((each) => [each, ...(each.folded ?? [])].map(({ rule }) => rule));
      expect(rules.includes(id) || rules.includes(takenOverBy[id] ?? ''), `${rules.join()} in\n${text}`).toBe(true);
    }
  });
});
