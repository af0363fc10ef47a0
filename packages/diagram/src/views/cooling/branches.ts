// The branches of a coolant loop: a frame for each, its racks in the order of the coolant, and the pipes between branches.
import { type Branch, type Facts, type Loop, printCount, printQuantity, printValue } from '@lightloom/core';
import type { BranchGroup, LoopsNode, Trunk } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { joined } from '../text/phrases.ts';
import { branchBoxes, commonReturn, restNode } from './branch-boxes.ts';
import { branchGroup } from './branch-group.ts';
import { branchPipes } from './branch-pipes.ts';
import { type BranchTree, branchTree, drawnBranches, shortName, supplyIndex } from './branch-tree.ts';
import { type Paint, paintBelow, returnStatus, supplyStatus } from './paint.ts';
import { pipe } from './pipes.ts';

/** Flows that differ by a smaller share are the same: they are sums of decimal fractions. */
const tolerance = 1e-6;

/** The branches of a loop in a drawing. */
export interface Branches {
  readonly groups: readonly BranchGroup[];
  readonly nodes: readonly LoopsNode[];
  readonly trunks: readonly Trunk[];
  /** Racks that a frame or a box here represents, drawn one by one or not. */
  readonly racks: ReadonlySet<number>;
  /** Their share of the supply together, in m³/s; `NaN` when unknown. */
  readonly flow: number;
}

/** The racks of a loop in a drawing. */
export interface InView {
  /** Racks in the view that are on a branch of the loop. */
  readonly classes: readonly RackClass[];
  /** Whether the view shows everything, and not some racks only. */
  readonly all: boolean;
}

/** A pipe's other end. */
interface Onward {
  readonly id: string;
  /** m³/s */
  readonly flow: number;
}

/** Boxes where coolant enters a drawn branch and leaves it, by id. */
interface Ends {
  readonly entry: string;
  readonly exit: string;
}

/** Draws the branches of a loop, parents before those that take their outlet. */
export function drawBranches(facts: Facts, loop: Loop, { classes, all }: InView, paint: Paint): Branches {
  const tree = branchTree(facts, loop);
  const classOf = new Map(classes.flatMap((each) => each.racks.map((rack) => [rack, each] as const)));
  const groups: BranchGroup[] = [];
  const nodes: LoopsNode[] = [];
  const trunks: Trunk[] = [];
  const racks = new Set<number>();
  const ends = new Map<number, Ends>();
  const drawn = drawnBranches(facts, tree, classes, { all });
  for (const branch of drawn) {
    const own = paintBelow(branch.values.return?.value, paint);
    const boxes = branchBoxes(facts, branch, classOf, own);
    ends.set(
      branch.index,
      endsOf(
        branch,
        boxes.map((each) => each.node.id),
      ),
    );
    groups.push(branchGroup(facts, branch, loop));
    nodes.push(...boxes.map((each) => each.node));
    trunks.push(...branchPipes(facts, branch, boxes, own));
    for (const rack of branch.racks) racks.add(rack);
  }

  /** The boxes that take an outlet; branches that are not drawn share one. */
  const onwardFrom = (at: string, behind: readonly Branch[]): readonly Onward[] => {
    const onward = behind.flatMap((each): Onward[] => {
      const end = ends.get(each.index);
      return end === undefined ? [] : [{ id: end.entry, flow: facts.cooling.branches.flow(each).value }];
    });
    const hidden = behind.filter((each) => !ends.has(each.index));
    if (hidden.length === 0) return onward;
    const rest = undrawn(facts, loop, { at, hidden, tree, classOf }, paint);
    for (const rack of rest.racks) racks.add(rack);
    nodes.push(rest.node);
    trunks.push(rest.back);
    return [...onward, { id: rest.node.id, flow: rest.flow }];
  };
  for (const branch of drawn) {
    const targets = onwardFrom(branch.name, tree.behind(branch.index));
    trunks.push(...outletPipes(facts, loop, branch, { exit: (ends.get(branch.index) as Ends).exit, targets }, paint));
  }
  // Branches without a rack in the view are drawn with the other racks of the loop.
  const roots = tree
    .behind(supplyIndex)
    .filter((each) => all || ends.has(each.index) || tree.racks(each).some((rack) => classOf.has(rack)));
  const taken = onwardFrom(loop.name, roots);
  const supply = supplyStatus(facts, loop, paint);
  for (const { id, flow } of taken)
    trunks.push(pipe({ id: `${loop.name}.supply to ${id}`, from: loop.name, to: id, flow, status: supply }));
  return { groups, nodes, trunks, racks, flow: sumOf(taken.map((each) => each.flow)) };
}

