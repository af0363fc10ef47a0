// Height of switches, hosts and racks.

import { type Derivation, stated } from '../../figures/derivation.ts';
import { isPart, missingIn, type Part } from '../../model/index.ts';

/** Height of a switch, host or rack, in m. */
export function heightOf(part: Part): Derivation {
  const given = isPart(part, 'switch') || isPart(part, 'host') || isPart(part, 'rack') ? part.values.height : undefined;
  return stated(`height of ${part.name}`, 'length', given, missingIn(part, 'height'));
}
