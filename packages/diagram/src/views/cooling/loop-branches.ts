// Branches of a coolant loop: a frame for each, its racks in the order of the coolant, and where its outlet goes.
import {
  type Branch,
  type Derivation,
  type Facts,
  type Loop,
  printCount,
  printQuantity,
  printValue,
} from '@lightloom/core';
import { type Group, grouped, type Node, type Trunk } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { joined, placed } from '../text/phrases.ts';
import { type Box, branchBoxes, restOf, sameOf } from './branch-boxes.ts';
import type { Paint } from './loop-boxes.ts';
import { pipe, supplyOf } from './loop-pipes.ts';

/** Branches of a loop that are drawn; the others share a box where they hang. */
const mostDrawn = 24;
/** Flows that differ by less are the same: they are sums of decimal fractions. */
const tolerance = 1e-6;

/** The branches of a loop in a drawing. */
export interface Branches {
  readonly groups: readonly Group[];
  readonly nodes: readonly Node[];
  readonly trunks: readonly Trunk[];
  /** Racks that a frame or a box here stands for, drawn one by one or not. */
  readonly racks: ReadonlySet<number>;
  /** What they take of the supply together, in m³/s; `NaN` when unknown. */
  readonly flow: number;
}

interface Onward {
  readonly id: string;
  /** m³/s */
  readonly flow: number;
}

/**
 * Draws the branches of a loop, parents before those that take their outlet.
 * @param classes racks in the view that hang on a branch of the loop
 * @param all whether the view is of everything, and not of some racks
 */
export function drawBranches(
  facts: Facts,
  loop: Loop,
  classes: readonly RackClass[],
  all: boolean,
  paint: Paint,
): Branches {
  const { cooling } = facts;
  const tree = treeOf(facts, loop);
  const shown = shownOf(facts, tree, classes, all);
  const classOf = new Map(classes.flatMap((each) => each.racks.map((rack) => [rack, each] as const)));
  const groups: Group[] = [];
  const nodes: Node[] = [];
  const trunks: Trunk[] = [];
  const racks = new Set<number>();
  const ends = new Map<number, { readonly entry: string; readonly exit: string }>();

  for (const branch of shown) {
    const boxes = branchBoxes(facts, branch, classOf, paint);
    const ids = boxes.map((each) => each.node.id);
    // Where racks share a flow, it comes and goes by a header of the branch.
    const own = branch.order === 'parallel' && ids.length > 1 ? [] : ids;
    ends.set(branch.index, { entry: own[0] ?? branch.name, exit: own.at(-1) ?? branch.name });
    groups.push(frameOf(facts, branch, loop, paint));
    nodes.push(...boxes.map((each) => each.node));
    trunks.push(...(branch.order === 'series' ? chain(facts, branch, boxes, paint) : fan(facts, branch, boxes, paint)));
    for (const rack of branch.racks) racks.add(rack);
  }

  /** A box for branches that are not drawn where they would hang, and its way back. */
  const undrawn = (at: string, hidden: readonly Branch[]): Onward => {
    const within = hidden.flatMap((each) => [...tree.racks(each)]);
    for (const rack of within) racks.add(rack);
    const [first] = hidden as readonly [Branch];
    const flow = sumOf(hidden.map((each) => cooling.branches.flow(each).value));
    const last = hidden.every((each) => tree.behind(each.index).length === 0);
    const node = restOf(facts, {
      id: `${at}/branches`,
      group: loop.name,
      label: hidden.length === 1 ? shortName(first) : printCount(hidden.length, 'more branch', 'more branches'),
      reason: joined([
        printCount(within.length, 'rack'),
        within.some((rack) => classOf.has(rack)) ? undefined : 'not in this view',
      ]),
      racks: within,
      flow,
      ...(last ? sameOf(hidden.map(cooling.branches.outlet), paint) : {}),
    });
    nodes.push(node);
    trunks.push(pipe(`${loop.name}.return from ${node.id}`, node.id, loop.name, flow, node.status));
    return { id: node.id, flow };
  };
  /** What takes the outlet of a branch, or the supply. */
  const onwardFrom = (at: string, behind: readonly Branch[]): readonly Onward[] => {
    const drawn = behind.flatMap((each): Onward[] => {
      const end = ends.get(each.index);
      return end === undefined ? [] : [{ id: end.entry, flow: cooling.branches.flow(each).value }];
    });
    const hidden = behind.filter((each) => !ends.has(each.index));
    return hidden.length === 0 ? drawn : [...drawn, undrawn(at, hidden)];
  };

  for (const branch of shown) {
    const { exit } = ends.get(branch.index) as { exit: string };
    const flow = cooling.branches.flow(branch).value;
    const outlet = cooling.branches.outlet(branch);
    const targets = onwardFrom(branch.name, tree.behind(branch.index));
    const rest = flow - sumOf(targets.map((each) => each.flow));
    const passes = targets.length > 0 && rest > flow * tolerance;
    const status = paint(outlet, `return ${printValue(outlet)}`);
    const label = [printValue(outlet)];
    const several = targets.length + Number(passes) > 1;
    if (targets.length === 0)
      trunks.push(pipe(`${loop.name}.return from ${exit}`, exit, loop.name, flow, status, label));
    if (several) trunks.push(pipe(`${branch.name}.outlet`, branch.name, branch.name, flow, status, label));
    for (const each of targets)
      trunks.push(pipe(`${exit} to ${each.id}`, exit, each.id, each.flow, status, several ? [] : label));
    if (passes)
      trunks.push(
        pipe(`${branch.name}.bypass`, exit, loop.name, rest, status, [`${printQuantity(rest, 'volume flow')} pass by`]),
      );
  }

  const supply = supplyOf(facts, loop, paint);
  // Branches without a rack in the view are told with the other racks of the loop.
  const roots = tree.behind(-1).filter((each) => all || ends.has(each.index) || tree.holds(each, classOf));
  const taken = onwardFrom(loop.name, roots);
  for (const { id, flow } of taken) trunks.push(pipe(`${loop.name}.supply to ${id}`, loop.name, id, flow, supply));
  return { groups, nodes, trunks, racks, flow: sumOf(taken.map((each) => each.flow)) };
}

