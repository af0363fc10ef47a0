// Pipes inside a branch: from rack to rack in series, from header to header in parallel.
import { type Branch, type Facts, printValue } from '@lightloom/core';
import type { Trunk } from '../../graph/index.ts';
import type { Box } from './branch-boxes.ts';
import { type Paint, returnStatus } from './paint.ts';
import { pipe } from './pipes.ts';

/** @param boxes the boxes of the branch, in the order of the coolant where they are in series */
export function branchPipes(facts: Facts, branch: Branch, boxes: readonly Box[], paint: Paint): Trunk[] {
  return branch.order === 'series' ? chain(facts, branch, boxes, paint) : headers(facts, branch, boxes, paint);
}

/** Racks in series: the whole flow from one to the next, labeled with its temperature between them. */
function chain({ cooling }: Facts, branch: Branch, boxes: readonly Box[], paint: Paint): Trunk[] {
  const flow = cooling.branches.flow(branch).value;
  return boxes.slice(1).map(({ node }, i) => {
    const before = boxes[i] as Box;
    const between = cooling.rackReturn(before.racks.at(-1) as number);
    const text = printValue(between);
    return pipe({
      ...{ id: `${before.node.id} to ${node.id}`, from: before.node.id, to: node.id, flow },
      status: paint(between, text),
      lines: [text],
    });
  });
}

/** Racks in parallel: a supply and a return header, where there is more than one box. */
function headers({ cooling }: Facts, branch: Branch, boxes: readonly Box[], paint: Paint): Trunk[] {
  if (boxes.length < 2) return [];
  const { name } = branch;
  const { inlet, outlet, flow: flowOf } = cooling.branches;
  const flow = flowOf(branch).value;
  const cold = paint(inlet(branch), `inlet ${printValue(inlet(branch))}`);
  return [
    pipe({ id: `${name}.supply`, from: name, to: name, flow, status: cold }),
    pipe({ id: `${name}.return`, from: name, to: name, flow, status: returnStatus(outlet(branch), paint) }),
    ...boxes.flatMap(({ node, flow: own }) => [
      pipe({ id: `${name}.supply to ${node.id}`, from: name, to: node.id, flow: own, status: cold }),
      pipe({ id: `${name}.return from ${node.id}`, from: node.id, to: name, flow: own, status: node.status }),
    ]),
  ];
}
