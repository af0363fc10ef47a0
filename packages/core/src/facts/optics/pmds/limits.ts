// Limits of a PMD as its author wrote them: by fiber type, or as the end of a range.

import { type Derivation, figure, stated, unknown } from '../../../figures/derivation.ts';
import {
  derivesFrom,
  type LinkGroup,
  missingIn,
  missingOnLinks,
  type Part,
  type PerPart,
} from '../../../model/index.ts';
import { type Dimension, same } from '../../../units/index.ts';

/** A limit of a PMD that may differ by fiber: the row for the fiber or for what it is based on, else the one for all. */
export function limitOn(
  optics: Part<'optics'> | undefined,
  property: 'reach' | 'channel-loss',
  dimension: Dimension,
  group: LinkGroup,
): Derivation {
  const { fiber } = group;
  const name = property === 'reach' ? 'reach' : 'channel insertion loss';
  if (optics === undefined) return unknown(name, dimension, 'one end has no module');
  const label = `${name} of ${optics.name}`;
  const given = optics.values[property];
  const rows = given?.value ?? [];
  // Reach does not fall with bandwidth; the loss of a channel holds for its fiber type only.
  const row = rowFor(rows, fiber) ?? (property === 'reach' ? rowOfLowerBandwidth(rows, fiber) : undefined);
  if (given !== undefined && row !== undefined)
    return { ...figure(label, dimension, row.value, given.origin), provenance: given.provenance };
  const missing = missingIn(optics, property);
  if (given === undefined) return unknown(label, dimension, missing);
  const text = `the ${name} of ${optics.name} depends on the fiber, which is not given`;
  const why =
    fiber === undefined
      ? missingOnLinks(group, 'over', text)
      : { ...missing, text: `${missing.text} on ${fiber.name}` };
  const lost = { ...unknown(label, dimension, why), ...(given.origin && { origin: given.origin }) };
  const bounds = property === 'reach' || fiber === undefined ? rowsAbove(rows, fiber).map(({ value }) => value) : [];
  return bounds.length === 0 ? lost : { ...lost, bounds: { least: 0, most: Math.max(...bounds) } };
}

type Row<K extends 'fiber' | 'optics'> = PerPart<Dimension, K>;

/** The row for a part, for the nearest type it is based on, or for all. */
export function rowFor<K extends 'fiber' | 'optics'>(
  rows: readonly Row<K>[],
  part: Part<K> | undefined,
): Row<K> | undefined {
  let found: Row<K> | undefined;
  for (const row of rows) {
    if (row.part === undefined || part === undefined || !derivesFrom(part, row.part)) continue;
    if (found?.part === undefined || derivesFrom(row.part, found.part)) found = row;
  }
  return found ?? rows.find((each) => each.part === undefined);
}

/** The row for the fiber with the highest modal bandwidth that doesn't exceed that of a fiber, which is at least as good. */
function rowOfLowerBandwidth(
  rows: readonly Row<'fiber'>[],
  fiber: Part<'fiber'> | undefined,
): Row<'fiber'> | undefined {
  const own = bandwidthOf(fiber);
  const below = rows.filter(({ part }) => own >= bandwidthOf(part) || same(own, bandwidthOf(part)));
  return below.sort((a, b) => bandwidthOf(b.part) - bandwidthOf(a.part))[0];
}

/** The rows that a fiber can't do better than: those for fiber of the next higher modal bandwidth, and all of an unknown fiber. */
function rowsAbove(rows: readonly Row<'fiber'>[], fiber: Part<'fiber'> | undefined): readonly Row<'fiber'>[] {
  if (fiber === undefined) return rows;
  const above = rows.filter(({ part }) => bandwidthOf(part) > bandwidthOf(fiber));
  const next = Math.min(...above.map(({ part }) => bandwidthOf(part)));
  return above.filter(({ part }) => bandwidthOf(part) === next);
}

function bandwidthOf(fiber: Part<'fiber'> | undefined): number {
  return fiber?.values['modal-bandwidth']?.value ?? Number.NaN;
}

/** One end of the launch or receive power of a PMD, in dBm. */
export function bound(
  optics: Part<'optics'>,
  property: 'launch' | 'receive',
  end: 'from' | 'to',
  label: string,
): Derivation {
  const given = optics.values[property];
  const value = given === undefined ? undefined : { ...given, value: given.value[end] };
  return stated(label, 'optical power', value, missingIn(optics, property));
}
