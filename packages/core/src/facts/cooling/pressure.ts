// Pressure of the coolant: pressure drop of racks, branches and loops, head of the CDUs, largest pressure.

import { type Derivation, derived, figure, knownOf, stated, sum, unknown } from '../../figures/derivation.ts';
import { remembered } from '../../figures/remembered.ts';
import {
  type Branch,
  cduName,
  type Fabric,
  itemAt,
  type Loop,
  loopOfRack,
  type Missing,
  missingBoth,
  missingIn,
  missingOf,
  type Part,
  partOfCdu,
  partOfRack,
  rackName,
  signedAt,
  type TableRow,
} from '../../model/index.ts';
import type { Dimension } from '../../units/index.ts';
import type { DeviceClass, DeviceClasses } from '../classes/device-classes.ts';
import type { RackContents } from '../placement/rack-contents.ts';
import { densityOf } from './coolant.ts';
import { deviceDrop, dropByFlow, lineDrop } from './coolant-flow.ts';
import type { CoolingFacts } from './cooling.ts';
import type { DeviceFlows } from './device-flows.ts';
import { type Coupled, openTerm } from './open-terms.ts';
import { interpolate, upperBoundBeyond } from './table.ts';

/** All in Pa. What isn't given doesn't count but makes a sum unknown, whose `known` is then a lower bound. */
export interface PressureFacts {
  /** Pressure drop of a rack and the worst of its devices. */
  rack(rack: number): Derivation;
  /** Pressure drop of a branch: its own, plus its racks in series or the worst of its parallel racks. */
  branch(branch: Branch): Derivation;
  /** Pressure drop along the worst path of a loop. */
  loop(loop: Loop): Derivation;
  /** Head of the remaining CDUs of a loop at its flow; undefined without CDUs. */
  head(loop: Loop): Derivation | undefined;
  /** Head minus the pressure drop of the worst path. */
  headMargin(loop: Loop): Derivation;
  /** The largest pressure in a loop above ambient. */
  highest(loop: Loop): Derivation;
}

/** What pressure is computed from. */
export interface PressureInputs {
  readonly fabric: Fabric;
  readonly devices: DeviceClasses;
  readonly contents: RackContents;
  readonly deviceFlows: DeviceFlows;
  readonly cooling: CoolingFacts;
}

export function pressureFacts(inputs: PressureInputs): PressureFacts {
  const { fabric, cooling } = inputs;
  const rack = remembered((id: number) => rackDrop(inputs, id));
  // Among parallel racks, an empty rack without figures of its own is not a path for the coolant.
  const isPath = (id: number): boolean => (inputs.contents[id]?.size ?? 0) > 0 || !Number.isNaN(rack(id).value);

  const branch = remembered((of: Branch): Derivation => {
    const flow = cooling.branches.flow(of);
    const { 'pressure-drop': pipes } = of.values;
    const racks = (of.order === 'series' ? [...of.racks] : [...of.racks].filter(isPath)).map(rack);
    const label = `pressure drop of ${of.name}`;
    const own = [
      ...throughCouplings(of, flow, densityIn(itemAt(fabric.loops, of.loop))),
      ...(pipes === undefined
        ? openTerm(of, 'pressure-drop', 'pressure')
        : [dropByFlow(`pipes of ${of.name}`, pipes, flow, of.name)]),
    ];
    return of.order === 'series'
      ? sum(label, 'pressure', 'its own + its racks in series', [...own, ...racks])
      : sum(label, 'pressure', 'its own + the worst of its racks', [...own, ...worst(racks)]);
  });

  /** From the supply to the end of a branch, through the branches before it. */
  const pathTo = (of: Branch): Derivation => {
    const before = fabric.branches[of.after];
    if (before === undefined) return branch(of);
    return sum(`pressure drop to the end of ${of.name}`, 'pressure', 'branches in series', [
      pathTo(before),
      branch(of),
    ]);
  };

  const loop = remembered((of: Loop): Derivation => {
    const pipes = of.values['pressure-drop'];
    const own =
      pipes === undefined
        ? unknown(`pipes of ${of.name}`, 'pressure', missingOf('loop', of, 'pressure-drop'))
        : dropByFlow(`pipes of ${of.name}`, pipes, cooling.flow(of), of.name);
    const followed = new Set(fabric.branches.map(({ after }) => after));
    const ends = fabric.branches.filter((each) => each.loop === of.index && !followed.has(each.index));
    const direct: Derivation[] = [];
    for (let id = 0; id < fabric.racks.count; id++)
      if (fabric.racks.loop[id] === of.index && signedAt(fabric.racks.branch, id) < 0 && isPath(id))
        direct.push(rack(id));
    const paths = [...ends.map(pathTo), ...direct];
    return sum(`pressure drop of ${of.name}`, 'pressure', 'pipes + the worst path', [own, ...worst(paths)]);
  });

  const head = remembered((of: Loop) => headOf(fabric, cooling, of));

  return {
    rack,
    branch,
    loop,
    head,
    headMargin(of) {
      const given = head(of) ?? unknown(`head of ${of.name}`, 'pressure', `${of.name} has no CDUs`);
      const lost = loop(of);
      const value = given.value - lost.value;
      const margin = derived(`head margin of ${of.name}`, 'pressure', 'head − pressure drop', [given, lost], value);
      const most = (given.bounds?.most ?? given.value) - knownOf(lost);
      return Number.isNaN(value) && !Number.isNaN(most)
        ? { ...margin, bounds: { least: Number.NEGATIVE_INFINITY, most } }
        : margin;
    },
    highest(of) {
      const label = `largest pressure in ${of.name}`;
      const { 'working-pressure': relief, 'static-pressure': filled } = of.values;
      if (relief !== undefined) return stated(label, 'pressure', relief, '');
      const rest = stated(`static pressure of ${of.name}`, 'pressure', filled, {
        ...missingOf('loop', of, 'static-pressure'),
        text: missingBoth(of, 'working-pressure', 'static-pressure'),
      });
      const given = largestHead(fabric, cooling, of);
      return sum(label, 'pressure', 'static pressure + head', [rest, given]);
    },
  };
}

