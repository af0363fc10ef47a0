// The frame of a branch of a coolant loop: its racks, flow, rise and return.
import { type Branch, type Derivation, type Facts, type Loop, printCount } from '@lightloom/core';
import type { BranchGroup } from '../../graph/index.ts';
import { originOf } from '../text/json-values.ts';
import { drawnValue, joined, unknownReasons, valueOr } from '../text/phrases.ts';
import { shortName } from './branch-tree.ts';

export function branchGroup({ cooling }: Facts, branch: Branch, loop: Loop): BranchGroup {
  const { flow, rise, inlet, outlet, heat } = cooling.branches;
  const back = outlet(branch);
  const limit = branch.values.return;
  const racks = printCount(branch.racks.length, 'rack');
  const named = (label: string, value: Derivation): string => `${label} ${drawnValue(value)}`;
  const lines = [
    joined([branch.racks.length > 1 ? `${racks} in ${branch.order}` : racks, valueOr(flow(branch), 'flow')]),
    joined([
      named('rise', rise(branch)),
      named('return', back),
      limit === undefined ? undefined : named('limit', { ...back, value: limit.value }),
    ]),
  ];
  return {
    id: branch.name,
    kind: 'branch',
    label: shortName(branch),
    lines,
    count: 1,
    group: loop.name,
    order: branch.order,
    ...originOf(branch.origin),
    detail: [
      `Branch ${branch.name}`,
      ...lines,
      named('inlet', inlet(branch)),
      named('heat to liquid', heat(branch)),
      ...unknownReasons([back]),
    ].join('\n'),
  };
}