/** Racks in parallel are connected to the headers of the branch. */
function endsOf({ name, order }: Branch, boxes: readonly string[]): Ends {
  const own = order === 'parallel' && boxes.length > 1 ? [] : boxes;
  return { entry: own[0] ?? name, exit: own.at(-1) ?? name };
}

/** Branches behind an outlet that are not drawn. */
interface Hidden {
  /** The branch or loop they are behind. */
  readonly at: string;
  readonly hidden: readonly Branch[];
  readonly tree: BranchTree;
  /** Racks in the view. */
  readonly classOf: ReadonlyMap<number, RackClass>;
}

/** A box for branches that are not drawn, and its pipe back. */
function undrawn(facts: Facts, loop: Loop, { at, hidden, tree, classOf }: Hidden, paint: Paint) {
  const { branches } = facts.cooling;
  const racks = hidden.flatMap((each) => tree.racks(each));
  const [first] = hidden as readonly [Branch];
  const flow = sumOf(hidden.map((each) => branches.flow(each).value));
  const last = hidden.every((each) => tree.behind(each.index).length === 0);
  const node = restNode(facts, {
    id: `${at}/branches`,
    group: loop.name,
    label: hidden.length === 1 ? shortName(first) : printCount(hidden.length, 'more branch', 'more branches'),
    reason: joined([
      printCount(racks.length, 'rack'),
      racks.some((rack) => classOf.has(rack)) ? undefined : 'not in this view',
    ]),
    racks,
    flow,
    ...(last ? commonReturn(hidden.map(branches.outlet), paint) : {}),
  });
  const id = `${loop.name}.return from ${node.id}`;
  return { node, racks, flow, back: pipe({ id, from: node.id, to: loop.name, flow, status: node.status }) };
}

interface Outlet {
  /** The box or branch the outlet starts from. */
  readonly exit: string;
  /** Boxes that take it. */
  readonly targets: readonly Onward[];
}

/** The pipes from a branch to the branches that take its outlet, and to the return. */
function outletPipes({ cooling }: Facts, loop: Loop, branch: Branch, { exit, targets }: Outlet, paint: Paint): Trunk[] {
  const flow = cooling.branches.flow(branch).value;
  const outlet = cooling.branches.outlet(branch);
  const status = returnStatus(outlet, paintBelow(branch.values.return?.value, paint));
  const lines = [printValue(outlet)];
  if (targets.length === 0)
    return [pipe({ id: `${loop.name}.return from ${exit}`, from: exit, to: loop.name, flow, status, lines })];
  const rest = flow - sumOf(targets.map((each) => each.flow));
  const passes = rest > flow * tolerance;
  const parts = targets.length + Number(passes) > 1;
  return [
    ...(parts ? [pipe({ id: `${branch.name}.outlet`, from: branch.name, to: branch.name, flow, status, lines })] : []),
    ...targets.map(({ id, flow: own }) =>
      pipe({ id: `${exit} to ${id}`, from: exit, to: id, flow: own, status, ...(parts ? {} : { lines }) }),
    ),
    ...(passes ? [pipe({ ...bypass(branch.name, rest), from: exit, to: loop.name, status })] : []),
  ];
}

/**
 * The part of the supply of a loop that no rack takes: it flows to the return directly. Undefined where there is none, or
 * where it is unknown.
 * @param taken flow through racks and branches, in m³/s
 */
export function passingBy(facts: Facts, loop: Loop, taken: number, paint: Paint): Trunk | undefined {
  const flow = facts.cooling.flow(loop).value;
  const rest = flow - taken;
  if (!(rest > flow * tolerance)) return undefined;
  const status = supplyStatus(facts, loop, paint);
  return pipe({ ...bypass(loop.name, rest), from: loop.name, to: loop.name, status });
}

function bypass(of: string, flow: number) {
  return { id: `${of}.bypass`, flow, lines: [`${printQuantity(flow, 'volume flow')} bypass`] };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