/** The path with the largest pressure drop; a partly known path counts with its known part. */
function worst(paths: readonly Derivation[]): Derivation[] {
  let most: Derivation | undefined;
  for (const each of paths) if (most === undefined || each.known > most.known) most = each;
  if (most === undefined) return [];
  // Another path may have a larger drop, which is unknown.
  const open = paths.find(({ value }) => Number.isNaN(value));
  return open === undefined || Number.isNaN(most.value)
    ? [most]
    : [{ ...most, value: Number.NaN, ...(open.unknown === undefined ? {} : { unknown: open.unknown }) }];
}

/** Density of the coolant of a loop at its supply temperature, in kg/m³. */
function densityIn(loop: Loop): Derivation {
  const { coolant, supply } = loop.values;
  return coolant === undefined
    ? unknown('density', 'density', missingOf('loop', loop, 'coolant'))
    : densityOf(coolant.value, supply?.value ?? Number.NaN);
}

/** Why the pressure drop of a rack itself is unknown. */
function manifoldMissing(part: Part<'rack'> | undefined, name: string): string | Missing {
  if (part === undefined) return `the type of ${name} is unknown`;
  const text = missingBoth(part, 'couplings', 'pressure-drop');
  return { ...missingIn(part, 'pressure-drop'), text };
}

/** Pressure drop of a rack and the worst of its devices, in Pa. */
function rackDrop(inputs: PressureInputs, rack: number): Derivation {
  const { fabric, cooling, contents, devices, deviceFlows } = inputs;
  const name = rackName(fabric, rack);
  const label = `pressure drop of ${name}`;
  const loop = loopOfRack(fabric, rack);
  if (loop === undefined) return unknown(label, 'pressure', `${name} isn't on a loop`);
  const density = densityIn(loop);
  const through = cooling.branches.rackFlow(rack);
  const part = partOfRack(fabric, rack);
  const inside = contents[rack] ?? new Map<number, number>();
  const drops = [...inside.keys()].flatMap((index) => {
    const each = devices.classes[index];
    return each === undefined ? [] : throughDevice(each, deviceFlows.through(rack, index), density);
  });
  const own = part === undefined ? [] : throughRack(part, through, density);
  const whole = [...inside.values()].join() === '1' && drops.some(({ value }) => !Number.isNaN(value));
  // A rack that is one device has no manifold of its own; any other needs a figure for its manifold.
  const open =
    own.length > 0 || whole ? [] : [unknown('couplings and manifold', 'pressure', manifoldMissing(part, name))];
  return sum(label, 'pressure', 'couplings and manifold + its worst device', [...own, ...open, ...worst(drops)]);
}

/** Pressure drop of the couplings and the manifold of a rack; nothing where it has no figures of its own. */
function throughRack(part: Part<'rack'>, flow: Derivation, density: Derivation): Derivation[] {
  const manifold = part.values['pressure-drop'];
  return [
    ...throughCouplings(part, flow, density),
    ...(manifold === undefined
      ? openTerm(part, 'pressure-drop', 'pressure')
      : [dropByFlow(`manifold of ${part.name}`, manifold, flow, part.name)]),
  ];
}

