// Single failures of what has no name of its own: lasers and supplies of a box, pumps of a CDU, panels, rows of racks.

import { nothingFailed } from '../../facts/conditions/scenario.ts';
import { pairsOfPass } from '../../facts/optics/panel-use.ts';
import { type Fabric, linksText, nameOf, realAt, signedAt } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { fedBy, lasersOf, partId, partsIn } from '../failure/failing-parts.ts';
import { scenarioOf } from '../failure/losses.ts';
import type { SingleFailure } from './single-failure.ts';

/**
 * Lasers and supplies of a device.
 * @param devices how many devices there are like it
 */
export function partFailures(facts: Facts, device: number, devices: number): SingleFailure[] {
  return [...laserFailures(facts, device, devices), ...supplyFailures(facts, device, devices)];
}

/** External light sources, those that feed as many engines together: each takes its engines along. */
function laserFailures(facts: Facts, device: number, devices: number): SingleFailure[] {
  const { fabric } = facts;
  const names = lasersOf(fabric, device).flatMap(({ count, part }) => new Array<string>(count).fill(part.name));
  const kinds = new Map<string, { readonly place: number; readonly engines: number; count: number }>();
  for (const [place, name] of names.entries()) {
    const engines = fedBy(fabric, device, place)?.length ?? 0;
    if (engines === 0) continue;
    const key = `${name} ${engines}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { place, engines, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ place, engines, count }) => {
    const name = `${names[place]} of ${nameOf(fabric, 'device', device)}`;
    return {
      kind: 'laser',
      name,
      alike: count * devices,
      weight: engines,
      scenario: () => ({ ...scenarioOf(facts, [{ of: 'lasers', ids: [partId(device, place)] }]), names: [name] }),
      things: () => ({ of: 'device', ids: [device] }),
    };
  });
}

function supplyFailures(facts: Facts, device: number, devices: number): SingleFailure[] {
  const count = partsIn(facts.fabric, 'supplies', device);
  if (count === 0) return [];
  const name = nameOf(facts.fabric, 'device', device);
  return [
    {
      kind: 'supply',
      name,
      alike: count * devices,
      weight: 1,
      scenario: () => scenarioOf(facts, [{ of: 'supplies', ids: [partId(device, 0)] }]),
      things: () => ({ of: 'device', ids: [device] }),
    },
  ];
}

/**
 * Rows of racks, where there are several: a row whose tray or busway fails.
 * @param kindOf a key for each rack, equal where racks hold the same
 */
export function rowFailures(facts: Facts, weights: Float64Array, kindOf: (rack: number) => string): SingleFailure[] {
  const { racks } = facts.fabric;
  const rows = new Map<number, number[]>();
  for (let rack = 0; rack < racks.count; rack++) {
    const row = signedAt(racks.row, rack);
    const known = rows.get(row);
    if (row <= 0 || realAt(weights, rack) === 0) continue;
    if (known === undefined) rows.set(row, [rack]);
    else known.push(rack);
  }
  if (rows.size < 2) return [];
  const kinds = new Map<string, { readonly row: number; readonly ids: readonly number[]; count: number }>();
  for (const [row, ids] of rows) {
    // A row with one rack fails as its rack does.
    if (ids.length < 2) continue;
    const key = ids.map(kindOf).sort().join(';');
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { row, ids, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ row, ids, count }) => ({
    kind: 'row',
    name: String(row),
    alike: count,
    weight: ids.reduce((all, rack) => all + realAt(weights, rack), 0),
    scenario: () => ({ ...scenarioOf(facts, [{ of: 'rack', ids }]), names: [`row ${row}`] }),
    things: () => ({ of: 'rack', ids }),
  }));
}

/**
 * Panels and optical circuit switches whose adapters are known: each stops the links that it has adapters for, in the order
 * in which they are laid, as a statement fills its panels.
 */
export function panelFailures(facts: Facts): SingleFailure[] {
  const { fabric, optics } = facts;
  return optics.budgets.flatMap((budget) => {
    const { group, count, index } = budget.class;
    return (group.medium.panels?.value ?? []).flatMap(({ part }): SingleFailure[] => {
      const adapters = part.values.adapters?.value;
      const held = Math.floor((adapters ?? Number.NaN) / pairsOfPass(part, budget, facts.cabling) + 1e-9);
      if (!(held >= 1)) return [];
      const name = `${part.name} in the ${linksText(group)}`;
      return [
        {
          kind: 'panel',
          name,
          alike: Math.ceil(count / held),
          weight: Math.min(held, count) * budget.rate.known,
          scenario: () => ({ ...nothingFailed, links: firstLinksOf(facts, index, held, fabric), names: [name] }),
          things: () => ({ of: 'link statement', ids: [group.index] }),
        },
      ];
    });
  });
}

/** The first so many links of a class. */
function firstLinksOf({ links }: Facts, index: number, count: number, fabric: Fabric): Uint8Array {
  const cut = new Uint8Array(fabric.links.count);
  let left = count;
  for (let link = 0; link < cut.length && left > 0; link++) {
    if (links.of[link] !== index) continue;
    cut[link] = 1;
    left--;
  }
  return cut;
}
