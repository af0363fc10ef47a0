// The drawing of the floor: a plan of the hall for each thing that colors show.
import { cduName, type Facts, numberAt, printCount, printValue, rackName, rackOfCdu } from '@lightloom/core';
import type { FloorGroup, FloorNode } from '../../graph/index.ts';
import { colorLegend } from '../captions/legend.ts';
import { type RackClass, rackClasses } from '../equal-racks/rack-classes.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { originOf } from '../text/json-values.ts';
import { joined } from '../text/phrases.ts';
import { floorLocator, runId } from './floor-locator.ts';
import { type HallGrid, hallGrid, hasFloor } from './hall-grid.ts';
import { type Layer, layersOf, statusIn } from './layers.ts';

export interface FloorSketch {
  /** The one layer that is drawn; all when undefined. */
  readonly layer?: string;
}

/** The drawing of a design whose racks have no places. */
const noFloor: Sketched = {
  ...{ arrangement: 'floor', subtitle: '', figures: [], nodes: [], groups: [], legend: {} },
  notes: [
    'There is no floor plan: it needs two racks or more, the row of each, as “rack r[1..8] : TYPE at row 1”, and no more than 4,000 racks in 60 rows of 120 positions.',
  ],
};

export function floorGraph(facts: Facts, sketch: FloorSketch): Sketched {
  const { fabric } = facts;
  if (!hasFloor(facts)) return noFloor;
  const grid = hallGrid(facts);
  const classes = rackClasses(facts, undefined);
  const classOf = new Map(classes.flatMap((each) => each.racks.map((rack) => [rack, each] as const)));
  const all = layersOf(facts);
  const only = all.filter(({ id }) => id === sketch.layer);
  const layers = only.length === 0 ? all : only;
  const plans = layers.map((layer) => planOf(facts, grid, classOf, layer));
  const nodes = plans.flatMap((each) => each.nodes);
  const loose = Array.from({ length: fabric.cdus.count }, (_, cdu) => cdu).filter((cdu) => rackOfCdu(fabric, cdu) < 0);
  return {
    arrangement: 'floor',
    subtitle: joined([printCount(fabric.racks.count, 'rack'), printCount(grid.rows.length, 'row')]),
    figures: [],
    nodes,
    groups: plans.map((each) => each.group),
    legend: colorLegend(
      {
        kind: 'share',
        title: 'Power: share of the rack power limit; else of the highest rack',
        ticks: ['0 %', '50 %', '100 %'],
        over: 'over the limit',
        unknown: true,
      },
      nodes,
    ),
    choices: {
      colors: [{ id: 'all', title: 'All plans' }, ...all.map(({ id, label }) => ({ id, title: label }))],
      color: only[0]?.id ?? 'all',
      networks: [],
    },
    notes: [
      ...grid.assumed,
      ...(loose.length === 0
        ? []
        : [
            `${printCount(loose.length, 'CDU')} in no rack, so without a place: ${loose
              .slice(0, 6)
              .map((cdu) => cduName(fabric, cdu))
              .join(', ')}${loose.length > 6 ? ', …' : '.'}`,
          ]),
      ...(grid.tray ? ['The dashed line is the cable tray: along every row, and across the rows at one side.'] : []),
    ],
    locator: floorLocator(
      layers,
      new Map(
        grid.inRows
          .flatMap((row) => runsOf(facts, row, grid, classOf))
          .map((run) => [rackName(fabric, numberAt(run, 0)), run]),
      ),
    ),
  };
}

function planOf(facts: Facts, grid: HallGrid, classOf: ReadonlyMap<number, RackClass>, layer: Layer) {
  const racks = grid.inRows.flat();
  const highest = racks.reduce((top, rack) => Math.max(top, layer.value(rack)?.known ?? 0), 0);
  const top = racks.find((rack) => layer.value(rack)?.value === highest);
  const value = top === undefined ? undefined : layer.value(top);
  const lines = [
    value === undefined || top === undefined
      ? 'unknown'
      : `highest ${printValue(value)}, ${rackName(facts.fabric, top)}`,
  ];
  const { width, depth, rack, rows, positions, aisles, tray } = grid;
  const group: FloorGroup = {
    ...{ id: layer.id, kind: 'hall', label: layer.label, lines, count: racks.length },
    ...{ width, depth, rack, rows, positions, aisles, tray },
    ...originOf(facts.fabric.hall?.origin ?? classOf.get(racks[0] ?? -1)?.block.origin),
    detail: [layer.label, ...lines].join('\n'),
  };
  const nodes = grid.inRows.flatMap((row, i) =>
    runsOf(facts, row, grid, classOf).map((run) => nodeOf(facts, grid, layer, highest, run, classOf, i)),
  );
  return { group, nodes };
}

/** Equal racks next to each other. */
function runsOf(
  { fabric }: Facts,
  row: readonly number[],
  grid: HallGrid,
  classOf: ReadonlyMap<number, RackClass>,
): number[][] {
  const runs: number[][] = [];
  for (const rack of row) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const next = before !== undefined && Math.abs(grid.left(rack) - grid.left(before) - grid.rack.width) < 1e-9;
    if (
      last !== undefined &&
      next &&
      before !== undefined &&
      classOf.get(rack) === classOf.get(before) &&
      fabric.racks.block[rack] === fabric.racks.block[before]
    )
      last.push(rack);
    else runs.push([rack]);
  }
  return runs;
}

function nodeOf(
  facts: Facts,
  grid: HallGrid,
  layer: Layer,
  highest: number,
  run: readonly number[],
  classOf: ReadonlyMap<number, RackClass>,
  row: number,
): FloorNode {
  const [first] = run as [number];
  const last = run.at(-1) ?? first;
  const name =
    first === last
      ? rackName(facts.fabric, first)
      : `${rackName(facts.fabric, first)} … ${rackName(facts.fabric, last)}`;
  const status = statusIn(layer, highest, first);
  const value = layer.value(first);
  const text = value === undefined ? 'none' : printValue(value);
  // The longest that fits is written on the racks.
  const lines = run.length > 1 && value !== undefined ? [`${text} each`, text] : [text];
  return {
    ...{
      id: runId(layer.id, rackName(facts.fabric, first)),
      kind: 'rack',
      label: name,
      lines,
      count: run.length,
      group: layer.id,
      status,
    },
    ...{ x: grid.left(first), y: grid.rows[row]?.y ?? 0 },
    ...originOf(classOf.get(first)?.block.origin),
    detail: [
      `${grid.rows[row]?.label}: ${printCount(run.length, 'rack')}, ${name}`,
      `${layer.label}: ${status.text}${run.length > 1 ? ' each' : ''}`,
    ].join('\n'),
  };
}
