// Facility water in front of the CDUs.

import { type Derivation, derived, stated, unknown } from '../../figures/derivation.ts';
import { cduName, type Fabric, type Loop, missingIn, missingOf, partOfCdu } from '../../model/index.ts';

/** The largest approach among the CDUs of a loop, in K. */
export function approachOf(fabric: Fabric, loop: Loop): Derivation {
  const label = `approach of the CDUs of ${loop.name}`;
  const ids = loop.values.from?.value.selection.ids ?? new Uint32Array(0);
  let worst: Derivation | undefined;
  for (const id of ids) {
    const part = partOfCdu(fabric, id);
    const each = stated(
      `approach of ${cduName(fabric, id)}`,
      'temperature difference',
      part?.values.approach,
      part === undefined ? 'the type of a CDU is unknown' : missingIn(part, 'approach'),
    );
    if (Number.isNaN(each.value)) return { ...each, label };
    if (worst === undefined || each.value > worst.value) worst = each;
  }
  return worst ?? unknown(label, 'temperature difference', `${loop.name} names no CDUs`);
}

/** The warmest facility water with which a loop still gets its supply temperature, in °C. */
export function warmestFacility(fabric: Fabric, loop: Loop): Derivation {
  const supply = stated(`supply of ${loop.name}`, 'temperature', loop.values.supply, missingOf('loop', loop, 'supply'));
  const approach = approachOf(fabric, loop);
  return derived(
    `warmest facility water for ${loop.name}`,
    'temperature',
    'supply − approach',
    [supply, approach],
    supply.value - approach.value,
  );
}

/** Maximum supply temperatures of the ASHRAE facility water classes, in °C (TC 9.9). */
const classes = [17, 27, 32, 40, 45] as const;

/**
 * `W32`: the warmest ASHRAE class whose water is never warmer than a temperature, so that water of that class will do.
 * @param temperature the warmest water that will do, in °C
 * @returns undefined where even the coldest class may be too warm
 */
export function waterClassWithin(temperature: number): string | undefined {
  const found = classes.findLast((each) => each <= temperature + 1e-9);
  return found === undefined ? undefined : `W${found}`;
}
