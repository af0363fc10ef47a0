// The boxes in a branch of a coolant loop: its racks in the order of the coolant, and what is not drawn of them.
import { type Branch, type Derivation, type Facts, printCount, printQuantity, printValue } from '@lightloom/core';
import type { Node, Status } from '../../graph/index.ts';
import { type RackClass, rowsText } from '../equal-racks/rack-classes.ts';
import { heatText, joined } from '../text/phrases.ts';
import { type Paint, rackNode } from './loop-boxes.ts';

/** Racks in series, and sorts of racks in parallel, that are drawn in one branch. */
const mostDrawn = { series: 12, parallel: 6 };
/** Of a longer series so many are drawn at its end: there it is warmest. */
const lastDrawn = 3;

/** A box in a branch. */
export interface Box {
  readonly node: Node;
  /** In the order of the flow where they stand in series. */
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
    (racks.length <= mostDrawn.series || at < mostDrawn.series - lastDrawn - 1 || at >= racks.length - lastDrawn);
  const boxes: Box[] = [];
  for (let at = 0; at < racks.length; ) {
    const rack = racks[at] as number;
    if (drawn(rack, at)) {
      const node = oneInSeries(facts, classOf.get(rack) as RackClass, branch, paint);
      boxes.push({ node, racks: [rack], flow });
      at++;
      continue;
    }
    let end = at;
    while (end < racks.length && !drawn(racks[end] as number, end)) end++;
    const left = racks.slice(at, end);
    const back = facts.cooling.rackReturn(left.at(-1) as number);
    const node = restOf(facts, {
      id: `${branch.name}/others${at === 0 ? '' : ` from ${at + 1}`}`,
      group: branch.name,
      label: printCount(left.length, 'more rack'),
      reason: classOf.has(rack) ? 'in series' : 'not in this view',
      racks: left,
      flow,
      status: { ...paint(back, ''), text: '' },
    });
    boxes.push({ node, racks: left, flow });
    at = end;
  }
  return boxes;
}

/** A rack in a chain: what leaves it stands on the pipe behind it, and the flow is the same for all. */
function oneInSeries(facts: Facts, each: RackClass, branch: Branch, paint: Paint): Node {
  const [rack] = each.racks as [number];
  const { cooling } = facts;
  const flow = cooling.branches.rackFlow(rack);
  const node = rackNode(facts, each, facts.fabric.loops[branch.loop], paint);
  return {
    ...node,
    lines: [
      joined([rowsText(each.rows), Number.isNaN(flow.value) ? 'flow unknown' : printValue(flow)]),
      heatText(cooling.rackHeat(rack), 'to liquid'),
      heatText(cooling.rackAirHeat(rack), 'to air'),
    ],
    group: branch.name,
    status: { ...(node.status as Status), text: '' },
  };
}

function inParallel(
  facts: Facts,
  branch: Branch,
  classOf: ReadonlyMap<number, RackClass>,
  paint: Paint,
): readonly Box[] {
  const { cooling } = facts;
  const loop = facts.fabric.loops[branch.loop];
  const sorts = [...new Set([...branch.racks].flatMap((rack) => classOf.get(rack) ?? []))];
  const complete = branch.racks.every((rack) => classOf.has(rack));
  const shown = complete && sorts.length <= mostDrawn.parallel ? sorts : sorts.slice(0, mostDrawn.parallel - 1);
  const boxes = shown.map((each): Box => {
    const flow = cooling.branches.rackFlow(each.racks[0] as number).value * each.racks.length;
    return { node: { ...rackNode(facts, each, loop, paint), group: branch.name }, racks: each.racks, flow };
  });
  const drawn = new Set(boxes.flatMap((each) => each.racks));
  const left = [...branch.racks].filter((rack) => !drawn.has(rack));
  if (left.length === 0) return boxes;
  const flow = left.reduce((sum, rack) => sum + cooling.branches.rackFlow(rack).value, 0);
  const hidden = left.filter((rack) => !classOf.has(rack)).length;
  const node = restOf(facts, {
    id: `${branch.name}/others`,
    group: branch.name,
    label: printCount(left.length, 'other rack'),
    reason: hidden === 0 ? 'of other sorts' : hidden === left.length ? 'not in this view' : 'not drawn',
    racks: left,
    flow,
    ...sameOf(left.map(cooling.rackReturn), paint),
  });
  return [...boxes, { node, racks: left, flow }];
}

/** What a box stands for that is not drawn one by one. */
export interface Rest {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** Why it is not drawn. */
  readonly reason: string;
  readonly racks: readonly number[];
  /** m³/s, `NaN` when unknown. */
  readonly flow: number;
  readonly status?: Status;
}

/** What leaves several, where it is the same for all. */
export function sameOf(backs: readonly Derivation[], paint: Paint): { readonly status?: Status } {
  const [back] = backs;
  if (back === undefined || backs.some((each) => each.value !== back.value)) return {};
  return { status: paint(back, `return ${printValue(back)}`) };
}

/** The box for it. */
export function restOf({ cooling }: Facts, { racks, reason, flow, status, ...rest }: Rest): Node {
  const heat = racks.reduce((sum, rack) => sum + cooling.rackHeat(rack).value, 0);
  const lines = [
    reason,
    Number.isNaN(heat) ? 'heat to liquid unknown' : `${printQuantity(heat, 'power')} to liquid`,
    Number.isNaN(flow) ? 'flow unknown' : printQuantity(flow, 'volume flow'),
  ];
  return {
    ...rest,
    kind: 'rack',
    lines,
    count: racks.length,
    ...(status === undefined ? {} : { status }),
    detail: [rest.label, ...lines].join('\n'),
  };
}
