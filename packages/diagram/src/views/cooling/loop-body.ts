// One coolant loop: its CDUs, its racks and branches, the pipes between them.
import { type Facts, type Loop, numberAt, printCount, printNumber, signedAt } from '@lightloom/core';
import type { LoopsGroup, LoopsNode, Trunk } from '../../graph/index.ts';
import type { RackClass } from '../equal-racks/rack-classes.ts';
import { drawBranches, passingBy } from './branches.ts';
import { cduNodes, loopGroup } from './cdu-nodes.ts';
import { type Others, othersNode, othersOn, othersPipes } from './other-racks.ts';
import { type Paint, returnStatus, supplyStatus } from './paint.ts';
import { pipesOf } from './pipes.ts';
import { rackNode } from './rack-node.ts';

/** Classes of racks on one loop that are drawn; a note counts the others. */
const maxDrawn = 12;

export interface LoopBody {
  readonly groups: readonly LoopsGroup[];
  readonly nodes: readonly LoopsNode[];
  readonly trunks: readonly Trunk[];
  readonly notes: readonly string[];
}

/** The racks of a loop in a drawing. */
export interface LoopRacks {
  /** Racks of the loop that are in the view. */
  readonly classes: readonly RackClass[];
  /** Racks in the view; all when undefined. */
  readonly drawn: ReadonlySet<number> | undefined;
}

export function loopBody(facts: Facts, loop: Loop, { classes, drawn }: LoopRacks, paint: Paint): LoopBody {
  const { fabric, cooling } = facts;
  const onBranch = ({ racks }: RackClass): boolean => signedAt(fabric.racks.branch, numberAt(racks, 0)) >= 0;
  const plain = classes.filter((each) => !onBranch(each));
  const shown = plain.slice(0, maxDrawn);
  const cdus = cduNodes(facts, loop);
  const inView = { classes: classes.filter(onBranch), all: drawn === undefined };
  const branches = drawBranches(facts, loop, inView, paint);
  const others = othersOn(facts, loop, drawn, branches.racks);
  const rest = restOf(facts, loop, others, paint);
  const alone = plain.map((each) => cooling.branches.rackFlow(numberAt(each.racks, 0)).value * each.racks.length);
  const taken = [branches.flow, others.flow, ...alone].reduce((a, b) => a + b);
  const bypass = branches.groups.length === 0 ? undefined : passingBy(facts, loop, taken, paint);
  return {
    groups: [loopGroup(loop), ...branches.groups],
    nodes: [...cdus, ...shown.map((each) => rackNode(facts, each, loop, paint)), ...branches.nodes, ...rest.nodes],
    trunks: [
      ...pipesOf(facts, loop, cdus, shown, paint),
      ...branches.trunks,
      ...rest.trunks,
      ...(bypass === undefined ? [] : [bypass]),
    ],
    notes: notes(loop, classes.length, plain.slice(maxDrawn), others),
  };
}

/** The box for racks that are not in the view, with its pipes. */
function restOf(facts: Facts, loop: Loop, others: Others, paint: Paint): Pick<LoopBody, 'nodes' | 'trunks'> {
  if (others.racks === 0) return { nodes: [], trunks: [] };
  const back = others.back === undefined ? undefined : returnStatus(others.back, paint);
  return {
    nodes: [othersNode(loop, others, back)],
    trunks: othersPipes(loop, others, supplyStatus(facts, loop, paint), back),
  };
}

/**
 * Sentences about a loop.
 * @param count classes of racks on it in the view
 * @param left those that are not drawn
 */
function notes(loop: Loop, count: number, left: readonly RackClass[], { missing }: Others): string[] {
  const { name } = loop;
  const racks = left.reduce((sum, each) => sum + each.racks.length, 0);
  return [
    ...(racks > 0
      ? [`${printCount(racks, 'rack')} of other kinds on ${name} ${racks === 1 ? 'is' : 'are'} not drawn.`]
      : []),
    ...(count === 0 ? [`${name} has no racks: connect one with “cooled by ${name}”.`] : []),
    ...(loop.values.from === undefined ? [`${name} has no CDUs: name them in the loop with “from cdu[*], n+1”.`] : []),
    ...(missing > 0
      ? [
          `The figures of ${name} cover the whole loop; ${printNumber(missing, 0)} of its racks ${missing === 1 ? 'is' : 'are'} not in this view.`,
        ]
      : []),
  ];
}
