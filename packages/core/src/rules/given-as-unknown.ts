// Figures that a design gives as `unknown`, without which a rule has nothing to judge: its limit is counted as not judged.
import type { Facts } from '../answers/index.ts';
import { unknown } from '../figures/index.ts';
import type { Rule, Tally } from '../findings/index.ts';
import {
  type Fabric,
  isPart,
  type Missing,
  missingIn,
  missingOf,
  type Part,
  partOfRack,
  type Subjects,
  single,
  type Unknown,
} from '../model/index.ts';
import { inLibrary } from '../source/index.ts';
import { classesInRacks } from '../subjects/contents.ts';

/** Something that may give figures as unknown. */
interface Giver {
  readonly unknowns: Readonly<Record<string, Unknown>>;
  /** How many limits of one kind it has. */
  readonly count: number;
  missing(property: string): Missing;
  readonly of?: Subjects;
}

/**
 * By kind of thing, the rule that judges by a property. Where it isn't given, there is no such limit; where a design says that it is
 * unknown, there is one that can't be judged. Other properties are asked for by the rules themselves.
 */
const asked = {
  hall: { 'air-supply': 'cooling/air-inlet', 'dew-point': 'cooling/dew-point', 'row-airflow': 'cooling/row-air' },
  loop: {
    facility: 'cooling/cdu-approach',
    return: 'cooling/return-temperature',
    'static-pressure': 'cooling/working-pressure',
  },
  branch: { return: 'cooling/return-temperature' },
  rack: {
    airflow: 'cooling/air-capacity',
    'busbar-voltage': 'power/input-voltage',
    weight: 'placement/rack-weight',
  },
  switch: { lasers: 'optics/laser-count' },
  'device in a rack': {
    'air-inlet': 'cooling/air-inlet',
    'required-flow': 'cooling/rack-flow',
    voltage: 'power/input-voltage',
    weight: 'placement/rack-weight',
  },
  module: { flow: 'cooling/module-flow', laser: 'optics/laser-power' },
  optics: { 'stressed-sensitivity': 'optics/stressed-receiver' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Counts these limits as not judged, but for those that a rule counts already. */
export function countUnknown(facts: Facts, rules: readonly Rule[], tally: Tally): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const [kind, givers] of Object.entries(giversIn(facts)))
    for (const [property, id] of Object.entries(asked[kind as keyof typeof asked])) {
      const rule = byId.get(id);
      if (rule === undefined) continue;
      for (const { unknowns, count, missing, of } of givers) {
        const said = Object.hasOwn(unknowns, property) ? unknowns[property] : undefined;
        if (said === undefined || inLibrary(said.origin)) continue;
        const lacks = missing(property);
        if (tally.isAskedFor(lacks)) continue;
        const leaf = unknown(property, 'count', lacks);
        tally.judgeFor(rule).cannot(leaf, { count, at: lacks.origin, ...(of === undefined ? {} : { of }) });
      }
    }
}

/** What is installed, by kind. */
function giversIn(facts: Facts): Readonly<Record<keyof typeof asked, Iterable<Giver>>> {
  const { fabric, devices, links } = facts;
  const plant = (kind: 'hall' | 'loop' | 'branch', all: readonly Plant[]): Giver[] =>
    all.map((each) => ({
      unknowns: each.unknowns ?? {},
      count: 1,
      missing: (property) => missingOf(kind, each, property),
      ...(each.index === undefined || kind === 'hall' ? {} : { of: single(kind, each.index) }),
    }));
  const boxes = devices.classes.flatMap(({ part, count }) =>
    part === undefined || !isPart(part, 'switch') ? [] : [[part, count] as const],
  );
  return {
    hall: plant('hall', fabric.hall === undefined ? [] : [fabric.hall]),
    loop: plant('loop', fabric.loops),
    branch: plant('branch', fabric.branches),
    rack: counted(racksOf(fabric)),
    switch: counted(boxes),
    'device in a rack': counted(devicesInRacks(facts)),
    module: counted(
      devices.classes.flatMap(({ modules, count }) =>
        modules.map(({ module, count: each }) => [module, each * count] as const),
      ),
    ),
    optics: counted(opticsOf(links.classes)),
  };
}

/** A loop, a branch or the hall. */
interface Plant {
  readonly index?: number;
  readonly name: string;
  readonly origin: Missing['origin'];
  readonly unknowns?: Readonly<Record<string, Unknown>>;
}

function racksOf(fabric: Fabric): (readonly [Part, number])[] {
  return Array.from({ length: fabric.racks.count }, (_, rack) => partOfRack(fabric, rack)).flatMap((part) =>
    part === undefined ? [] : [[part, 1] as const],
  );
}

/** Types of devices, each with the racks that hold some: their limits are those of racks. */
function devicesInRacks(facts: Facts): (readonly [Part, number])[] {
  const racksOf = new Map<Part, Set<number>>();
  for (const { index, racks } of classesInRacks(facts)) {
    const part = facts.devices.classes[index]?.part;
    if (part === undefined) continue;
    const known = racksOf.get(part) ?? new Set();
    for (const rack of racks) known.add(rack);
    racksOf.set(part, known);
  }
  return [...racksOf].map(([part, racks]) => [part, racks.size] as const);
}

/** The optics at the ends of links, in runs of equal ones: there may be as many classes as links. */
function opticsOf(classes: Facts['links']['classes']): (readonly [Part, number])[] {
  const runs: [part: Part, count: number][] = [];
  for (const side of ['from', 'to'] as const) {
    let run: [part: Part, count: number] | undefined;
    for (const each of classes) {
      const { optics } = each[side];
      if (optics === undefined) continue;
      if (run?.[0] === optics) run[1] += each.count;
      else runs.push((run = [optics, each.count]));
    }
  }
  return runs;
}

/** Parts, each once with all that are installed of it. */
function counted(all: readonly (readonly [Part, number])[]): Giver[] {
  const counts = new Map<Part, number>();
  for (const [part, count] of all) counts.set(part, (counts.get(part) ?? 0) + count);
  return [...counts].map(([part, count]) => ({
    unknowns: part.unknowns,
    count,
    missing: (property) => missingIn(part, property),
  }));
}
