// The cables of a fabric: what joins connectors, be it one link, a share of one, or several links together.
//
// Connectors that fibers join are ends of one cable: two of them a plain cable, one and several a breakout (one trunk end, several
// tails), several and several a shuffle. A cable is counted from the connector of one module to that of the other, whatever
// panels it passes. Where connectors belong to one link each, the cables of a class are those of one link, times its links.

import {
  cageOfPort,
  channelOfPort,
  type Fabric,
  itemAt,
  moduleIn,
  numberAt,
  type Part,
  unsignedAt,
} from '../../model/index.ts';
import type { LinkClass, LinkClasses } from '../classes/link-classes.ts';
import type { LinkEnd } from '../classes/port-ends.ts';
import {
  type Cable,
  type CableEnd,
  type CableKind,
  type CableSocket,
  endsOf,
  type KindDraft,
  kindCounter,
} from './cable-kinds.ts';
import { type Fronts, type Joint, jointsOf, type ModuleFront, rememberedFronts, socketAt } from './module-front.ts';
import { type SharedAtRack, sharedAtRacks, sharedCables } from './shared-cables.ts';
import { type FrontAt, sharedConnectors } from './shared-connectors.ts';

/** Connectors that each link of a class has for itself; `shared` where links share them; otherwise why they are unknown. */
type EndConnectors = { readonly from: number; readonly to: number } | 'shared' | { readonly unknown: string };

export interface Cabling {
  readonly kinds: readonly CableKind[];
  /** Those of them whose first link is of a class. */
  kindsOf(linkClass: number): readonly CableKind[];
  /** Why the cables of a class are unknown; undefined where they are known. */
  whyUnknown(linkClass: number): string | undefined;
  /** Connectors at the ends of the links of a class. */
  endConnectors(linkClass: number): EndConnectors;
  /** Connectors at a rack that several links share. */
  sharedAt(rack: number): SharedAtRack;
  /** The cables that a link is the first on. */
  cablesFrom(link: number): readonly Cable[];
}

/** What the cables are worked out from. */
export interface CablingInputs {
  readonly fabric: Fabric;
  readonly links: LinkClasses;
}

/** How the links of a class are cabled. */
type Plan =
  | { readonly way: 'fixed' }
  | { readonly way: 'unknown'; readonly why: string }
  | { readonly way: 'shared' }
  | { readonly way: 'own'; readonly near: Side; readonly far: Side; readonly bundles: readonly Bundle[] };

/** Joints that make one cable. */
interface Bundle {
  readonly joints: readonly Joint[];
  /** Its places in the runs of either end, each once. */
  readonly near: readonly number[];
  readonly far: readonly number[];
}

/** One end of a link whose connectors are its own. */
interface Side {
  readonly parts: readonly (Part<'connector'> | undefined)[];
  readonly fibers: readonly number[];
}

/** The cables of a fabric. */
export function cablingOf({ fabric, links }: CablingInputs): Cabling {
  const fronts = rememberedFronts();
  const plans = plansOf(fabric, links, fronts);
  const kinds = kindCounter();
  const isShared = plans.map(({ way }) => way === 'shared');
  const frontAt: FrontAt = (module) => {
    const front = fronts(fabric.parts[module] as Part<'module'>);
    return typeof front === 'string' ? undefined : front;
  };
  const shared = isShared.includes(true) ? sharedConnectors(fabric, links.of, frontAt, isShared) : undefined;
  const ownKinds = plans.map((plan, index) =>
    ownKindsOf(plan, index).map((kind) => kinds.add(kind, itemAt(links.classes, index).count)),
  );
  const sharedKinds: CableKind[] = [];
  const sharedCable = sharedCables(fabric, links, fronts);
  if (shared !== undefined)
    for (let cable = 0; cable < shared.count; cable++) sharedKinds.push(kinds.add(sharedCable(shared, cable).kind, 1));
  const kindsOf = links.classes.map((): CableKind[] => []);
  for (const kind of kinds.all) kindsOf[numberAt(kind.classes, 0)]?.push(kind);
  const racks =
    shared === undefined ? new Map<number, SharedAtRack>() : sharedAtRacks(fabric, shared, links.of, isShared);
  return {
    kinds: kinds.all,
    kindsOf: (index) => itemAt(kindsOf, index),
    whyUnknown(index) {
      const plan = itemAt(plans, index);
      return plan.way === 'unknown' ? plan.why : undefined;
    },
    endConnectors: (index) => endConnectorsOf(itemAt(plans, index)),
    sharedAt: (rack) => racks.get(rack) ?? { out: 0, within: 0 },
    cablesFrom(link) {
      const index = unsignedAt(links.of, link);
      const plan = itemAt(plans, index);
      if (plan.way === 'shared' && shared !== undefined)
        return shared
          .startingAt(link)
          .map((cable) => ({ ...sharedCable(shared, cable), kind: itemAt(sharedKinds, cable) }));
      return ownCables(fabric, plan, link, itemAt(ownKinds, index), fronts);
    },
  };
}

/** The plan of each class: one and the same for those whose paths differ in length alone and whose samples end at the same channels. */
function plansOf(fabric: Fabric, { classes }: LinkClasses, fronts: Fronts): Plan[] {
  const channelAt = (port: number): number => channelOfPort(fabric, port);
  const known = new Map<number, Map<number, Plan>>();
  return classes.map((each) => {
    const from = channelAt(unsignedAt(fabric.links.from, each.sample));
    const to = channelAt(unsignedAt(fabric.links.to, each.sample));
    let ofAlike = known.get(each.like);
    if (ofAlike === undefined) known.set(each.like, (ofAlike = new Map()));
    const channels = from * maxChannels + to;
    let plan = ofAlike.get(channels);
    if (plan === undefined) ofAlike.set(channels, (plan = planOf(each, { from, to }, fronts)));
    return plan;
  });
}

