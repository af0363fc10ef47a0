// What the switches of a plan need of the hall: racks, CDUs, and the feeds that carry them.
import { heightOf } from '../facts/index.ts';
import { derived, figure, stated, sum, times, unknown } from '../figures/derivation.ts';
import type { Derivation } from '../figures/index.ts';
import { missingIn, type Part } from '../model/index.ts';
import type { DesignReport } from '../report/index.ts';

/** What was chosen for the hall; what is undefined isn't counted. */
export interface HallParts {
  readonly rack: Part<'rack'> | undefined;
  readonly cdu: Part<'cdu'> | undefined;
}

/** Figures of the network's share of the hall: switches with their modules. Hosts aren't included, except for their modules where it is said. */
export interface PlannedHall {
  /** Switches with their modules, in W. */
  readonly switchPower: Derivation;
  /** Modules in hosts, in W. */
  readonly hostModulePower: Derivation;
  /** Racks that the switches fill, by height and by the rack's power; undefined without a rack type. */
  readonly racks: Derivation | undefined;
  /** CDUs for the heat of the switches to liquid, with one to spare; undefined without a CDU type. */
  readonly cdus: Derivation | undefined;
  /** What each of two redundant feeds carries when the other fails, in W. */
  readonly feed: Derivation;
}

/** The hall of a plan, from the report of its design. */
export function hallOf(
  { devices, modules }: Pick<DesignReport, 'devices' | 'modules'>,
  { rack, cdu }: HallParts,
): PlannedHall {
  const switches = devices.filter(({ kind }) => kind === 'switch');
  const inHosts = devices
    .filter(({ kind }) => kind === 'host')
    .flatMap((row) => row.modules.map(({ module, count }) => ({ module, count: count * row.count })));
  const switchPower = sum(
    'power of the switches',
    'power',
    'switches × power with modules',
    switches.map(({ count, power }) => times(count, power)),
  );
  const liquid = sum(
    'heat of the switches to liquid',
    'power',
    'switches × heat to liquid',
    switches.map(({ count, liquidHeat }) => times(count, liquidHeat)),
  );
  return {
    switchPower,
    hostModulePower: sum(
      'power of the modules in hosts',
      'power',
      'modules × power',
      inHosts.map(({ module, count }) =>
        times(count, modules.find(({ part }) => part === module)?.power ?? unknown('power', 'power', 'no such module')),
      ),
    ),
    racks: rack === undefined ? undefined : racksFor(rack, switches),
    cdus: cdu === undefined ? undefined : cdusFor(cdu, liquid),
    feed: { ...switchPower, label: 'load of each feed when the other fails' },
  };
}

/** Racks for switches: each type in racks of its own, as many to a rack as its height and its power allow. */
function racksFor(rack: Part<'rack'>, switches: DesignReport['devices']): Derivation {
  const counts = switches.map(({ part, count, power }) => {
    const label = `racks of ${part?.name ?? 'unknown switches'}`;
    if (part === undefined) return unknown(label, 'count', 'the type is unknown');
    const height = heightOf(part);
    const room = heightOf(rack);
    const limit = stated(`power of ${rack.name}`, 'power', rack.values.power, missingIn(rack, 'power'));
    const byHeight = Math.floor(room.value / height.value + tolerance);
    // A rack whose power isn't given is limited by its height alone.
    const byPower = Number.isNaN(limit.value) ? byHeight : Math.floor(limit.value / power.value + tolerance);
    const each = Math.min(byHeight, byPower);
    const terms = Number.isNaN(limit.value) ? [room, height] : [room, height, limit, power];
    if (each === 0) return unknown(label, 'count', `one ${part.name} is too much for ${rack.name}`, terms);
    return derived(label, 'count', 'switches ÷ switches per rack, rounded up', terms, Math.ceil(count / each));
  });
  return sum('racks', 'count', 'sum of switch types', counts);
}

/** Heights that are equal but for rounding fit. */
const tolerance = 1e-9;

/** CDUs that remove some heat, and one more. */
function cdusFor(cdu: Part<'cdu'>, heat: Derivation): Derivation {
  const capacity = stated(`capacity of ${cdu.name}`, 'power', cdu.values.capacity, missingIn(cdu, 'capacity'));
  if (heat.value === 0) return figure('CDUs', 'count', 0);
  const needed = Math.ceil(heat.value / capacity.value - tolerance) + 1;
  return derived('CDUs', 'count', 'heat to liquid ÷ capacity, rounded up, and one to spare', [heat, capacity], needed);
}
