// Coolant loops: what the CDUs supply, what the racks put in, what comes back.
import {
  type Block,
  type Derivation,
  type Facts,
  isPart,
  type Loop,
  type Part,
  printCount,
  printNumber,
  printQuantity,
  printValue,
} from '@lightloom/core';
import { type Graph, type Group, grouped, type Node, type Status, type Trunk } from '../graph/index.ts';
import { temperatureScale, temperatureTicks } from './device-status.ts';
import { figuresOf, type Wanted } from './key-figures.ts';
import { legendOf } from './legend.ts';
import { branchOf, inOrderOfFlow, wayOf } from './loop-branches.ts';
import { othersNode, othersOn, othersPipes } from './loop-others.ts';
import { fileName, heatText, indicesOf, joined, known, placed, some, times } from './phrases.ts';
import { type RackClass, rackClasses, rowsText } from './rack-classes.ts';
import type { Sketch } from './sketch.ts';

/** Sorts of racks on one loop before the rest is told in a sentence. */
const mostDrawn = 12;

type Paint = (temperature: Derivation, text: string) => Status;

/** The drawing of the coolant loops, and of racks that hang on none. */
export function coolingGraph(facts: Facts, sketch: Sketch): Graph {
  const { fabric, cooling } = facts;
  const classes = rackClasses(facts, sketch.racks);
  const loopOf = (each: RackClass): number => fabric.racks.loop[each.racks[0] as number] as number;
  const loops = fabric.loops.filter(
    ({ index }) =>
      (sketch.loops?.has(index) ?? true) &&
      (sketch.racks === undefined || classes.some((each) => loopOf(each) === index)),
  );
  const [low, high] = temperatureScale(
    loops.map((each) => each.values.supply?.value ?? Number.NaN),
    loops.flatMap((each) => {
      const racks = classes
        .filter((one) => loopOf(one) === each.index)
        .map((one) => cooling.rackReturn(one.racks[0] as number).value);
      // Red is the limit where there is one; the hottest return where there is none.
      return each.values.return === undefined
        ? [cooling.returnTemperature(each).value, ...racks]
        : [each.values.return.value];
    }),
  );
  const paint: Paint = ({ value }, text) => ({ value: known((value - low) / (high - low)), text });

  const nodes: Node[] = [];
  const trunks: Trunk[] = [];
  const notes: string[] = [];
  const groups = loops.map((loop): Group => {
    const racks = inOrderOfFlow(
      fabric,
      classes.filter((each) => loopOf(each) === loop.index),
    );
    const shown = racks.slice(0, mostDrawn);
    const left = racks.slice(mostDrawn).reduce((sum, each) => sum + each.racks.length, 0);
    if (left > 0) notes.push(`… and ${printCount(left, 'more rack')} of other sorts on ${loop.name}.`);
    if (racks.length === 0)
      notes.push(`No rack hangs on ${loop.name}: “cooled by ${loop.name}” in a rack connects it.`);
    if (loop.values.from === undefined)
      notes.push(`No CDU feeds ${loop.name}: “from cdu[*], n+1” in the loop says which.`);
    const rest = othersOn(facts, loop, sketch.racks);
    nodes.push(...cduNodes(facts, loop), ...shown.map((each) => rackNode(facts, each, loop, paint)));
    trunks.push(...pipesOf(facts, loop, shown, paint));
    if (rest.racks === 0) return groupOf(loop);
    const warm = rest.back === undefined ? undefined : paint(rest.back, `return ${printValue(rest.back)}`);
    nodes.push(othersNode(loop, rest, warm));
    trunks.push(...othersPipes(loop, rest, supplyOf(facts, loop, paint), warm));
    notes.push(
      `Figures of ${loop.name} are of the whole loop; ${printCount(rest.racks, 'rack')} of it ${rest.racks === 1 ? 'is' : 'are'} not in this view.`,
    );
    return groupOf(loop);
  });
  const dry = sketch.loops === undefined ? classes.filter((each) => loopOf(each) < 0) : [];
  const warm = dry.filter((each) => each.fillings.length > 0);
  if (warm.length > 0) {
    const group: Group = {
      id: 'no loop',
      kind: 'loop',
      label: 'On no loop',
      lines: ['cooled by air'],
      count: 1,
      detail: 'Racks without “cooled by”',
    };
    groups.push(group);
    nodes.push(...warm.slice(0, mostDrawn).map((each) => rackNode(facts, each, undefined, paint)));
  }
  if (loops.length === 0)
    notes.unshift(
      fabric.loops.length === 0
        ? 'There is no coolant loop yet: “loop primary { coolant PG25  supply 40 °C  flow 1900 L/min }” declares one.'
        : 'What this view is of hangs on no coolant loop.',
    );
  return {
    id: sketch.id,
    arrangement: 'loops',
    title: sketch.title,
    subtitle: joined([
      some(loops.length, 'loop'),
      racksText(fabric.racks.count, classes),
      some(new Set(loops.flatMap((each) => [...(each.values.from?.value.selection.ids ?? [])])).size, 'CDU'),
    ]),
    figures: figures(facts, loops, sketch.racks !== undefined),
    nodes,
    groups,
    trunks,
    legend: {
      ...legendOf(
        {
          kind: 'temperature',
          title: 'Temperature of the coolant',
          ticks: temperatureTicks(low, high),
          over: 'over the limit',
          unknown: true,
        },
        [...nodes, ...trunks],
        [],
      ),
      ...widthOf(trunks),
    },
    notes,
    file: fileName(fabric.uri),
  };
}

