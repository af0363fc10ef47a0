// Other cables, fibers and amplifiers for the links of a finding.
import {
  cableFits,
  cageOfPort,
  type Fabric,
  type Finding,
  isPart,
  type Part,
  type Remedy,
  unsignedAt,
} from '@lightloom/core';
import { cageAt, linksOf, partsToChoose } from './about.ts';

/** Cables in place of one with attached ends, those whose ends fit the cages; fibers where modules are in them. */
export function otherCables(finding: Finding, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const group = linksOf(finding, fabric);
  const { cable, mediumOrigin, first } = group ?? {};
  if (cable === undefined || mediumOrigin === undefined || first === undefined) return [];
  const ends = [fabric.links.from, fabric.links.to].map((each) =>
    cageAt(fabric, cageOfPort(fabric, unsignedAt(each, first))),
  );
  const isFree = ends.every(({ module }) => module === undefined);
  const fits = (each: Part<'cable'>): boolean =>
    ends.every(({ type }) => type !== undefined && cableFits(each, type) !== false);
  const others = isFree
    ? partsToChoose('cable', fabric, library).filter(fits)
    : partsToChoose('fiber', fabric, library);
  return others
    .filter(({ name }) => name !== cable.name)
    .map(({ name }) => ({ changes: [{ kind: 'use', at: [mediumOrigin], part: name, inPlaceOf: cable.name }] }));
}

/** Other amplifiers for a line, those of the least noise first; for one without any, a booster and a preamplifier. */
export function otherAmplifiers(finding: Finding, fabric: Fabric, library: readonly Part[]): readonly Remedy[] {
  const group = linksOf(finding, fabric);
  if (group === undefined) return [];
  const given = group.medium.amplifiers;
  const all = [...partsToChoose('amplifier', fabric, library)].sort((a, b) => noiseOf(a) - noiseOf(b));
  if (given === undefined)
    return all.map(({ name }) => ({
      changes: [{ kind: 'set', at: group.origin, property: 'amplifiers', value: `2 x ${name}`, part: name }],
    }));
  const [now, ...more] = new Set(given.value.map(({ part }) => part));
  return now === undefined || more.length > 0
    ? []
    : all
        .filter(({ name }) => name !== now.name)
        .map(({ name }) => ({ changes: [{ kind: 'use', at: [given.origin], part: name, inPlaceOf: now.name }] }));
}

/** The lowest noise figure of an amplifier, in dB. */
function noiseOf(amplifier: Part): number {
  const given = isPart(amplifier, 'amplifier') ? amplifier.values['noise-figure']?.value : undefined;
  return Math.min(Number.POSITIVE_INFINITY, ...(given ?? []).map(({ value }) => value));
}