/** Pressure drop of couplings in supply and return, with the line that chose them. */
function throughCouplings(of: Coupled, flow: Derivation, density: Derivation): Derivation[] {
  const given = of.values.couplings;
  if (given === undefined) return openTerm(of, 'couplings', 'pressure');
  return lineDrop(given.value, flow, density).map((each) => ({ ...each, origin: given.origin }));
}

/** Pressure drop of a liquid-cooled device; nothing for one that needs no coolant. */
function throughDevice({ part }: DeviceClass, flow: Derivation, density: Derivation): Derivation[] {
  if (part === undefined) return [unknown('pressure drop', 'pressure', 'the type is unknown')];
  if (flow.value === 0) return [];
  return [
    sum(`pressure drop through ${part.name}`, 'pressure', 'couplings + cold plates', [
      ...throughCouplings(part, flow, density),
      deviceDrop(part, flow),
    ]),
  ];
}

/** The smallest head of the remaining CDUs, each with an equal share of the flow, or less where pumps have failed. */
function headOf(fabric: Fabric, cooling: CoolingFacts, loop: Loop): Derivation | undefined {
  const cdus = cooling.cdus(loop);
  if (cdus === undefined) return undefined;
  const label = `head of ${loop.name}`;
  if (cdus.left === 0) return figure(label, 'pressure', 0, loop.values.from?.origin);
  const all = cooling.flow(loop);
  // A table is for all pumps: with half of them it is read at twice the flow.
  const { pumped } = cdus;
  const whole = pumped.value === cdus.left;
  const share = derived(
    whole ? 'flow of each CDU' : 'flow of each CDU, scaled to all its pumps',
    'volume flow',
    whole ? 'flow ÷ remaining CDUs' : 'flow ÷ remaining CDUs by their pumps',
    [all, pumped],
    all.value / pumped.value,
  );
  let least: Derivation | undefined;
  const asked = new Set<Part<'cdu'> | undefined>();
  for (const id of cdus.running) {
    const part = partOfCdu(fabric, id);
    if (asked.has(part)) continue;
    asked.add(part);
    const each = headAt(cduName(fabric, id), part, share);
    if (Number.isNaN(each.value)) return { ...each, label };
    if (least === undefined || each.value < least.value) least = each;
  }
  return least === undefined ? undefined : { ...least, label };
}

/** The largest head of any running CDU of a loop, near zero flow. */
function largestHead(fabric: Fabric, cooling: CoolingFacts, loop: Loop): Derivation {
  const label = `largest head of ${loop.name}`;
  const cdus = cooling.cdus(loop);
  if (cdus?.running.length === 0) return figure(label, 'pressure', 0, loop.values.from?.origin);
  let most = unknown(label, 'pressure', `${loop.name} has no CDUs`);
  for (const id of cdus?.running ?? []) {
    const part = partOfCdu(fabric, id);
    const given = part?.values.head;
    const name = cduName(fabric, id);
    if (part === undefined) return unknown(label, 'pressure', `the type of ${name} is unknown`);
    if (given === undefined) return unknown(label, 'pressure', missingIn(part, 'head'));
    const value = Math.max(...given.value.map((row) => row.value));
    if (!(value <= most.value))
      most = { ...figure(label, 'pressure', value, given.origin), provenance: given.provenance };
  }
  return most;
}

/** Head of a CDU at a flow, in Pa. Below the smallest flow of its table it is at least the first value; above the largest, at most the last. */
export function headAt(name: string, part: Part<'cdu'> | undefined, flow: Derivation): Derivation {
  const label = `head of ${name}`;
  const given = part?.values.head;
  if (part === undefined) return unknown(label, 'pressure', `the type of ${name} is unknown`);
  if (given === undefined) return unknown(label, 'pressure', missingIn(part, 'head'));
  const rows = given.value as readonly TableRow<Dimension, Dimension>[];
  if (rows.length === 1 && rows[0]?.at === undefined)
    return { ...figure(label, 'pressure', rows[0]?.value ?? Number.NaN, given.origin), provenance: given.provenance };
  const first = Math.min(...rows.flatMap(({ at }) => at ?? []));
  const value = interpolate(rows, Math.max(flow.value, first));
  const found = { ...derived(label, 'pressure', 'table by flow', [flow], value), origin: given.origin };
  if (!Number.isNaN(value)) return { ...found, provenance: given.provenance };
  const most = upperBoundBeyond(rows, flow.value);
  const missing = missingIn(part, 'head');
  return {
    ...found,
    ...(flow.unknown === undefined ? { unknown: `${missing.text} for that flow`, missing } : { unknown: flow.unknown }),
    ...(Number.isNaN(most) ? {} : { bounds: { least: Number.NEGATIVE_INFINITY, most } }),
  };
}
