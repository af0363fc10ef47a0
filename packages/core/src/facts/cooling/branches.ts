// Branches of coolant loops: flow, heat and temperatures along the way of the coolant.
//
// Every branch carries its heat with Q = ρ · cp · V̇ · ΔT, and hands its outlet on to the branch after it. Racks in series
// take the whole flow, each the outlet of the one before; racks in parallel share it.

import { type Derivation, derived, figure, startPlus, stated, sum, unknown } from '../../figures/derivation.ts';
import {
  type Branch,
  blockOfRack,
  branchOfRack,
  type Fabric,
  itemAt,
  type Loop,
  loopOfRack,
  rackName,
  realAt,
} from '../../model/index.ts';

export interface BranchFacts {
  /** Liquid heat of its racks, in W. */
  heat(branch: Branch): Derivation;
  /** In m³/s. */
  flow(branch: Branch): Derivation;
  /** Temperature of the coolant that enters it, in °C. */
  inlet(branch: Branch): Derivation;
  /** In K. */
  rise(branch: Branch): Derivation;
  /** Temperature of the coolant that leaves it, in °C. */
  outlet(branch: Branch): Derivation;
  /** Highest temperature allowed in its return, in °C: its own limit, or that of its loop. */
  returnLimit(branch: Branch): Derivation;
  /** Heat it could carry up to that limit, in W. */
  capacity(branch: Branch): Derivation;
  /** Share of that heat that is not used. */
  headroom(branch: Branch): Derivation;
}

/** The same of single racks. */
export interface RackFlows {
  /** In m³/s; unknown where nobody says it. */
  rackFlow(rack: number): Derivation;
  /** In °C. */
  rackInlet(rack: number, loop: Loop): Derivation;
  /** In °C. */
  rackReturn(rack: number): Derivation;
}

/** What branches need to know of their loop. */
export interface LoopFigures {
  rackHeat(rack: number): Derivation;
  /** In °C. */
  supply(loop: Loop): Derivation;
  /** What the loop is set to, in m³/s. */
  flowSet(loop: Loop): Derivation;
  /** Share of the flow that is set which is left when pumps have failed; undefined when all is left. */
  left(loop: Loop): Derivation | undefined;
  /** Heat over what the flow carries for each kelvin, in K. */
  rise(label: string, heat: Derivation, flow: Derivation, loop: Loop): Derivation;
  /** In °C. */
  returnLimit(loop: Loop): Derivation;
  /** Heat a flow carries from one temperature up to a limit, in W. */
  carried(label: string, limit: Derivation, from: Derivation, flow: Derivation, loop: Loop): Derivation;
  /** Share of a heat that can be carried which is not used. */
  headroom(name: string, used: Derivation, can: Derivation): Derivation;
}

