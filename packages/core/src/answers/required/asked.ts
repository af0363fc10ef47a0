// The subject of a required fact, and its value.

import { type Derivation, unknown } from '../../figures/derivation.ts';
import { type Fabric, portName, type Selection, unsignedAt } from '../../model/index.ts';
import type { Facts } from '../facts.ts';

/** A subject of a fact. */
export interface Asked {
  readonly of: Selection['of'];
  readonly ids: Uint32Array;
  readonly point: string | undefined;
  /** In words: `leaf[*]`. */
  readonly name: string;
}

/** A figure, and the thing that has it. */
export interface FactValue {
  readonly value: Derivation;
  /** The thing the figure is of, where it is of one among several: `rack[2]`, `the link from a.p to b.p`. */
  readonly worst?: string | undefined;
}

/** How a fact is found. */
type FactOf = (facts: Facts, asked: Asked) => FactValue;

/** Facts of one kind of subject, by name. */
export type FactTable = Readonly<Record<string, FactOf>>;

/** The first id of a subject. */
export function firstId({ ids }: Asked): number {
  return ids[0] ?? 0;
}

/** `the link from a.p to b.p` */
export function linkName(fabric: Fabric, link: number): string {
  const { from, to } = fabric.links;
  return `the link from ${portName(fabric, unsignedAt(from, link))} to ${portName(fabric, unsignedAt(to, link))}`;
}

/** Why facts that depend on racks are unknown, or undefined. */
export function placementGap(
  { fabric }: Facts,
  label: string,
  dimension: Derivation['dimension'],
): Derivation | undefined {
  return fabric.gaps.placements ? unknown(label, dimension, 'some placements could not be understood') : undefined;
}
