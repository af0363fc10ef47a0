// Racks in elevation: what stands in them, how high it is, and how much of their power it draws.
import {
  type Derivation,
  type DeviceClass,
  densityOfSelection,
  exceeds,
  type Facts,
  heightOf,
  printCount,
  printNumber,
  printQuantity,
  printValue,
  rackPowerLimit,
  unknownText,
} from '@lightloom/core';
import type { Figure, Graph, Group, Node, Status } from '../../graph/index.ts';
import { figuresOf, type Wanted } from '../captions/key-figures.ts';
import { legendOf } from '../captions/legend.ts';
import { type Filling, type RackClass, rackClasses, rowsText } from '../equal-racks/rack-classes.ts';
import type { Sketch } from '../sketch/sketch.ts';
import { fileName, heatText, joined, known, ofLimit, placed, some, times, valueOr } from '../text/phrases.ts';
import { floorPlan } from './floor-plan.ts';

/** Sorts of racks drawn before the rest is told in a sentence. */
const mostDrawn = 40;

/** The drawing of racks. */
export function racksGraph(facts: Facts, sketch: Sketch): Graph {
  const { fabric } = facts;
  const all = rackClasses(facts, sketch.racks);
  const classes = all.slice(0, mostDrawn);
  const left = all.slice(mostDrawn).reduce((sum, each) => sum + each.racks.length, 0);
  const ids = new Set(all.flatMap((each) => each.racks));
  const groups = classes.map((each) => groupOf(facts, each));
  const plan = left === 0 ? floorPlan(facts, classes, groups) : undefined;
  const nodes = classes.flatMap((each) => each.fillings.map((filling) => nodeOf(facts, each, filling)));
  return {
    id: sketch.id,
    arrangement: 'racks',
    title: sketch.title,
    subtitle: joined([
      some(ids.size, 'rack'),
      some(
        [...ids].reduce((sum, rack) => sum + facts.placement.devices(rack), 0),
        'device',
      ),
    ]),
    figures: ids.size === 0 ? [] : figures(facts, all, ids),
    nodes,
    groups,
    trunks: [],
    ...(plan === undefined ? {} : { plan }),
    legend: legendOf(
      {
        kind: 'share',
        title: 'Power, as a share of what the rack delivers',
        ticks: ['0 %', '50 %', '100 %'],
        over: 'over the limit',
        unknown: true,
      },
      [...groups, ...nodes],
      [],
    ),
    notes: notes(facts, sketch, ids, left),
    file: fileName(fabric.uri),
  };
}

function figures(facts: Facts, classes: readonly RackClass[], ids: ReadonlySet<number>): Figure[] {
  // Equal racks are computed once.
  const total = (of: (rack: number) => Derivation): number =>
    classes.reduce((sum, { racks }) => sum + racks.length * of(racks[0] as number).value, 0);
  const fullest = classes
    .map(({ racks }) => racks[0] as number)
    .reduce((a, b) => (facts.power.rack(b).known > facts.power.rack(a).known ? b : a));
  const limit = rackPowerLimit(facts.fabric, fullest);
  const used = total(facts.placement.used);
  const height = total(facts.placement.height);
  const selection = { of: 'rack', ids: Uint32Array.from(ids) } as const;
  const density = densityOfSelection(facts.fabric, selection, 'density');
  const wanted: Wanted[] = [
    {
      label: 'Power in the racks',
      value: { ...facts.power.rack(fullest), value: total(facts.power.rack) },
      note: 'at its maximum',
    },
    {
      label: 'Fullest rack',
      value: facts.power.rack(fullest),
      note: Number.isNaN(limit.value) ? 'limit unknown' : `of ${printValue(limit)}`,
    },
  ];
  if (!Number.isNaN(density.value))
    wanted.push({ label: 'Switch density', value: density, fact: 'density', note: 'of the height in use' });
  const found = figuresOf(facts, wanted, 'rack', ids);
  const space: Figure = {
    label: 'Height in use',
    value: Number.isNaN(used / height) ? unknownText : printQuantity(used / height, 'ratio'),
    note: Number.isNaN(height) ? 'of a height that is not said' : `of ${printNumber(height, 1)} m of racks`,
  };
  return [...found.slice(0, 2), space, ...found.slice(2)];
}

