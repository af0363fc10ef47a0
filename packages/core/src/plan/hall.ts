// What the switches of a plan need of the hall: racks, CDUs with their loop, and the feeds that carry them.
import { type Facts, requiredFact } from '../answers/index.ts';
import { densityOf, heightOf, specificHeatOf } from '../facts/index.ts';
import { derived, figure, stated, sum, times, unknown } from '../figures/derivation.ts';
import type { Derivation } from '../figures/index.ts';
import { missingIn, type Part, unsignedAt } from '../model/index.ts';
import type { DesignReport } from '../report/index.ts';

/** What was chosen for the hall; what is undefined isn't counted. */
export interface HallParts {
  readonly rack: Part<'rack'> | undefined;
  /** What a rack may draw, in W; that of its type when not given. */
  readonly rackPower: number | undefined;
  readonly cdu: Part<'cdu'> | undefined;
  /** The coolant of the loop. */
  readonly coolant: Part<'coolant'> | undefined;
}

/** The arrays of switches of a plan, the leaves first. */
const tierNames = ['leaf', 'spine', 'core'] as const;
export type TierName = (typeof tierNames)[number];

/** Racks of one kind: for tiers of one type of switch. */
interface PlannedRacks {
  readonly tiers: readonly TierName[];
  readonly racks: number;
  /** Switches in one rack; fewer in the last. */
  readonly each: number;
  /** Coolant that a rack needs, in m³/s; 0 where its switches give no heat to liquid. */
  readonly flow: number;
}

/** The coolant loop of a plan. */
interface PlannedLoop {
  /** In °C. */
  readonly supply: number;
  /** In °C. */
  readonly returnLimit: number;
}

/** Figures of the network's share of the hall: switches with their modules. Hosts aren't included, except for their modules where it is said. */
export interface PlannedHall {
  /** Switches with their modules, in W. */
  readonly switchPower: Derivation;
  /** Modules in hosts, in W. */
  readonly hostModulePower: Derivation;
  /** Racks that the switches fill, by height and by the rack's power; undefined without a rack type. */
  readonly racks: Derivation | undefined;
  /** How the switches are placed in them; empty where that isn't known. */
  readonly placed: readonly PlannedRacks[];
  /** CDUs for the heat of the switches to liquid, with one to spare; undefined without a CDU type. */
  readonly cdus: Derivation | undefined;
  /** The loop that they feed; undefined where nothing is cooled by it, or the heat is unknown. */
  readonly loop: PlannedLoop | undefined;
  /** What each of two redundant feeds carries when the other fails, with the pumps of the CDUs, in W. */
  readonly feed: Derivation;
}

/** Switches that are alike. */
interface TierLoad {
  readonly name: TierName;
  readonly count: number;
  readonly part: Part<'switch'>;
  /** Of one with its modules, in W. */
  readonly power: Derivation;
  /** Of one, to liquid, in W. */
  readonly liquid: Derivation;
  /** What one asks for, in m³/s; unknown where it doesn't say. */
  readonly asked: Derivation;
}

/** The hall of a plan, from the facts of its design. */
export function hallOf(
  facts: Facts,
  { devices, modules }: Pick<DesignReport, 'devices' | 'modules'>,
  types: readonly Part<'switch'>[],
  { rack, rackPower, cdu, coolant }: HallParts,
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
  const isCooled = cdu !== undefined && (liquid.value > 0 || liquid.known > 0);
  const filled =
    rack === undefined
      ? undefined
      : racksFor({ rack, rackPower }, loadsOf(facts, types), isCooled ? coolant : undefined);
  const cdus = cdu === undefined ? undefined : cdusFor(cdu, liquid);
  const pumps =
    cdu === undefined || cdus === undefined || cdus.value === 0
      ? []
      : [times(cdus.value, stated(`power of ${cdu.name}`, 'power', cdu.values.power, missingIn(cdu, 'power')))];
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
    racks: filled?.count,
    placed: filled?.placed ?? [],
    cdus,
    loop: filled?.placed.some(({ flow }) => flow > 0) ? { supply, returnLimit: supply + rise + reserve } : undefined,
    feed:
      pumps.length === 0
        ? { ...switchPower, label: feedLabel }
        : sum(feedLabel, 'power', 'switches + CDUs', [switchPower, ...pumps]),
  };
}

const feedLabel = 'load of each feed when the other fails';

