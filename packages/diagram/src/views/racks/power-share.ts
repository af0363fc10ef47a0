// Power as a share of the rack power limit.
import type { Derivation } from '@lightloom/core';
import type { Status } from '../../graph/index.ts';
import { known } from '../text/json-values.ts';
import { ofLimit } from '../text/phrases.ts';

/** The status of a rack or of devices in it. */
export function powerShare(power: Derivation, limit: Derivation): Status {
  return { value: known(power.value / limit.value), text: ofLimit(power, limit, 'power') };
}