function groupOf(facts: Facts, each: RackClass): Group {
  const [rack] = each.racks as [number];
  const power = facts.power.rack(rack);
  const limit = rackPowerLimit(facts.fabric, rack);
  const { unit, part } = each;
  const used = { ...facts.placement.used(rack), unit: unit.name };
  const height = facts.placement.height(rack);
  const feeds = facts.fabric.feedSets[facts.fabric.racks.feeds[rack] as number];
  const names = [...(feeds?.ids ?? [])].map((id) => facts.fabric.feeds[id]?.name ?? '');
  const loop = facts.fabric.loops[facts.fabric.racks.loop[rack] as number];
  const over = exceeds(used.known, height.value);
  const lines = [
    joined([times(each.racks.length, part?.name ?? 'rack of unknown type'), rowsText(each.rows)]),
    ofLimit(power, limit, 'power'),
    joined([
      ofLimit(used, height, 'height'),
      over ? `${printValue({ ...used, value: used.value - height.value })} too many` : undefined,
    ]),
    ...(loop === undefined ? [] : [heatText(facts.cooling.rackHeat(rack), `to ${loop.name}`)]),
    heatText(facts.cooling.rackAirHeat(rack), 'to air'),
  ];
  const named = names.length === 0 ? [] : [`fed by ${names.join(', ')}`];
  return {
    id: each.id,
    kind: 'rack',
    label: each.label,
    lines: [...lines, ...named],
    count: each.racks.length,
    status: share(power, limit),
    rack: {
      height: known(height.value),
      unit: unit.size,
      unitName: unit.name,
      over,
    },
    ...placed(each.block.origin),
    detail: [
      `${each.label}: ${printCount(each.racks.length, 'rack')}${each.racks.length > 1 ? ', figures of one' : ''}`,
      ...lines,
      ...named,
      ...unknowns([power, limit, used]),
    ].join('\n'),
  };
}

function nodeOf(facts: Facts, rack: RackClass, { array, block, index, count }: Filling): Node {
  const { part } = facts.devices.classes[index] as DeviceClass;
  const power = facts.power.device[index] as Derivation;
  const height = part === undefined ? undefined : heightOf(part);
  const all = { ...power, value: power.value * count };
  const limit = rackPowerLimit(facts.fabric, rack.racks[0] as number);
  const lines = [
    joined([array.split('.').at(-1), Number.isNaN(all.value) ? undefined : printValue(all)]),
    joined([height === undefined ? 'height unknown' : valueOr(height, 'height'), `${valueOr(power, 'power')} each`]),
  ];
  return {
    id: `${rack.id}/${array}`,
    kind: block.kind === 'host' ? 'host' : 'switch',
    label: times(count, part?.name ?? 'unknown type'),
    lines,
    count,
    group: rack.id,
    status: share(all, limit),
    height: height === undefined ? null : known(height.value),
    ...placed(block.origin),
    detail: [
      `${array}: ${times(count, part?.name ?? 'unknown type')} in each of ${rack.label}`,
      ...lines,
      ...unknowns([power]),
    ].join('\n'),
  };
}

function share(power: Derivation, limit: Derivation): Status {
  return { value: known(power.value / limit.value), text: ofLimit(power, limit, 'power') };
}

/** Why something is unknown. */
function unknowns(values: readonly Derivation[]): string[] {
  return [...new Set(values.flatMap((each) => (each.unknown === undefined ? [] : [`Unknown: ${each.unknown}.`])))];
}

function notes({ fabric }: Facts, { view }: Sketch, ids: ReadonlySet<number>, left: number): string[] {
  const found: string[] = [];
  if (ids.size === 0)
    return [
      view?.values.of === undefined
        ? 'There are no racks yet: “rack r[1..8] : TYPE” declares them, and “place DEVICES in r[*]” fills them.'
        : 'What this view is of holds no racks.',
    ];
  if (left > 0) found.push(`… and ${printCount(left, 'more rack')} of other sorts.`);
  const loose = fabric.devices.rack.reduce((sum, rack) => sum + (rack < 0 ? 1 : 0), 0);
  if (loose > 0) found.push(`${printCount(loose, 'device stands', 'devices stand')} in no rack.`);
  if (fabric.gaps.placements) found.push('Some placements could not be understood; what they say is missing here.');
  found.push('Devices are stacked from the floor in the order they are declared.');
  return found;
}
