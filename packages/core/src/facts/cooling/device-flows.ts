// The coolant that flows through each device of a rack: one figure for its temperature, its couplings and its pressure drop.
import { type Derivation, derived, figure, sum, times } from '../../figures/derivation.ts';
import { type Fabric, loopOfRack, rackName } from '../../model/index.ts';
import type { RackContents } from '../placement/rack-contents.ts';
import type { FlowNeeds } from './coolant-flow.ts';
import type { CoolingFacts } from './cooling.ts';

export interface DeviceFlows {
  /**
   * Flow through one device of a class in a rack, in m³/s: its share of the flow of the rack, by their required flow if all of
   * them have one, otherwise an equal share. Its required flow if the flow of the rack is unknown.
   * @param index of the device class
   */
  through(rack: number, index: number): Derivation;
}

/** What the flow through devices is computed from. */
export interface DeviceFlowInputs {
  readonly fabric: Fabric;
  readonly contents: RackContents;
  readonly flows: FlowNeeds;
  readonly cooling: CoolingFacts;
}

/** The flow through the devices of racks: nothing is lost on the way, so their flows add up to that of their rack. */
export function deviceFlows(inputs: DeviceFlowInputs): DeviceFlows {
  return { through: (rack, index) => throughDevice(inputs, rack, index) };
}

function throughDevice(
  { fabric, contents, flows, cooling }: DeviceFlowInputs,
  rack: number,
  index: number,
): Derivation {
  const loop = loopOfRack(fabric, rack);
  const inlet = loop === undefined ? Number.NaN : cooling.branches.rackInlet(rack, loop).value;
  const need = flows.device(index, inlet);
  // A device that needs no coolant at any temperature has none.
  const isWet = (each: number): boolean => flows.device(each, Number.NaN).value !== 0;
  const all = loop === undefined ? undefined : cooling.branches.rackFlow(rack);
  if (all === undefined || Number.isNaN(all.value) || !isWet(index)) return need;
  const wet = [...(contents[rack] ?? [])].filter(([each]) => isWet(each));
  const count = wet.reduce((sofar, [, each]) => sofar + each, 0);
  if (count <= 1) return all;
  const label = `flow through each of ${count} devices in ${rackName(fabric, rack)}`;
  const needed = sum(
    'flow they need',
    'volume flow',
    'sum of the devices',
    wet.map(([each, devices]) => times(devices, flows.device(each, inlet))),
  );
  if (wet.length > 1 && needed.value > 0)
    return derived(
      `share of the flow of ${rackName(fabric, rack)}`,
      'volume flow',
      'flow of the rack × its need ÷ the need of all',
      [all, need, needed],
      (all.value * need.value) / needed.value,
    );
  const devices = figure('devices that share it', 'count', count);
  return derived(label, 'volume flow', 'flow of the rack ÷ devices', [all, devices], all.value / count);
}