function loadsOf(facts: Facts, types: readonly Part<'switch'>[]): TierLoad[] {
  const { blocks } = facts.fabric;
  return tierNames.flatMap((name, i): TierLoad[] => {
    const own = blocks.filter((each) => each.kind === 'switch' && each.name === name && each.count > 0);
    const [first] = own;
    const part = types[i];
    if (first === undefined || part === undefined) return [];
    const one = { of: 'device', ids: Uint32Array.of(first.first), point: undefined, name } as const;
    const power = requiredFact(facts, 'power', one).value;
    const index = unsignedAt(facts.devices.of, first.first);
    const liquid = facts.heat.liquid[index] ?? none;
    const asked = facts.flows.device(index, supply);
    return [{ name, part, power, liquid, asked, count: own.reduce((all, { count }) => all + count, 0) }];
  });
}

/** Racks for switches: each type in racks of its own, as many to a rack as its height and its power allow. */
function racksFor(
  { rack, rackPower }: { readonly rack: Part<'rack'>; readonly rackPower: number | undefined },
  loads: readonly TierLoad[],
  coolant: Part<'coolant'> | undefined,
): { readonly count: Derivation; readonly placed: readonly PlannedRacks[] } {
  const placed: PlannedRacks[] = [];
  const counts = [...new Set(loads.map(({ part }) => part))].map((part) => {
    const own = loads.filter((each) => each.part === part);
    const power = own.reduce(
      (most, each) => (each.power.value > most.value ? each.power : most),
      own[0]?.power ?? none,
    );
    const count = own.reduce((all, each) => all + each.count, 0);
    const label = `racks of ${part.name}`;
    const height = heightOf(part);
    const room = heightOf(rack);
    const limit =
      rackPower === undefined
        ? stated(`power of ${rack.name}`, 'power', rack.values.power, missingIn(rack, 'power'))
        : figure('power of a rack', 'power', rackPower);
    const byHeight = Math.floor(room.value / height.value + tolerance);
    // A rack whose power isn't given is limited by its height alone.
    const byPower = Number.isNaN(limit.value) ? byHeight : Math.floor(limit.value / power.value + tolerance);
    const each = Math.min(byHeight, byPower);
    const terms = Number.isNaN(limit.value) ? [room, height] : [room, height, limit, power];
    if (each === 0) return unknown(label, 'count', `one ${part.name} is too much for ${rack.name}`, terms);
    const racks = Math.ceil(count / each);
    if (!Number.isNaN(racks))
      placed.push({
        tiers: own.map(({ name }) => name),
        racks,
        each,
        flow: each * Math.max(...own.map((one) => flowOf(one, coolant))),
      });
    return derived(label, 'count', 'switches ÷ switches per rack, rounded up', terms, racks);
  });
  const count = sum('racks', 'count', 'sum of switch types', counts);
  return { count, placed: Number.isNaN(count.value) ? [] : placed };
}

const none = unknown('power', 'power', 'there are no switches');

/** Heights that are equal but for rounding fit. */
const tolerance = 1e-9;

/** CDUs that remove some heat, and one more. */
function cdusFor(cdu: Part<'cdu'>, heat: Derivation): Derivation {
  const capacity = stated(`capacity of ${cdu.name}`, 'power', cdu.values.capacity, missingIn(cdu, 'capacity'));
  if (heat.value === 0) return figure('CDUs', 'count', 0);
  const needed = Math.ceil(heat.value / capacity.value - tolerance) + 1;
  return derived('CDUs', 'count', 'heat to liquid ÷ capacity, rounded up, and one to spare', [heat, capacity], needed);
}

/** In °C: facility water of class W27 gives it through a CDU with an approach of 3 K. */
const supply = 30;
/** In K: what the coolant warms by. Of PG25 that is 1.5 L/min for each kW, as the OCP liquid-to-liquid white paper R1 asks for. */
const rise = 10;
/** In K: room between what returns and what may. */
const reserve = 5;

/**
 * Coolant for one switch, in m³/s: what carries its heat, V̇ = Q ÷ (ρ · cp · ΔT) at the supply temperature, or what it asks for where that
 * is more. 0 where it gives no heat to liquid, or it isn't known how much.
 */
function flowOf({ liquid, asked }: TierLoad, coolant: Part<'coolant'> | undefined): number {
  if (coolant === undefined || !(liquid.value > 0)) return 0;
  const carried = liquid.value / (densityOf(coolant, supply).value * specificHeatOf(coolant, supply).value * rise);
  return Number.isNaN(carried) ? 0 : Math.max(carried, Number.isNaN(asked.value) ? 0 : asked.value);
}
