// The boxes in a branch of a coolant loop: its racks in the order of the coolant, and a box for those that are not drawn.
import { type Branch, type Derivation, type Facts, numberAt, printCount } from '@lightloom/core';
import type { LoopsNode, Status } from '../../graph/index.ts';
import { type RackClass, rowsText } from '../equal-racks/rack-classes.ts';
import { heatText, joined, valueOr } from '../text/phrases.ts';
import { type Paint, returnStatus } from './paint.ts';
import { rackNode, sumLines } from './rack-node.ts';

/** Racks in series, and classes of racks in parallel, that are drawn in one branch. */
const maxDrawn = { series: 12, parallel: 6 };
/** Racks drawn at the end of a longer series, where it is warmest. */
const lastDrawn = 3;

/** A box in a branch. */
export interface Box {
  readonly node: LoopsNode;
  /** In the order of the flow where they are in series. */
  readonly racks: readonly number[];
  /** m³/s through all of them, `NaN` when unknown. */
  readonly flow: number;
}

/** @param classOf racks in the view by their number */
export function branchBoxes(
  facts: Facts,
  branch: Branch,
  classOf: ReadonlyMap<number, RackClass>,
  paint: Paint,
): readonly Box[] {
  return branch.order === 'series'
    ? inSeries(facts, branch, classOf, paint)
    : inParallel(facts, branch, classOf, paint);
}

function inSeries(facts: Facts, branch: Branch, classOf: ReadonlyMap<number, RackClass>, paint: Paint): readonly Box[] {
  const racks = [...branch.racks];
  const flow = facts.cooling.branches.flow(branch).value;
  const drawn = (rack: number, at: number): boolean =>
    classOf.has(rack) &&
    (racks.length <= maxDrawn.series || at < maxDrawn.series - lastDrawn - 1 || at >= racks.length - lastDrawn);
  const boxes: Box[] = [];
  for (let at = 0; at < racks.length; ) {
    const rack = numberAt(racks, at);
    if (drawn(rack, at)) {
      boxes.push({ node: rackInSeries(facts, classOf.get(rack) as RackClass, branch, paint), racks: [rack], flow });
      at++;
      continue;
    }
    let end = at;
    while (end < racks.length && !drawn(numberAt(racks, end), end)) end++;
    const left = racks.slice(at, end);
    const back = facts.cooling.rackReturn(left.at(-1) as number);
    const node = restNode(facts, {
      id: `${branch.name}/others${at === 0 ? '' : ` from ${at + 1}`}`,
      group: branch.name,
      label: printCount(left.length, 'more rack'),
      reason: classOf.has(rack) ? 'in series' : 'not in this view',
      racks: left,
      flow,
      status: paint(back, ''),
    });
    boxes.push({ node, racks: left, flow });
    at = end;
  }
  return boxes;
}

/** A rack in a chain: the pipe behind it shows its outlet, and the flow is the same for all. */
function rackInSeries(facts: Facts, each: RackClass, branch: Branch, paint: Paint): LoopsNode {
  const [rack] = each.racks as [number];
  const { cooling, fabric } = facts;
  const node = rackNode(facts, each, loopOf(fabric, branch), paint);
  return {
    ...node,
    lines: [
      joined([rowsText(each.rows), valueOr(cooling.branches.rackFlow(rack), 'flow')]),
      heatText(cooling.rackHeat(rack), 'to liquid'),
      heatText(cooling.rackAirHeat(rack), 'to air'),
    ],
    group: branch.name,
    status: paint(cooling.rackReturn(rack), ''),
  };
}

function loopOf({ loops }: Facts['fabric'], branch: Branch): Facts['fabric']['loops'][number] {
  return loops[branch.loop] as Facts['fabric']['loops'][number];
}

function inParallel(
  facts: Facts,
  branch: Branch,
  classOf: ReadonlyMap<number, RackClass>,
  paint: Paint,
): readonly Box[] {
  const { cooling } = facts;
  const loop = loopOf(facts.fabric, branch);
  const classes = [...new Set([...branch.racks].flatMap((rack) => classOf.get(rack) ?? []))];
  const complete = branch.racks.every((rack) => classOf.has(rack));
  const shown = complete && classes.length <= maxDrawn.parallel ? classes : classes.slice(0, maxDrawn.parallel - 1);
  const boxes = shown.map((each): Box => {
    const flow = cooling.branches.rackFlow(numberAt(each.racks, 0)).value * each.racks.length;
    return { node: { ...rackNode(facts, each, loop, paint), group: branch.name }, racks: each.racks, flow };
  });
  const drawn = new Set(boxes.flatMap((each) => each.racks));
  const left = [...branch.racks].filter((rack) => !drawn.has(rack));
  if (left.length === 0) return boxes;
  const flow = left.reduce((sum, rack) => sum + cooling.branches.rackFlow(rack).value, 0);
  const hidden = left.filter((rack) => !classOf.has(rack)).length;
  const node = restNode(facts, {
    id: `${branch.name}/others`,
    group: branch.name,
    label: printCount(left.length, 'other rack'),
    reason: hidden === 0 ? 'of other kinds' : hidden === left.length ? 'not in this view' : 'not drawn',
    racks: left,
    flow,
    ...commonReturn(left.map(cooling.rackReturn), paint),
  });
  return [...boxes, { node, racks: left, flow }];
}

/** Racks that are not drawn one by one. */
export interface Rest {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** Why they are not drawn. */
  readonly reason: string;
  readonly racks: readonly number[];
  /** m³/s, `NaN` when unknown. */
  readonly flow: number;
  readonly status?: Status;
}

/** The return temperature of several, where it is the same for all. */
export function commonReturn(backs: readonly Derivation[], paint: Paint): { readonly status?: Status } {
  const [back] = backs;
  if (back === undefined || backs.some((each) => each.value !== back.value)) return {};
  return { status: returnStatus(back, paint) };
}

/** The box for racks that are not drawn one by one. */
export function restNode({ cooling }: Facts, { racks, reason, flow, ...rest }: Rest): LoopsNode {
  const heat = racks.reduce((sum, rack) => sum + cooling.rackHeat(rack).value, 0);
  const lines = [reason, ...sumLines(heat, flow)];
  return { ...rest, kind: 'rack', lines, count: racks.length, detail: [rest.label, ...lines].join('\n') };
}
