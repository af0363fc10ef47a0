// The figures of a whole design, and its modules by type.

import { allCables, type Facts, hallPower } from '../answers/index.ts';
import {
  type DeviceClass,
  type HallPower,
  isBuiltIn,
  missingLinks,
  modulePower,
  powerBasisOf,
} from '../facts/index.ts';
import { type Derivation, figure, stated, sum, times, unknown } from '../figures/derivation.ts';
import { blockOf, isPart, missingText, type Part } from '../model/index.ts';

export interface Totals {
  readonly switches: number;
  readonly hosts: number;
  readonly accelerators: Derivation;
  readonly racks: number;
  /** Without engines that come with their box. */
  readonly modules: Derivation;
  readonly links: Derivation;
  /** Of all links, from module to module; those with fixed ends too. */
  readonly cables: Derivation;
  /** Fibers of all links, both directions. */
  readonly fibers: Derivation;
  /** Power of all devices with their modules, in W. */
  readonly power: Derivation;
  /** The share of the modules, in W. */
  readonly modulePower: Derivation;
  /** The worst-case power of all devices, whatever the basis, in W. */
  readonly worstCasePower: Derivation;
  readonly worstCaseModulePower: Derivation;
  /** The typical power of all devices, in W; unknown if one has none. */
  readonly typicalPower: Derivation;
  /** The share of the modules, in W. */
  readonly typicalModulePower: Derivation;
  /** Racks and CDU pumps; undefined without any. */
  readonly hall: { readonly 'worst-case': HallPower; readonly typical: HallPower } | undefined;
  /** Heat to liquid, in W. */
  readonly liquidHeat: Derivation;
  /** Heat to air, in W. */
  readonly airHeat: Derivation;
}

/** Modules of one type. */
export interface ModuleRow {
  readonly part: Part<'module'>;
  readonly count: number;
  /** Power of one, in W. */
  readonly power: Derivation;
  /** Power of all, in W. */
  readonly total: Derivation;
}

export function totalsOf(facts: Facts): Totals {
  const { fabric, devices, heat, optics, power } = facts;
  const count = (kind: string): number =>
    devices.classes.reduce((all, each) => all + (kindOf(facts, each) === kind ? each.count : 0), 0);
  const ofClasses = (label: string, values: readonly Derivation[]): Derivation =>
    sum(
      label,
      'power',
      'sum of device classes',
      values.map((each, i) => times((devices.classes[i] as DeviceClass).count, each)),
    );
  const noLinks = missingLinks(fabric);
  const worstCase = hallPower(facts, 'worst-case');
  const typical = hallPower(facts, 'typical');
  return {
    switches: count('switch'),
    hosts: count('host'),
    accelerators: acceleratorsOf(facts),
    racks: fabric.racks.count,
    modules: counted(
      'modules',
      moduleRows(facts).reduce((all, { part, count: own }) => all + (isBuiltIn(part) ? 0 : own), 0),
      fabric.gaps.plugs ? 'some modules could not be understood' : undefined,
    ),
    links: counted('links', fabric.links.count, noLinks),
    cables: allCables(facts),
    fibers:
      noLinks === undefined
        ? sum(
            'fibers',
            'count',
            'links × fibers per link',
            optics.budgets.map((each) => times(each.class.count, fibersOf(each.fibers))),
          )
        : unknown('fibers', 'count', noLinks),
    power: power.total,
    modulePower: power.modules,
    worstCasePower: power['worst-case'].total,
    worstCaseModulePower: power['worst-case'].modules,
    typicalPower: power.typical.total,
    typicalModulePower: power.typical.modules,
    hall: worstCase === undefined || typical === undefined ? undefined : { 'worst-case': worstCase, typical },
    liquidHeat: ofClasses('heat to liquid', heat.liquid),
    airHeat: ofClasses('heat to air', heat.air),
  };
}

/** Modules by type, in the order of the fabric. */
export function moduleRows({ devices, basis }: Facts): ModuleRow[] {
  const counts = new Map<Part<'module'>, number>();
  for (const each of devices.classes)
    for (const { module, count } of each.modules) counts.set(module, (counts.get(module) ?? 0) + count * each.count);
  return [...counts].map(([part, count]) => {
    const power = modulePower(part, powerBasisOf(basis));
    return {
      part,
      count,
      power,
      total: sum(power.label, 'power', 'modules × power per module', [times(count, power)]),
    };
  });
}

/** Fibers of one link, or of all links of a class. */
export function fibersOf(fibers: number): Derivation {
  return Number.isNaN(fibers)
    ? unknown('fibers', 'count', 'the optics at the two ends have different numbers of fibers')
    : figure('fibers', 'count', fibers);
}

/** Whether a device class is of switches or hosts, even if its type is unknown. */
export function kindOf({ fabric }: Facts, { sample }: DeviceClass): 'switch' | 'host' {
  return blockOf(fabric, sample).kind === 'host' ? 'host' : 'switch';
}

function acceleratorsOf(facts: Facts): Derivation {
  const terms = facts.devices.classes
    .filter((each) => kindOf(facts, each) === 'host')
    .map(({ part, count }) => {
      const name = part?.name ?? 'a host of unknown type';
      const given = part !== undefined && isPart(part, 'host') ? part.values.accelerators : undefined;
      return times(
        count,
        stated(`accelerators of ${name}`, 'count', given, missingText(part ?? { name }, 'accelerators')),
      );
    });
  return sum('accelerators', 'count', 'hosts × accelerators per host', terms);
}

/** A count, which is a lower bound if something is missing. */
function counted(label: string, count: number, missing: string | undefined): Derivation {
  return missing === undefined ? figure(label, 'count', count) : { ...unknown(label, 'count', missing), known: count };
}
