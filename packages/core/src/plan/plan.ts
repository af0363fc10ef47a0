// A plan: networks that carry a number of hosts, the smallest first, and why others don't.
import type { Part } from '../model/index.ts';
import type { DesignReport } from '../report/index.ts';
import { type Faceplate, type Shape, switchesOf, trunkLinks } from './demand.ts';
import type { PlannedHall } from './hall.ts';
import type { PlannedOptics } from './optics.ts';
import type { Striping, Tiers } from './sizing.ts';

/** What was asked for. */
export interface PlanDemand {
  readonly hosts: number;
  /** Ports of a host, each on a rail of its own; those of its type, where one is chosen. */
  readonly rails: number;
  /** Rate of a host port in one direction, in bit/s; several planes divide it. */
  readonly rate: number;
  /** Largest ratio of host links to uplinks of a leaf. */
  readonly oversubscription: number;
  /** Types of leaf, spine and core. */
  readonly switches: readonly [Part<'switch'>, Part<'switch'>, Part<'switch'>];
}

/** A network with its number of tiers and planes. */
interface Form {
  readonly tiers: Tiers;
  readonly planes: number;
}

/** A network that was written and checked. */
export interface PlannedNetwork extends Form {
  /** Ports of a host on each plane. */
  readonly rails: number;
  /** Of one plane; every plane has the same. */
  readonly shape: Shape;
  readonly optics: PlannedOptics;
  /** Ports of leaf, spine and core at the rate of a link. */
  readonly faceplates: readonly [Faceplate, Faceplate, Faceplate];
  readonly striping: readonly Striping[];
  /** Uplinks of a leaf beyond what its hosts need. */
  readonly spareUplinks: number;
  /** The design. */
  readonly text: string;
  /** What the checker says of it. */
  readonly findings: { readonly error: number; readonly warning: number; readonly note: number };
  readonly report: DesignReport;
  readonly hall: PlannedHall;
}

/** Why there is no network of a form. */
export type Refusal =
  /** More hosts than it reaches. */
  | { readonly kind: 'hosts'; readonly most: number }
  /** No numbers of switches divide the links evenly. */
  | { readonly kind: 'uneven' }
  /** The checker finds something in every design that was tried. */
  | { readonly kind: 'check'; readonly message: string }
  /** No module has channels of this rate, in bit/s, for both ends of a link. */
  | { readonly kind: 'optics'; readonly linkRate: number };

export interface RefusedNetwork extends Form {
  readonly because: Refusal;
}

export interface Plan {
  readonly demand: PlanDemand;
  /** Those without errors and warnings, the smallest first: fewest switches, then fewest links. */
  readonly networks: readonly PlannedNetwork[];
  readonly refused: readonly RefusedNetwork[];
  /** Designs that were checked to find them. */
  readonly checks: number;
}

/** Switches of all planes. */
export function plannedSwitches({ shape, planes }: Pick<PlannedNetwork, 'shape' | 'planes'>): number {
  return planes * switchesOf(shape);
}

/** Order of networks: fewest switches, then fewest links between them, then fewest planes. */
export function compareNetworks(a: PlannedNetwork, b: PlannedNetwork): number {
  return (
    plannedSwitches(a) - plannedSwitches(b) ||
    a.planes * trunkLinks(a.shape) - b.planes * trunkLinks(b.shape) ||
    a.planes - b.planes
  );
}