export function branchFacts(fabric: Fabric, figures: LoopFigures): BranchFacts & RackFlows {
  const loopOf = (branch: Branch): Loop => itemAt(fabric.loops, branch.loop);
  const branchOf = (rack: number): Branch | undefined => branchOfRack(fabric, rack);
  const remember = <K>(compute: (of: K) => Derivation): ((of: K) => Derivation) => {
    const known = new Map<K, Derivation>();
    return (of) => {
      let found = known.get(of);
      if (found === undefined) known.set(of, (found = compute(of)));
      return found;
    };
  };

  const reduced = (set: Derivation, loop: Loop | undefined): Derivation => {
    const left = loop === undefined ? undefined : figures.left(loop);
    if (left === undefined) return set;
    return derived(
      set.label,
      'volume flow',
      'flow that is set × share the pumps left give',
      [set, left],
      set.value * left.value,
    );
  };

  const flow = remember((branch: Branch) => reduced(flowAsSet(fabric, branch), loopOf(branch)));
  const heat = remember((branch: Branch) =>
    sum(`liquid heat of ${branch.name}`, 'power', 'sum of its racks', [...branch.racks].map(figures.rackHeat)),
  );
  const rise = remember((branch: Branch) =>
    figures.rise(`rise of ${branch.name}`, heat(branch), flow(branch), loopOf(branch)),
  );
  const inlet = (branch: Branch): Derivation => {
    const before = fabric.branches[branch.after];
    return before === undefined ? figures.supply(loopOf(branch)) : outlet(before);
  };
  const outlet: (branch: Branch) => Derivation = remember((branch: Branch) => {
    return startPlus(`return of ${branch.name}`, 'temperature', 'inlet + rise', [inlet(branch), rise(branch)]);
  });

  const returnLimit = (branch: Branch): Derivation =>
    branch.values.return === undefined
      ? figures.returnLimit(loopOf(branch))
      : stated(`return limit of ${branch.name}`, 'temperature', branch.values.return, '');
  const capacity = (branch: Branch): Derivation =>
    figures.carried(`heat ${branch.name} can carry`, returnLimit(branch), inlet(branch), flow(branch), loopOf(branch));
  const headroom = (branch: Branch): Derivation => figures.headroom(branch.name, heat(branch), capacity(branch));

  /** What a rack in parallel gets that says nothing: an equal share of what the others leave. */
  const share = remember((branch: Branch): Derivation => {
    const said = [...branch.racks].map((each) => own(fabric, each)).filter((each) => each !== undefined);
    const open = branch.racks.length - said.length;
    const all = flow(branch);
    const count = figure('racks that say no flow', 'count', open);
    if (said.length === 0)
      return derived('', 'volume flow', 'flow of the branch ÷ its racks', [all, count], all.value / open);
    const taken = reduced(sum('flow of the others', 'volume flow', 'sum of racks', said), loopOf(branch));
    return leftBy(all, taken, count);
  });

  /** The same of a rack on no branch: of the loop, after its branches and the racks that say theirs. */
  const shareOfLoop = remember((loop: Loop): Derivation => {
    const others = fabric.branches.flatMap((each) =>
      each.loop === loop.index && each.after < 0 ? [flowAsSet(fabric, each)] : [],
    );
    let open = 0;
    for (let rack = 0; rack < fabric.racks.count; rack++) {
      if (fabric.racks.loop[rack] !== loop.index || branchOf(rack) !== undefined) continue;
      const said = own(fabric, rack);
      if (said === undefined) open++;
      else others.push(said);
    }
    const all = figures.flowSet(loop);
    const count = figure('racks that say no flow', 'count', open);
    const set =
      others.length === 0
        ? derived('', 'volume flow', 'flow of the loop ÷ its racks', [all, count], all.value / open)
        : leftBy(all, sum('flow of the others', 'volume flow', 'sum of branches and racks', others), count);
    return reduced(open === 1 && others.length === 0 ? all : { ...set, label: 'share of the flow that is set' }, loop);
  });

  const rackFlow = (rack: number): Derivation => {
    const label = `flow of ${rackName(fabric, rack)}`;
    const branch = branchOf(rack);
    const said = own(fabric, rack);
    const loop = loopOfRack(fabric, rack);
    if (branch?.order === 'series') return { ...flow(branch), label };
    if (said !== undefined) return reduced(said, loop);
    if (branch !== undefined) return { ...share(branch), label };
    return loop === undefined
      ? unknown(label, 'volume flow', `the flow of ${rackName(fabric, rack)} is not said`)
      : { ...shareOfLoop(loop), label };
  };

  const rackInlet = (rack: number, loop: Loop): Derivation => {
    const branch = branchOf(rack);
    if (branch === undefined) return figures.supply(loop);
    const before = branch.order === 'series' ? branch.racks[branch.racks.indexOf(rack) - 1] : undefined;
    return before === undefined ? inlet(branch) : rackReturn(before);
  };

  const rackReturn: (rack: number) => Derivation = remember((rack: number) => {
    const name = rackName(fabric, rack);
    const loop = loopOfRack(fabric, rack);
    if (loop === undefined) return unknown(`return of ${name}`, 'temperature', `${name} is on no loop`);
    const from = rackInlet(rack, loop);
    const by = figures.rise(`rise of ${name}`, figures.rackHeat(rack), rackFlow(rack), loop);
    const formula = branchOf(rack) === undefined ? 'supply + rise' : 'inlet + rise';
    return startPlus(`return of ${name}`, 'temperature', formula, [from, by]);
  });

  return { heat, flow, inlet, rise, outlet, returnLimit, capacity, headroom, rackFlow, rackInlet, rackReturn };
}

/** What the others leave of a flow to each rack that says none, in m³/s. */
function leftBy(all: Derivation, taken: Derivation, count: Derivation): Derivation {
  const rest = Math.max(0, all.value - taken.value);
  return derived('', 'volume flow', 'what the others leave ÷ racks', [all, taken, count], rest / count.value);
}

/** The flow a rack says it takes. */
function own(fabric: Fabric, rack: number): Derivation | undefined {
  const value = realAt(fabric.racks.flow, rack);
  return Number.isNaN(value)
    ? undefined
    : figure(`flow of ${rackName(fabric, rack)}`, 'volume flow', value, blockOfRack(fabric, rack).origin);
}

/** Flow of a branch with all pumps running, in m³/s: as it says, or what follows from the branch before or from its racks. */
export function flowAsSet(fabric: Fabric, branch: Branch): Derivation {
  const label = `flow of ${branch.name}`;
  const given = branch.values.flow;
  if (given !== undefined) return stated(label, 'volume flow', given, '');
  const before = fabric.branches[branch.after];
  if (before !== undefined) {
    const all = flowAsSet(fabric, before);
    return derived(label, 'volume flow', 'all that leaves the branch before', [all], all.value);
  }
  const racks = [...branch.racks].map((rack) => own(fabric, rack));
  return branch.order === 'parallel' && racks.every((each) => each !== undefined)
    ? sum(label, 'volume flow', 'sum of its racks', racks)
    : unknown(label, 'volume flow', `the flow of ${branch.name} is not said`);
}