function widthOf(trunks: readonly Trunk[]): Pick<Graph['legend'], 'width'> {
  const largest = Math.max(0, ...trunks.map((each) => each.weight ?? 0));
  if (largest === 0) return {};
  return { width: { title: 'Width of a pipe: flow', largest: printQuantity(largest, 'volume flow'), weight: largest } };
}

/** `34 racks`, or `2 of 34 racks` when the others are left out. */
function racksText(all: number, classes: readonly RackClass[]): string | undefined {
  const shown = classes.reduce((sum, each) => sum + each.racks.length, 0);
  return shown === 0 || shown === all ? some(shown, 'rack') : `${printNumber(shown, 0)} of ${printCount(all, 'rack')}`;
}

/** @param part whether racks are left out, so that figures must say what they are of */
function figures(facts: Facts, loops: readonly Loop[], part: boolean) {
  const [loop] = loops;
  if (loop === undefined) return [];
  const { cooling } = facts;
  const ids = new Set(loops.map((each) => each.index));
  if (loops.length > 1) {
    return figuresOf(
      facts,
      loops.map(
        (each): Wanted => ({ label: `Headroom of ${each.name}`, value: cooling.headroom(each), fact: 'headroom' }),
      ),
      'loop',
      ids,
    );
  }
  const limit = loop.values.return?.value;
  const cdus = cooling.cdus(loop);
  const back = cooling.returnTemperature(loop);
  const of = part ? ` of ${loop.name}` : '';
  return figuresOf(
    facts,
    [
      {
        label: `Liquid heat${of}`,
        value: cooling.heat(loop),
        ...(cdus === undefined ? {} : { note: `${cdus.left} of ${cdus.all} CDUs pass on ${printValue(cdus.heat)}` }),
      },
      { label: `Flow${of}`, value: cooling.flow(loop), note: loop.values.coolant?.value.name ?? 'coolant unknown' },
      {
        label: `Return${of}`,
        value: back,
        fact: 'temperature',
        point: 'return',
        note: joined([
          `rise ${printValue(cooling.rise(loop))}`,
          limit === undefined ? 'no limit said' : `limit ${printValue({ ...back, value: limit })}`,
        ]),
      },
      { label: `Headroom${of}`, value: cooling.headroom(loop), fact: 'headroom', note: 'to the return limit' },
    ],
    'loop',
    ids,
  );
}

function groupOf(loop: Loop): Group {
  const { coolant } = loop.values;
  return {
    id: loop.name,
    kind: 'loop',
    label: loop.name,
    lines: [coolant === undefined ? 'coolant unknown' : coolant.value.name],
    count: 1,
    ...placed(loop.origin),
    detail: `Coolant loop ${loop.name}`,
  };
}

/** CDUs by the array they were declared in. */
function cduNodes({ fabric }: Facts, loop: Loop): Node[] {
  const from = loop.values.from?.value;
  if (from === undefined) return [];
  const byBlock = grouped(
    [...from.selection.ids].sort((a, b) => a - b),
    (id) => fabric.blocks[fabric.cdus.block[id] as number] as Block,
  );
  const { redundancy } = from;
  const spare =
    redundancy === undefined ? 'no redundancy said' : 'mirrored' in redundancy ? 'n+n' : `n+${redundancy.spare}`;
  return [...byBlock].map(([block, ids]): Node => {
    const part = block.part !== undefined && isPart(block.part, 'cdu') ? (block.part as Part<'cdu'>) : undefined;
    const { capacity, flow, approach } = part?.values ?? {};
    const name =
      block.path +
      (block.axes.length === 0
        ? ''
        : indicesOf(
            block,
            ids.map((id) => id - block.first),
          ));
    const lines = [
      joined([times(ids.length, part?.name ?? 'unknown type'), spare]),
      capacity === undefined ? 'capacity unknown' : `${printQuantity(capacity.value, 'power')} each`,
      flow === undefined ? 'flow unknown' : `up to ${printQuantity(flow.value, 'volume flow')} each`,
      ...(approach === undefined ? [] : [`approach ${printQuantity(approach.value, 'temperature difference')}`]),
    ];
    return {
      id: ids.length === block.count ? `${loop.name}/${block.path}` : `${loop.name}/${name}`,
      kind: 'cdu',
      label: name,
      lines,
      count: ids.length,
      group: loop.name,
      ...placed(block.origin),
      detail: [`${name}: ${printCount(ids.length, 'CDU')}`, ...lines].join('\n'),
    };
  });
}

