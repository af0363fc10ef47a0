// Where the heat of devices goes: to liquid or to air. All power ends as heat.
import type { Part } from '../model/index.ts';
import type { DeviceClass, DeviceClasses } from './classes.ts';
import { type Derivation, derived, stated, sum, times, unknown } from './derivation.ts';
import { chassisPower, modulePower } from './power.ts';

export interface HeatFacts {
  /** Heat of a device to liquid, by device class, in W. */
  readonly liquid: readonly Derivation[];
  /** Heat of a device to air, by device class, in W. */
  readonly air: readonly Derivation[];
}

export function heatFacts(devices: DeviceClasses): HeatFacts {
  return {
    liquid: devices.classes.map((each) => heatOf(each, 'liquid')),
    air: devices.classes.map((each) => heatOf(each, 'air')),
  };
}

/** Whether the coolant of the rack takes the heat of a module; undefined when its form factor does not say. */
export function isLiquidCooled(module: Part<'module'>): boolean | undefined {
  const cooling = module.values['form-factor']?.value.values.cooling?.value;
  return cooling === undefined ? undefined : cooling === 'liquid';
}

function heatOf({ part, modules }: DeviceClass, to: 'liquid' | 'air'): Derivation {
  if (part === undefined) return unknown(`heat to ${to}`, 'power', 'the type is unknown');
  const terms = [chassisHeat(part, to)];
  for (const { module, count } of modules) {
    const liquid = isLiquidCooled(module);
    if (liquid === undefined)
      terms.push(
        times(
          count,
          unknown(
            `heat of ${module.name} to ${to}`,
            'power',
            `the form factor of ${module.name} does not say how it is cooled`,
          ),
        ),
      );
    else if (liquid === (to === 'liquid')) terms.push(times(count, modulePower(module)));
  }
  return sum(`heat of ${part.name} to ${to}`, 'power', 'chassis share + modules cooled so', terms);
}

function chassisHeat(part: Part<'switch'> | Part<'host'>, to: 'liquid' | 'air'): Derivation {
  const power = chassisPower(part);
  const share = stated(
    `liquid share of ${part.name}`,
    'ratio',
    part.values.liquid,
    `${part.name} does not say which share of its heat goes to liquid`,
  );
  const value = to === 'liquid' ? power.value * share.value : power.value * (1 - share.value);
  const formula = to === 'liquid' ? 'power × liquid share' : 'power × (1 − liquid share)';
  return derived(`chassis heat to ${to}`, 'power', formula, [power, share], value);
}
