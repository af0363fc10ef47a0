// The cords that cables are laid as: what joins connectors is one cable, whatever panels and couplers divide it.
import { itemAt, type LinkGroup } from '../../model/index.ts';
import type { LinkClasses } from '../classes/link-classes.ts';
import type { CableKind } from './cable-kinds.ts';
import type { Cabling } from './cabling.ts';

/** Cables that something divides on their way. */
export interface DividedCables {
  readonly cables: number;
  /** What they are laid as: cords and trunks. */
  readonly cords: number;
  /** Whether there may be more: a breakout is divided at its trunk, or at each of its tails. */
  readonly isLeast: boolean;
}

/** Places of a path between its ends: mated pairs but the plugs in the two modules, and panels. */
function placesOnTheWay({ medium }: LinkGroup): number {
  const count = (parts: readonly { readonly count: number }[] | undefined): number =>
    (parts ?? []).reduce((all, each) => all + each.count, 0);
  return Math.max(0, count(medium.connectors?.value) - 2) + count(medium.panels?.value);
}

/** The cables of a fabric that are divided on their way. */
export function dividedCables(cabling: Cabling, links: LinkClasses): DividedCables {
  const divided = cabling.kinds.flatMap((kind) => {
    const places = placesOf(kind, links);
    return places === 0 || kind.shape === 'fixed' ? [] : [{ kind, cords: kind.count * (places + 1) }];
  });
  return {
    cables: divided.reduce((all, { kind }) => all + kind.count, 0),
    cords: divided.reduce((all, each) => all + each.cords, 0),
    isLeast: divided.some(({ kind }) => kind.shape !== 'cable'),
  };
}

/** Where links that share a cable take different paths, the fewest. */
function placesOf({ classes }: CableKind, links: LinkClasses): number {
  return Math.min(...classes.map((index) => placesOnTheWay(itemAt(links.classes, index).group)));
}