/** The branch racks hang on, and how they stand in it. */
function branchText(fabric: Facts['fabric'], each: RackClass): string[] {
  const branch = branchOf(fabric, each);
  return branch === undefined ? [] : [joined([branch.name, branch.order === 'series' ? 'in series' : undefined])];
}

function rackNode(facts: Facts, each: RackClass, loop: Loop | undefined, paint: Paint): Node {
  const [rack] = each.racks as [number];
  const { cooling } = facts;
  const flow = cooling.branches.rackFlow(rack).value;
  const back = cooling.rackReturn(rack);
  const one = each.racks.length > 1 ? ' each' : '';
  const lines = [
    joined([printCount(each.racks.length, 'rack'), rowsText(each.rows)]),
    ...branchText(facts.fabric, each),
    ...(loop === undefined
      ? []
      : [
          heatText(cooling.rackHeat(rack), 'to liquid') + one,
          Number.isNaN(flow) ? 'flow unknown' : `${printQuantity(flow, 'volume flow')}${one}`,
        ]),
    heatText(cooling.rackAirHeat(rack), 'to air') + one,
  ];
  const why = [back, cooling.rackHeat(rack)].flatMap(({ unknown }) =>
    unknown === undefined ? [] : [`Unknown: ${unknown}.`],
  );
  return {
    id: each.id,
    kind: 'rack',
    label: each.label,
    lines,
    count: each.racks.length,
    group: loop?.name ?? 'no loop',
    ...(loop === undefined ? {} : { status: paint(back, `return ${printValue(back)}`) }),
    ...placed(each.block.origin),
    detail: [each.label, ...lines, ...(loop === undefined ? [] : [`return ${printValue(back)}`, ...new Set(why)])].join(
      '\n',
    ),
  };
}

function supplyOf({ cooling }: Facts, loop: Loop, paint: Paint): Status {
  const cold: Derivation = { ...cooling.returnTemperature(loop), value: loop.values.supply?.value ?? Number.NaN };
  return paint(cold, `supply ${printValue(cold)}`);
}

/** The two mains of a loop and what branches off them. */
function pipesOf(facts: Facts, loop: Loop, racks: readonly RackClass[], paint: Paint): Trunk[] {
  const { cooling } = facts;
  const flow = cooling.flow(loop);
  const back = cooling.returnTemperature(loop);
  const { supply, return: limit } = loop.values;
  const cold: Derivation = { ...back, value: supply?.value ?? Number.NaN };
  const supplyStatus = supplyOf(facts, loop, paint);
  const backStatus = paint(back, `return ${printValue(back)}`);
  const main = (name: 'supply' | 'return', status: Status, lines: readonly string[]): Trunk => ({
    id: `${loop.name}.${name}`,
    from: loop.name,
    to: loop.name,
    lines,
    weight: known(flow.value),
    status,
    ...placed(loop.origin),
    detail: [`${name} of ${loop.name}`, ...lines].join('\n'),
  });
  const pipes: Trunk[] = [
    main('supply', supplyStatus, [
      joined([`supply ${printValue(cold)}`, Number.isNaN(flow.value) ? 'flow unknown' : printValue(flow)]),
    ]),
    main('return', backStatus, [
      joined([
        `return ${printValue(back)}`,
        limit === undefined ? 'no limit said' : `limit ${printQuantity(limit.value, 'temperature')}`,
      ]),
    ]),
  ];
  const branch = (id: string, from: string, to: string, weight: number, status: Status): Trunk => ({
    id,
    from,
    to,
    lines: [],
    weight: known(weight),
    status,
    detail: `${id}: ${printQuantity(weight, 'volume flow')}, ${status.text}`,
  });
  const cdus = cduNodes(facts, loop);
  const all = cdus.reduce((sum, each) => sum + each.count, 0);
  for (const { id, count } of cdus) {
    const share = (flow.value * count) / all;
    pipes.push(branch(`${loop.name}.supply from ${id}`, id, loop.name, share, supplyStatus));
    pipes.push(branch(`${loop.name}.return to ${id}`, loop.name, id, share, backStatus));
  }
  for (const each of racks) {
    const { id, racks: ids } = each;
    const series = branchOf(facts.fabric, each)?.order === 'series';
    const through = cooling.branches.rackFlow(ids[0] as number).value * (series ? 1 : ids.length);
    const own = cooling.rackReturn(ids[0] as number);
    const way = wayOf(facts.fabric, each, racks, (of) => cooling.branches.flow(of).value);
    if (way.behind.length === 0)
      pipes.push(branch(`${loop.name}.supply to ${id}`, loop.name, id, through, supplyStatus));
    const inlet = cooling.branches.rackInlet(ids[0] as number, loop);
    for (const before of way.behind)
      pipes.push(
        branch(`${before} to ${id}`, before, id, through / way.behind.length, paint(inlet, `${printValue(inlet)}`)),
      );
    if (way.returns > 0)
      pipes.push(
        branch(
          `${loop.name}.return from ${id}`,
          id,
          loop.name,
          through * way.returns,
          paint(own, `return ${printValue(own)}`),
        ),
      );
  }
  return pipes;
}
