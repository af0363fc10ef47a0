// Power of single parts: modules, chassis, ends of cables.
import { type Derivation, stated } from '../../figures/derivation.ts';
import { missingIn, type Part, type PortGroup } from '../../model/index.ts';
import type { PowerBasis } from '../conditions/basis.ts';

export function powerText(basis: PowerBasis): string {
  return basis === 'typical' ? 'typical power' : 'power';
}

function drawnBy(part: Part<'module'> | Part<'switch'> | Part<'host'>, basis: PowerBasis): Derivation {
  const typical = basis === 'typical-or-worst-case' ? part.values['typical-power'] : undefined;
  if (typical !== undefined) return stated(`typical power of ${part.name}`, 'power', typical, '');
  const property = basis === 'typical' ? 'typical-power' : 'power';
  const what = powerText(basis);
  const label = `${what} of ${part.name}${basis === 'typical-or-worst-case' ? ', maximum' : ''}`;
  return stated(label, 'power', part.values[property], missingIn(part, property));
}

/** Power of one module, in W; by default its maximum. */
export function modulePower(module: Part<'module'>, basis: PowerBasis = 'worst-case'): Derivation {
  return drawnBy(module, basis);
}

/** Power of the chassis without modules, in W; by default its maximum. */
export function chassisPower(part: Part<'switch'> | Part<'host'>, basis: PowerBasis = 'worst-case'): Derivation {
  return drawnBy(part, basis);
}

/** Power a cage feeds a module, in W. */
export function cagePower({ cage, power }: PortGroup): Derivation {
  return stated(`power of ${cage.name}`, 'power', power ?? cage.values.power, missingIn(cage, 'power'));
}

/** Power of one end of a cable, in W. */
export function cableEndPower(cable: Part<'cable'>): Derivation {
  return stated(`power of one end of ${cable.name}`, 'power', cable.values.power, missingIn(cable, 'power'));
}
