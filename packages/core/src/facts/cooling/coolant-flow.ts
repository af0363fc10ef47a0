// Coolant flow that devices need, its path through them, and its pressure drop there.

import {
  atLeast,
  type Derivation,
  derived,
  figure,
  knownOf,
  stated,
  sum,
  times,
  unknown,
} from '../../figures/derivation.ts';
import {
  type Counted,
  type Fabric,
  type Given,
  itemAt,
  missingIn,
  type Part,
  rackName,
  type TableRow,
} from '../../model/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes/device-classes.ts';
import { inRacks, type RackContents } from '../placement/rack-contents.ts';
import { isLiquidCooled } from './heat.ts';
import { interpolate, lowerBoundAt } from './table.ts';

/** Flow one module needs, in m³/s. */
export function moduleFlow(module: Part<'module'>): Derivation {
  return stated(`flow of ${module.name}`, 'volume flow', module.values.flow, missingIn(module, 'flow'));
}

/** Flow the chassis of a device needs at a supply temperature in °C, in m³/s. */
function chassisFlow(part: Part<'switch'> | Part<'host'>, supply: number): Derivation {
  const label = `required flow of ${part.name}`;
  if (part.values.liquid?.value === 0) return figure(label, 'volume flow', 0, part.values.liquid.origin);
  const given = part.values['required-flow'];
  if (given === undefined) return unknown(label, 'volume flow', missingIn(part, 'required-flow'));
  const value = interpolate(given.value, supply);
  const found = { ...figure(label, 'volume flow', value, given.origin), provenance: given.provenance };
  if (!Number.isNaN(value)) return given.value.length > 1 ? { ...found, label: `${label} at ${supply} °C` } : found;
  const why = Number.isNaN(supply)
    ? 'the supply temperature is unknown'
    : `${part.name} has no \`required-flow\` for ${supply} °C`;
  // Warmer coolant must flow faster: beyond its table a device needs what it needs at the warmest row, at least.
  return { ...found, known: lowerBoundAt(given.value, supply), unknown: why };
}

/**
 * Flow a device needs with its modules, in m³/s. Modules with a flow have a coolant path of their own and add to the flow of
 * the chassis; those without one are under its cold plates.
 */
function deviceFlow({ part, modules }: DeviceClass, supply: number): Derivation {
  if (part === undefined) return unknown('required flow', 'volume flow', 'the type is unknown');
  const terms = [chassisFlow(part, supply)];
  for (const { module, count } of modules)
    if (isLiquidCooled(module) === true && module.values.flow !== undefined)
      terms.push(times(count, moduleFlow(module)));
  return sum(`required flow of ${part.name} with its modules`, 'volume flow', 'chassis + modules', terms);
}

export interface FlowNeeds {
  /** Flow a device class needs at a supply temperature in °C, in m³/s. */
  device(index: number, supply: number): Derivation;
  /** Flow the devices of a rack need, in m³/s. */
  rack(rack: number, supply: number): Derivation;
}

/** What the flow that devices need is computed from. */
export interface FlowInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly contents: RackContents;
}

/** The flow that devices and racks need. */
export function flowNeeds({ fabric, devices, contents }: FlowInputs): FlowNeeds {
  const known = new Map<number, readonly Derivation[]>();
  const at = (supply: number): readonly Derivation[] => {
    let found = known.get(supply);
    if (found === undefined) known.set(supply, (found = devices.classes.map((each) => deviceFlow(each, supply))));
    return found;
  };
  return {
    device: (index, supply) => itemAt(at(supply), index),
    rack: (rack, supply) =>
      sum(
        `flow the devices in ${rackName(fabric, rack)} need`,
        'volume flow',
        'sum of its devices',
        inRacks(contents, rack, at(supply)),
      ),
  };
}

/** Parallel couplings: half of them are in the supply, half in the return. */
function parallelOf(count: number): number {
  return Math.max(1, Math.floor(count / 2));
}

/** Flow through one of some couplings, in m³/s. */
export function couplingFlow({ count, part }: Counted<'coupling'>, flow: Derivation): Derivation {
  const lines = figure(`parallel ${part.name}`, 'count', parallelOf(count));
  const value = flow.value / lines.value;
  if (lines.value === 1) return { ...flow, label: `flow through ${part.name}` };
  const each = derived(
    `flow through each ${part.name}`,
    'volume flow',
    'flow ÷ parallel couplings',
    [flow, lines],
    value,
  );
  return atLeast(each, flow.known / lines.value);
}

/** Density that specific gravity counts from, in kg/m³. */
const waterDensity = 1000;

/**
 * Pressure drop of one mated coupling, in Pa: ΔP = SG · (Q ÷ Cv)².
 * @param density of the coolant, in kg/m³
 */
export function couplingDrop(coupling: Part<'coupling'>, flow: Derivation, density: Derivation): Derivation {
  const cv = stated(
    `flow coefficient of ${coupling.name}`,
    'flow coefficient',
    coupling.values['flow-coefficient'],
    missingIn(coupling, 'flow-coefficient'),
  );
  const gravity = density.value / waterDensity;
  const drop = derived(
    `pressure drop of ${coupling.name}`,
    'pressure',
    'specific gravity × (flow ÷ flow coefficient)²',
    [density, flow, cv],
    gravity * (flow.value / cv.value) ** 2,
  );
  return atLeast(drop, gravity * (knownOf(flow) / cv.value) ** 2);
}

/** Pressure drop of the couplings of a line, supply and return, in Pa. */
export function lineDrop(
  couplings: readonly Counted<'coupling'>[],
  flow: Derivation,
  density: Derivation,
): Derivation[] {
  return couplings.map((each) => times(2, couplingDrop(each.part, couplingFlow(each, flow), density)));
}

/** Pressure drop of a device at a flow by its table, in Pa; unknown outside the table. */
export function deviceDrop(part: Part<'switch'> | Part<'host'>, flow: Derivation): Derivation {
  const label = `pressure drop of ${part.name}`;
  const given = part.values['pressure-drop'];
  if (given === undefined) return unknown(label, 'pressure', missingIn(part, 'pressure-drop'));
  return dropByFlow(label, given, flow, part.name);
}

/**
 * Pressure drop at a flow by a table, in Pa; unknown outside the table, and beyond its last row no less than there.
 * @param of whose table it is
 */
export function dropByFlow(
  label: string,
  given: Given<readonly TableRow<'pressure', 'volume flow'>[]>,
  flow: Derivation,
  of: string,
): Derivation {
  const value = interpolate(given.value, flow.value);
  const found = { ...derived(label, 'pressure', 'table by flow', [flow], value), origin: given.origin };
  if (!Number.isNaN(value)) return { ...found, provenance: given.provenance };
  const why = flow.unknown ?? `${of} has no \`pressure-drop\` for that flow`;
  return { ...found, known: lowerBoundAt(given.value, knownOf(flow)), unknown: why };
}
