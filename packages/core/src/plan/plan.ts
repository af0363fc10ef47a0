// A plan: networks that carry a number of hosts, the smallest first, and why others don't.

import { sum } from '../figures/derivation.ts';
import type { Derivation } from '../figures/index.ts';
import { knownOf, unknownLeaves } from '../figures/index.ts';
import type { Part } from '../model/index.ts';
import type { DesignReport } from '../report/index.ts';
import { type Faceplate, type Shape, switchesOf, trunkLinks } from './demand.ts';
import type { Growth } from './growth.ts';
import type { PlannedHall } from './hall.ts';
import type { PlannedOptics } from './optics.ts';
import type { Striping, Tiers } from './sizing.ts';

/** What the smallest network has least of: switches, or what it costs, draws or consists of. */
export type PlanLeast = 'switches' | 'price' | 'power' | 'parts';

/** What was asked for. */
export interface PlanDemand {
  /** Those that are there at first. */
  readonly hosts: number;
  /** Further hosts that the network has room for, as a share of the hosts. */
  readonly growth: number;
  readonly least: PlanLeast;
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
  /** What comes later; undefined where nothing is to. */
  readonly growth: Growth | undefined;
  /** Switches with their modules, modules in hosts, cables; no more than is known where a price is unknown. */
  readonly cost: Derivation;
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

/** Switches with their modules, and modules in hosts, in W. */
function plannedPower({ hall }: Pick<PlannedNetwork, 'hall'>): Derivation {
  return sum('power', 'power', 'switches + modules in hosts', [hall.switchPower, hall.hostModulePower]);
}

/** Switches, modules and cables, with racks and CDUs where they are counted. */
export function plannedParts({ report, hall }: Pick<PlannedNetwork, 'report' | 'hall'>): Derivation {
  const { totals } = report;
  const switches = { label: 'switches', dimension: 'count', value: totals.switches, known: totals.switches } as const;
  const plant = [hall.racks, hall.cdus].filter((each) => each !== undefined);
  const terms = [{ ...switches, terms: [] }, totals.modules, totals.cables, ...plant];
  return sum('parts', 'count', 'switches + modules + cables + racks + CDUs', terms);
}

/**
 * Order of networks: what is to be least, where it is unknown behind what it is known of; then fewest switches, then fewest links between
 * them, then fewest planes.
 */
export function compareNetworks(least: PlanLeast, a: PlannedNetwork, b: PlannedNetwork): number {
  const [costA, costB] = [plannedLeast(a, least), plannedLeast(b, least)];
  return (
    (costA === undefined || costB === undefined ? 0 : unknownsIn(costA) - unknownsIn(costB)) ||
    (costA === undefined || costB === undefined ? 0 : knownOf(costA) - knownOf(costB)) ||
    plannedSwitches(a) - plannedSwitches(b) ||
    a.planes * trunkLinks(a.shape) - b.planes * trunkLinks(b.shape) ||
    a.planes - b.planes
  );
}

/** What is to be least of a network; undefined for its switches, which every order counts. */
export function plannedLeast(network: PlannedNetwork, least: PlanLeast): Derivation | undefined {
  switch (least) {
    case 'switches':
      return undefined;
    case 'price':
      return network.cost;
    case 'power':
      return plannedPower(network);
    case 'parts':
      return plannedParts(network);
  }
}

function unknownsIn(value: Derivation): number {
  return unknownLeaves(value).length;
}
