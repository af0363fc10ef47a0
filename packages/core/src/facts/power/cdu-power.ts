// Power of the pumps of a CDU.
import { type Derivation, derived, figure, stated, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part } from '../../model/index.ts';
import type { PowerBasis } from '../conditions/basis.ts';
import { powerText } from '../parts/part-power.ts';

/** Power of a CDU, in W: its own figure, or that of all its pumps. Parts give only a maximum, so its typical power is unknown. */
export function cduPower(part: Part<'cdu'> | undefined, basis: PowerBasis): Derivation {
  const what = powerText(basis);
  if (part === undefined) return unknown(`${what} of a CDU`, 'power', 'the type is unknown');
  const label = `${what} of the pumps of ${part.name}`;
  if (basis === 'typical')
    return unknown(label, 'power', `the typical power of the pumps of ${part.name} is not given`);
  const { power, pumps } = part.values;
  if (power !== undefined || pumps === undefined) return stated(label, 'power', power, missingIn(part, 'power'));
  const each = { ...figure('one pump', 'power', pumps.value.each, pumps.origin), provenance: pumps.provenance };
  const count = figure('pumps', 'count', pumps.value.count);
  return derived(label, 'power', 'pumps × power of one', [count, each], pumps.value.count * pumps.value.each);
}
