// Where the heat of devices goes: to liquid or to air. All power ends as heat. A device that gives no `liquid` and
// is on no loop gives all of it to air.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import {
  type Fabric,
  itemAt,
  loopOfRack,
  type Missing,
  missingIn,
  type Part,
  rackOfDevice,
  unsignedAt,
} from '../../model/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes/device-classes.ts';
import { type Basis, type PowerBasis, powerBasisOf } from '../conditions/basis.ts';
import { cableEndPower, chassisPower, modulePower } from '../parts/part-power.ts';
import { laserPowers } from '../power/power.ts';

/** Heat of each device class, in W. */
interface HeatByClass {
  /** Heat of a device to liquid, by device class, in W. */
  readonly liquid: readonly Derivation[];
  /** Heat of a device to air, by device class, in W. */
  readonly air: readonly Derivation[];
}

export interface HeatFacts extends HeatByClass {
  /** The same for devices in racks that are on no loop. */
  readonly onNoLoop: HeatByClass;
}

/** What heat is computed from. */
export interface HeatInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly basis: Basis;
}

/** Heat of each device class, to liquid and to air. */
export function heatFacts({ fabric, devices, basis }: HeatInputs): HeatFacts {
  const drawn = powerBasisOf(basis);
  const by = (classes: readonly DeviceClass[], coolant: Coolant): HeatByClass => ({
    liquid: classes.map((each) => heatOf(each, 'liquid', drawn, coolant)),
    air: classes.map((each) => heatOf(each, 'air', drawn, coolant)),
  });
  const [onLoop, onNoLoop] = [by(devices.classes, 'possible'), by(devices.classes, 'none')];
  const reached = classesWithCoolant(fabric, devices);
  const choose = (to: 'liquid' | 'air'): Derivation[] =>
    devices.classes.map(({ index }) => itemAt((reached.has(index) ? onLoop : onNoLoop)[to], index));
  return { liquid: choose('liquid'), air: choose('air'), onNoLoop };
}

/** Whether coolant may reach a device: none does in a rack on no loop. */
type Coolant = 'possible' | 'none';

/** The classes with a device that coolant may reach: in a rack on a loop, or in no rack yet while there are loops. */
function classesWithCoolant(fabric: Fabric, { of }: DeviceClasses): ReadonlySet<number> {
  const found = new Set<number>();
  if (fabric.loops.length === 0) return found;
  for (let device = 0; device < fabric.devices.count; device++) {
    const rack = rackOfDevice(fabric, device);
    if (rack < 0 || loopOfRack(fabric, rack) !== undefined) found.add(unsignedAt(of, device));
  }
  return found;
}

/** Whether the coolant of the rack takes the heat of a module; undefined where its form factor has no `cooling`. */
export function isLiquidCooled(module: Part<'module'>): boolean | undefined {
  const cooling = module.values['form-factor']?.value.values.cooling?.value;
  return cooling === undefined ? undefined : cooling === 'liquid';
}

function heatOf(
  { part, modules, cables }: DeviceClass,
  to: 'liquid' | 'air',
  drawn: PowerBasis,
  coolant: Coolant,
): Derivation {
  if (part === undefined) return unknown(`heat to ${to}`, 'power', 'the type is unknown');
  // Lasers are cooled as the chassis is.
  const share = liquidShare(part, coolant);
  const terms = [chassisHeat(share, to, chassisPower(part, drawn), 'chassis heat')];
  for (const each of laserPowers({ part, modules }))
    terms.push(
      times(each.times ?? 1, chassisHeat(share, to, { ...each, times: 1 }, `heat${each.label.slice('power'.length)}`)),
    );
  for (const { module, count } of modules) {
    const liquid = isLiquidCooled(module) ?? (coolant === 'none' ? false : undefined);
    if (liquid === undefined)
      terms.push(times(count, unknown(`heat of ${module.name} to ${to}`, 'power', coolingMissing(module))));
    else if (liquid === (to === 'liquid')) terms.push(times(count, modulePower(module, drawn)));
  }
  // Ends of cables have no cold plate.
  if (to === 'air') for (const { cable, count } of cables) terms.push(times(count, cableEndPower(cable)));
  return sum(`heat of ${part.name} to ${to}`, 'power', 'chassis share + modules cooled this way', terms);
}

/** Share of the chassis heat that goes to liquid. */
function liquidShare(part: Part<'switch'> | Part<'host'>, coolant: Coolant): Derivation {
  const label = `liquid share of ${part.name}`;
  const { liquid } = part.values;
  return liquid === undefined && coolant === 'none'
    ? figure(`${label}, which no coolant reaches`, 'ratio', 0)
    : stated(label, 'ratio', liquid, missingIn(part, 'liquid'));
}

function chassisHeat(share: Derivation, to: 'liquid' | 'air', power: Derivation, label: string): Derivation {
  const fraction = to === 'liquid' ? share.value : 1 - share.value;
  // A share of 0 is 0 W, even of an unknown power.
  const value = fraction === 0 ? 0 : power.value * fraction;
  const formula = to === 'liquid' ? 'power × liquid share' : 'power × (1 − liquid share)';
  return derived(`${label} to ${to}`, 'power', formula, [power, share], value);
}

/** Why it is unknown where the heat of a module goes. */
function coolingMissing(module: Part<'module'>): string | Missing {
  const form = module.values['form-factor']?.value;
  return form === undefined ? missingIn(module, 'form-factor') : missingIn(form, 'cooling');
}
