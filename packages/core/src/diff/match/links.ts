// Which link of a new design is which of the old one: between the same ports, or with one end that stayed where it was.
import { signedAt } from '../../model/index.ts';
import { portAcross } from './cages.ts';
import { farPort, type Joins, portAt } from './joins.ts';
import { type Pairing, pair, unpaired } from './pairing.ts';

/** Links of two designs, paired. */
export interface LinkPairing extends Pairing {
  /** By old link: 0, or for one of which a single end stayed, 1 where that is its first and 2 where it is its second end. */
  readonly kept: Uint8Array;
}

/** Pairs links. @param cages cages that are the same */
export function pairLinks(before: Joins, after: Joins, cages: Pairing): LinkPairing {
  const count = before.fabric.links.count;
  const pairing = { ...unpaired(count, after.fabric.links.count), kept: new Uint8Array(count) };
  const across = (port: number): number => portAcross(before.fabric, after.fabric, cages.after, port);
  for (let link = 0; link < count; link++) {
    const [from, to] = [across(portAt(before.fabric, 2 * link)), across(portAt(before.fabric, 2 * link + 1))];
    if (from < 0 || to < 0) continue;
    const end = freeEnd(pairing, after, from, (far) => far === to);
    if (end >= 0) pair(pairing, link, end >> 1);
  }
  for (let link = 0; link < count; link++) {
    if (signedAt(pairing.after, link) >= 0) continue;
    for (const side of [0, 1]) {
      const port = across(portAt(before.fabric, 2 * link + side));
      const end = port < 0 ? -1 : freeEnd(pairing, after, port, () => true);
      if (end < 0) continue;
      pair(pairing, link, end >> 1);
      pairing.kept[link] = side + 1;
      break;
    }
  }
  return pairing;
}

/** An end at a port of a link that has no pair and leads to a port that will do; or -1. */
function freeEnd(pairing: Pairing, joins: Joins, port: number, willDo: (far: number) => boolean): number {
  for (let end = signedAt(joins.head, port); end >= 0; end = signedAt(joins.next, end))
    if (signedAt(pairing.before, end >> 1) < 0 && willDo(farPort(joins.fabric, end))) return end;
  return -1;
}