/** What of the supply of a loop no rack takes: it runs through to the return. Undefined where there is none, or nobody knows. */
export function passingBy(facts: Facts, loop: Loop, taken: number, paint: Paint): Trunk | undefined {
  const flow = facts.cooling.flow(loop).value;
  const rest = flow - taken;
  if (!(rest > flow * tolerance)) return undefined;
  const text = [`${printQuantity(rest, 'volume flow')} pass by`];
  return pipe(`${loop.name}.bypass`, loop.name, loop.name, rest, supplyOf(facts, loop, paint), text);
}

interface Tree {
  /** Branches that take the outlet of one; of the supply for -1. */
  behind(index: number): readonly Branch[];
  /** Racks of a branch and of all behind it. */
  racks(branch: Branch): Iterable<number>;
  /** Whether one of them is among those. */
  holds(branch: Branch, racks: ReadonlyMap<number, unknown>): boolean;
}

function treeOf({ fabric }: Facts, loop: Loop): Tree {
  const own = fabric.branches.filter((each) => each.loop === loop.index);
  const behind = grouped(own, (each) => each.after);
  const racks = (branch: Branch): number[] => [
    ...branch.racks,
    ...(behind.get(branch.index) ?? []).flatMap((each) => racks(each)),
  ];
  return {
    behind: (index) => behind.get(index) ?? [],
    racks,
    holds: (branch, among) => racks(branch).some((rack) => among.has(rack)),
  };
}

/** Branches with racks in the view, and those before them: as many as there is room for. */
function shownOf({ fabric }: Facts, tree: Tree, classes: readonly RackClass[], all: boolean): readonly Branch[] {
  const wanted = new Set<number>();
  for (const { racks } of classes) {
    let at = fabric.racks.branch[racks[0] as number] as number;
    while (at >= 0 && !wanted.has(at)) {
      wanted.add(at);
      at = fabric.branches[at]?.after ?? -1;
    }
  }
  const shown: Branch[] = [];
  const visit = (branch: Branch): void => {
    if (!(all || wanted.has(branch.index)) || shown.length >= mostDrawn) return;
    shown.push(branch);
    tree.behind(branch.index).forEach(visit);
  };
  tree.behind(-1).forEach(visit);
  return shown;
}

const shortName = ({ name }: Branch): string => name.slice(name.lastIndexOf('.') + 1);
const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

function frameOf({ cooling }: Facts, branch: Branch, loop: Loop, paint: Paint): Group {
  const { flow, rise, inlet, outlet, heat } = cooling.branches;
  const back = outlet(branch);
  const racks = printCount(branch.racks.length, 'rack');
  const how = branch.racks.length > 1 ? `${racks} in ${branch.order}` : racks;
  const said = (label: string, value: Derivation): string => `${label} ${printValue(value)}`;
  const lines = [
    joined([how, Number.isNaN(flow(branch).value) ? 'flow unknown' : printValue(flow(branch))]),
    joined([said('rise', rise(branch)), said('return', back)]),
  ];
  return {
    id: branch.name,
    kind: 'branch',
    label: shortName(branch),
    lines,
    count: 1,
    group: loop.name,
    status: paint(back, said('return', back)),
    order: branch.order,
    ...placed(branch.origin),
    detail: [
      `Branch ${branch.name}`,
      ...lines,
      said('inlet', inlet(branch)),
      said('heat to liquid', heat(branch)),
      ...(back.unknown === undefined ? [] : [`Unknown: ${back.unknown}.`]),
    ].join('\n'),
  };
}

/** Racks in series: the whole flow from one to the next, with its temperature between them. */
function chain({ cooling }: Facts, branch: Branch, boxes: readonly Box[], paint: Paint): Trunk[] {
  const flow = cooling.branches.flow(branch).value;
  return boxes.slice(1).map(({ node }, i) => {
    const before = boxes[i] as Box;
    const between = cooling.rackReturn(before.racks.at(-1) as number);
    const text = printValue(between);
    return pipe(`${before.node.id} to ${node.id}`, before.node.id, node.id, flow, paint(between, text), [text]);
  });
}

/** Racks in parallel: headers to and from them, where they are more than one box. */
function fan({ cooling }: Facts, branch: Branch, boxes: readonly Box[], paint: Paint): Trunk[] {
  if (boxes.length < 2) return [];
  const { name } = branch;
  const [cold, warm] = [cooling.branches.inlet(branch), cooling.branches.outlet(branch)];
  const flow = cooling.branches.flow(branch).value;
  const inlet = paint(cold, `inlet ${printValue(cold)}`);
  return [
    pipe(`${name}.supply`, name, name, flow, inlet),
    pipe(`${name}.return`, name, name, flow, paint(warm, `return ${printValue(warm)}`)),
    ...boxes.flatMap(({ node, flow: own }) => [
      pipe(`${name}.supply to ${node.id}`, name, node.id, own, inlet),
      pipe(`${name}.return from ${node.id}`, node.id, name, own, node.status),
    ]),
  ];
}
