// Families of what is installed: what they are called, and which fit where.
import type { ElementFamily, SelectableKind } from '@lightloom/core';

/** What a family is called, one and many. */
const nouns: Readonly<Record<ElementFamily, readonly [string, string]>> = {
  device: ['device', 'devices'],
  rack: ['rack', 'racks'],
  cdu: ['CDU', 'CDUs'],
  loop: ['loop', 'loops'],
  branch: ['branch', 'branches'],
  feed: ['feed', 'feeds'],
  network: ['network', 'networks'],
  group: ['block', 'blocks'],
  cage: ['port', 'ports'],
  port: ['port', 'ports'],
  part: ['type', 'types'],
};

/** What one of a family is called. */
export function nounOf(family: ElementFamily): string {
  return nouns[family][0];
}

/** What several things of a family are called. */
export function nounsOf(family: ElementFamily): string {
  return nouns[family][1];
}

/** Families that fit; none when all do. Several selectors name things of one family. */
export function wantedOf(
  kind: SelectableKind | ElementFamily,
  first: ElementFamily | undefined,
): readonly ElementFamily[] {
  if (kind !== 'any' && kind !== 'group or device') return [kind];
  if (first !== undefined) return [first];
  return kind === 'any' ? [] : ['group', 'device'];
}
