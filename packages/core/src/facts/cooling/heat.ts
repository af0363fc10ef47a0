// Where the heat of devices goes: to liquid or to air. All power ends as heat.

import { type Derivation, derived, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { type Missing, missingIn, type Part } from '../../model/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes/device-classes.ts';
import { type Basis, type PowerBasis, powerBasisOf } from '../conditions/basis.ts';
import { cableEndPower, chassisPower, modulePower } from '../parts/part-power.ts';
import { laserPowers } from '../power/power.ts';

export interface HeatFacts {
  /** Heat of a device to liquid, by device class, in W. */
  readonly liquid: readonly Derivation[];
  /** Heat of a device to air, by device class, in W. */
  readonly air: readonly Derivation[];
}

/** What heat is computed from. */
export interface HeatInputs {
  readonly devices: DeviceClasses;
  readonly basis: Basis;
}

/** Heat of each device class, to liquid and to air. */
export function heatFacts({ devices, basis }: HeatInputs): HeatFacts {
  const drawn = powerBasisOf(basis);
  return {
    liquid: devices.classes.map((each) => heatOf(each, 'liquid', drawn)),
    air: devices.classes.map((each) => heatOf(each, 'air', drawn)),
  };
}

/** Whether the coolant of the rack takes the heat of a module; undefined where its form factor has no `cooling`. */
export function isLiquidCooled(module: Part<'module'>): boolean | undefined {
  const cooling = module.values['form-factor']?.value.values.cooling?.value;
  return cooling === undefined ? undefined : cooling === 'liquid';
}

function heatOf({ part, modules, cables }: DeviceClass, to: 'liquid' | 'air', drawn: PowerBasis): Derivation {
  if (part === undefined) return unknown(`heat to ${to}`, 'power', 'the type is unknown');
  // Lasers are cooled as the chassis is.
  const terms = [chassisHeat(part, to, chassisPower(part, drawn), 'chassis heat')];
  for (const each of laserPowers({ part, modules }))
    terms.push(
      times(each.times ?? 1, chassisHeat(part, to, { ...each, times: 1 }, `heat${each.label.slice('power'.length)}`)),
    );
  for (const { module, count } of modules) {
    const liquid = isLiquidCooled(module);
    if (liquid === undefined)
      terms.push(times(count, unknown(`heat of ${module.name} to ${to}`, 'power', coolingMissing(module))));
    else if (liquid === (to === 'liquid')) terms.push(times(count, modulePower(module, drawn)));
  }
  // Ends of cables have no cold plate.
  if (to === 'air') for (const { cable, count } of cables) terms.push(times(count, cableEndPower(cable)));
  return sum(`heat of ${part.name} to ${to}`, 'power', 'chassis share + modules cooled this way', terms);
}

function chassisHeat(
  part: Part<'switch'> | Part<'host'>,
  to: 'liquid' | 'air',
  power: Derivation,
  label: string,
): Derivation {
  const share = stated(`liquid share of ${part.name}`, 'ratio', part.values.liquid, missingIn(part, 'liquid'));
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