/** More channels than a module has. */
const maxChannels = 2 ** 24;

/** @param channels at which a link ends */
function planOf(each: LinkClass, { from, to }: { readonly from: number; readonly to: number }, fronts: Fronts): Plan {
  if (each.group.cable !== undefined) return { way: 'fixed' };
  const near = endOf(each.from, from, fronts);
  if (typeof near === 'string') return { way: 'unknown', why: near };
  const far = endOf(each.to, to, fronts);
  if (typeof far === 'string') return { way: 'unknown', why: far };
  const joints = jointsOf(near.front.channels[from] ?? [], far.front.channels[to] ?? []);
  if (typeof joints === 'string') return { way: 'unknown', why: joints };
  if (joints.length === 0) return { way: 'unknown', why: 'some channels are on no connector' };
  return near.own === undefined || far.own === undefined
    ? { way: 'shared' }
    : { way: 'own', near: near.own, far: far.own, bundles: bundlesOf(joints) };
}

/**
 * The front at an end; with what its channels have, where each has connectors of its own and all are alike.
 * @param sample one of the channels, which are listed together
 */
function endOf(
  { module, optics }: LinkEnd,
  sample: number,
  fronts: Fronts,
): { readonly front: ModuleFront; readonly own: Side | undefined } | string {
  if (module === undefined || optics === undefined) return 'there is no module with known optics at an end';
  const front = fronts(module);
  if (typeof front === 'string') return front;
  const sides = new Map<string, Side>();
  const [first, end] = listedWith(sample, module);
  for (let channel = first; channel < end; channel++) {
    if (front.own[channel] !== true) return { front, own: undefined };
    const runs = front.channels[channel] ?? [];
    const parts = runs.map(({ connector }) => front.connectors[connector]);
    const fibers = runs.map((run) => run.fibers);
    sides.set(`${parts.map((each) => each?.index)} ${fibers}`, { parts, fibers });
  }
  const [own] = sides.values();
  return { front, own: sides.size === 1 ? own : undefined };
}

/** The channels of a module that are listed with one, as `2 x 400GBASE-DR4`. */
function listedWith(channel: number, module: Part<'module'>): readonly [first: number, end: number] {
  let first = 0;
  for (const { count } of module.values.channels?.value ?? []) {
    if (channel < first + count) return [first, first + count];
    first += count;
  }
  return [first, first];
}

/** Joints that share connectors: each bundle is one cable. Joints go from connector to connector in order. */
function bundlesOf(joints: readonly Joint[]): Bundle[] {
  const bundles: Joint[][] = [];
  let last: Joint | undefined;
  for (const joint of joints) {
    if (last !== undefined && (joint.near === last.near || joint.far === last.far)) bundles.at(-1)?.push(joint);
    else bundles.push([joint]);
    last = joint;
  }
  return bundles.map((each) => ({
    joints: each,
    near: [...new Set(each.map(({ near }) => near))],
    far: [...new Set(each.map(({ far }) => far))],
  }));
}

/** The kinds of cables of one link whose connectors are its own, one for each cable. */
function ownKindsOf(plan: Plan, index: number): KindDraft[] {
  if (plan.way === 'fixed') return [{ shape: 'fixed', from: [], to: [], fibers: 0, classes: [index] }];
  if (plan.way !== 'own') return [];
  return plan.bundles.map(({ joints, near, far }) => {
    const ends = (side: Side, places: readonly number[]): CableEnd[] =>
      endsOf(places.map((place) => ({ part: side.parts[place], fibers: side.fibers[place] ?? Number.NaN })));
    return {
      shape: shapeOf(near.length, far.length),
      from: ends(plan.near, near),
      to: ends(plan.far, far),
      fibers: joints.reduce((all, joint) => all + joint.fibers, 0),
      classes: [index],
    };
  });
}

/** A breakout has one end on one side. */
function shapeOf(from: number, to: number): CableKind['shape'] {
  if (from === 1 && to === 1) return 'cable';
  return from === 1 || to === 1 ? 'breakout' : 'shuffle';
}

function endConnectorsOf(plan: Plan): EndConnectors {
  if (plan.way === 'shared') return 'shared';
  if (plan.way === 'unknown') return { unknown: plan.why };
  if (plan.way === 'fixed') return { from: 0, to: 0 };
  const real = ({ parts }: Side): number => parts.filter((part) => part !== undefined).length;
  return { from: real(plan.near), to: real(plan.far) };
}

/** The cables of a link whose connectors are its own. */
function ownCables(fabric: Fabric, plan: Plan, link: number, kinds: readonly CableKind[], fronts: Fronts): Cable[] {
  const [from, to] = [unsignedAt(fabric.links.from, link), unsignedAt(fabric.links.to, link)];
  const links = [link];
  const bare = (port: number): CableSocket => ({ ports: [port], connector: undefined, of: 0, part: undefined });
  if (plan.way === 'fixed') return kinds.map((kind) => ({ kind, from: [bare(from)], to: [bare(to)], links }));
  if (plan.way !== 'own') return [];
  const sockets = (port: number, places: readonly number[]): CableSocket[] => {
    const module = moduleIn(fabric, cageOfPort(fabric, port));
    const front = module === undefined ? '' : fronts(module);
    if (typeof front === 'string') return [bare(port)];
    const runs = front.channels[channelOfPort(fabric, port)] ?? [];
    return places.map((place) => socketAt(front, itemAt(runs, place).connector, [port]));
  };
  return plan.bundles.map(({ near, far }, i) => ({
    kind: itemAt(kinds, i),
    from: sockets(from, near),
    to: sockets(to, far),
    links,
  }));
}
