// Coolant loops: what the CDUs supply, what the racks put in, what comes back.
import { type Facts, type Loop, printCount, printNumber, printQuantity, printValue } from '@lightloom/core';
import type { Graph, Group, Node, Trunk } from '../../graph/index.ts';
import { figuresOf, type Wanted } from '../captions/key-figures.ts';
import { legendOf } from '../captions/legend.ts';
import { type RackClass, rackClasses } from '../equal-racks/rack-classes.ts';
import { temperatureScale, temperatureTicks } from '../network/device-status.ts';
import type { Sketch } from '../sketch/sketch.ts';
import { fileName, joined, known, some } from '../text/phrases.ts';
import { cduNodes, groupOf, type Paint, rackNode } from './loop-boxes.ts';
import { drawBranches, passingBy } from './loop-branches.ts';
import { othersNode, othersOn, othersPipes } from './loop-others.ts';
import { pipesOf, supplyOf } from './loop-pipes.ts';

/** Sorts of racks on one loop before the rest is told in a sentence. */
const mostDrawn = 12;

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
  const groups = loops.flatMap((loop): Group[] => {
    const racks = classes.filter((each) => loopOf(each) === loop.index);
    const onBranch = (each: RackClass): boolean => (fabric.racks.branch[each.racks[0] as number] as number) >= 0;
    const plain = racks.filter((each) => !onBranch(each));
    const shown = plain.slice(0, mostDrawn);
    const left = plain.slice(mostDrawn).reduce((sum, each) => sum + each.racks.length, 0);
    if (left > 0) notes.push(`… and ${printCount(left, 'more rack')} of other sorts on ${loop.name}.`);
    if (racks.length === 0)
      notes.push(`No rack hangs on ${loop.name}: “cooled by ${loop.name}” in a rack connects it.`);
    if (loop.values.from === undefined)
      notes.push(`No CDU feeds ${loop.name}: “from cdu[*], n+1” in the loop says which.`);
    const branches = drawBranches(facts, loop, racks.filter(onBranch), sketch.racks === undefined, paint);
    const rest = othersOn(facts, loop, sketch.racks, branches.racks);
    nodes.push(...cduNodes(facts, loop), ...shown.map((each) => rackNode(facts, each, loop, paint)), ...branches.nodes);
    trunks.push(...pipesOf(facts, loop, shown, paint), ...branches.trunks);
    if (rest.racks > 0) {
      const warm = rest.back === undefined ? undefined : paint(rest.back, `return ${printValue(rest.back)}`);
      nodes.push(othersNode(loop, rest, warm));
      trunks.push(...othersPipes(loop, rest, supplyOf(facts, loop, paint), warm));
    }
    if (rest.missing > 0)
      notes.push(
        `Figures of ${loop.name} are of the whole loop; ${printCount(rest.missing, 'rack')} of it ${rest.missing === 1 ? 'is' : 'are'} not in this view.`,
      );
    if (branches.groups.length > 0) {
      const alone = plain.map((each) => cooling.branches.rackFlow(each.racks[0] as number).value * each.racks.length);
      const through = passingBy(
        facts,
        loop,
        [branches.flow, rest.flow, ...alone].reduce((a, b) => a + b),
        paint,
      );
      if (through !== undefined) trunks.push(through);
    }
    return [groupOf(loop), ...branches.groups];
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
