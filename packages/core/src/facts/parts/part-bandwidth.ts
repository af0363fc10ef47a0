// Bandwidth and lanes of single parts, in one direction: PMDs, modules, cages, chips, front panels.
import { type Derivation, derived, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { missingIn, type Part } from '../../model/index.ts';

/** Bandwidth of all cages of a switch or host, in bit/s: what the front panel could carry. */
export function cageBandwidth(part: Part): Derivation {
  const terms = part.ports.map((group) => {
    const each = { ...bandwidthOfCage(group.cage), label: `${group.name}: ${group.cage.name}` };
    return { ...times(group.count, each), origin: group.origin };
  });
  return sum(`bandwidth of the cages of ${part.name}`, 'bit rate', 'cages × bandwidth of a cage', terms);
}

/** Bandwidth of a cage, in bit/s. */
export function bandwidthOfCage(cage: Part<'cage'>): Derivation {
  const lanes = stated(`lanes of ${cage.name}`, 'count', cage.values.lanes, missingIn(cage, 'lanes'));
  const lane = stated(`lane rate of ${cage.name}`, 'bit rate', cage.values['lane-rate'], missingIn(cage, 'lane-rate'));
  return derived(cage.name, 'bit rate', 'lanes × lane rate', [lanes, lane], lanes.value * lane.value);
}

/** SerDes lanes all cages of a switch take. */
export function cageLanes(part: Part): Derivation {
  const terms = part.ports.map((group) => {
    const lanes = stated(
      `${group.name}: lanes of ${group.cage.name}`,
      'count',
      group.cage.values.lanes,
      missingIn(group.cage, 'lanes'),
    );
    return { ...times(group.count, lanes), origin: group.origin };
  });
  return sum(`lanes of the cages of ${part.name}`, 'count', 'cages × lanes', terms);
}

/** Switching capacity of a switch, in bit/s. */
export function switchCapacity(part: Part<'switch'>): Derivation {
  return ofAsics(part, 'capacity of', 'bit rate', (asic) =>
    stated(`capacity of ${asic.name}`, 'bit rate', asic.values.capacity, missingIn(asic, 'capacity')),
  );
}

/** SerDes lanes of a switch. */
export function switchLanes(part: Part<'switch'>): Derivation {
  return ofAsics(part, 'SerDes lanes of', 'count', (asic) =>
    stated(`SerDes lanes of ${asic.name}`, 'count', asic.values.serdes, missingIn(asic, 'serdes')),
  );
}

/** What the front panel of a switch carries, in bit/s: its cages, but no more than its chip switches. */
export function panelBandwidth(part: Part<'switch'>): Derivation {
  if (part.ports.length === 0) return unknown(`front panel of ${part.name}`, 'bit rate', missingIn(part, 'ports'));
  const cages = cageBandwidth(part);
  const chip = switchCapacity(part);
  if (Number.isNaN(chip.value)) return { ...cages, label: `front panel of ${part.name}` };
  return derived(
    `front panel of ${part.name}`,
    'bit rate',
    'the smaller of cages and chip',
    [cages, chip],
    Math.min(cages.value, chip.value),
  );
}

function ofAsics(
  part: Part<'switch'>,
  what: string,
  dimension: 'bit rate' | 'count',
  of: (asic: Part<'asic'>) => Derivation,
): Derivation {
  const label = `${what} ${part.name}`;
  const asic = part.values.asic?.value;
  if (asic === undefined) return unknown(label, dimension, missingIn(part, 'asic'));
  const count = part.values.asics?.value ?? 1;
  const each = of(asic);
  return count === 1 ? { ...each, label } : sum(label, dimension, 'chips × what one gives', [times(count, each)]);
}

/** Rate of a PMD in one direction, in bit/s: lanes × rate of a lane. */
export function opticsRate(optics: Part<'optics'> | undefined): Derivation {
  if (optics === undefined) return unknown('rate', 'bit rate', 'one end has no module');
  const { lanes: count, 'lane-rate': each, rate } = optics.values;
  if (rate !== undefined && (count === undefined || each === undefined))
    return stated(`rate of ${optics.name}`, 'bit rate', rate, '');
  const lanes = stated(`lanes of ${optics.name}`, 'count', optics.values.lanes, missingIn(optics, 'lanes'));
  const lane = stated(
    `lane rate of ${optics.name}`,
    'bit rate',
    optics.values['lane-rate'],
    missingIn(optics, 'lane-rate'),
  );
  return derived(`rate of ${optics.name}`, 'bit rate', 'lanes × lane rate', [lanes, lane], lanes.value * lane.value);
}

/** What a module carries in one direction, in bit/s: the sum of its channels. */
export function moduleBandwidth(module: Part<'module'>): Derivation {
  const label = `bandwidth of ${module.name}`;
  const channels = module.values.channels?.value;
  if (channels === undefined) return unknown(label, 'bit rate', missingIn(module, 'channels'));
  const terms = channels.map(({ count, part }) => times(count, opticsRate(part)));
  return sum(label, 'bit rate', 'channels × rate of a channel', terms);
}
