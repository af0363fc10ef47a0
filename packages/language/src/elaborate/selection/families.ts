// Families of installed things: their names in messages, and which of them a place takes.
import type { ElementFamily, SelectableKind } from '@lightloom/core';

/** The noun of a family, singular and plural. */
const nouns: Readonly<Record<ElementFamily, readonly [string, string]>> = {
  device: ['device', 'devices'],
  rack: ['rack', 'racks'],
  cdu: ['CDU', 'CDUs'],
  loop: ['loop', 'loops'],
  branch: ['branch', 'branches'],
  feed: ['feed', 'feeds'],
  hall: ['hall', 'halls'],
  network: ['network', 'networks'],
  group: ['block', 'blocks'],
  cage: ['port', 'ports'],
  port: ['port', 'ports'],
  part: ['type', 'types'],
};

/** The singular noun of a family. */
export function nounOf(family: ElementFamily): string {
  return nouns[family][0];
}

/** The plural noun of a family. */
export function nounsOf(family: ElementFamily): string {
  return nouns[family][1];
}

/** What a place in the text takes: a family, or any of several. */
export type Selectable = SelectableKind | ElementFamily | 'device or CDU';

/** The families that a place takes; none when it takes all. Several selectors name things of one family. */
export function wantedOf(kind: Selectable, first: ElementFamily | undefined): readonly ElementFamily[] {
  if (kind !== 'any' && kind !== 'group or device' && kind !== 'device or CDU') return [kind];
  if (first !== undefined) return [first];
  return kind === 'any' ? [] : kind === 'device or CDU' ? ['device', 'cdu'] : ['group', 'device'];
}
