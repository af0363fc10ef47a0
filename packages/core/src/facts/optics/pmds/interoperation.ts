// Whether two PMDs link up: a relation of what they do, not of their names.

import { printValue } from '../../../figures/derivation.ts';
import { derivesFrom, type Missing, missingIn, type Part } from '../../../model/index.ts';
import { printQuantity, same } from '../../../units/index.ts';
import { opticsRate } from '../../parts/part-bandwidth.ts';

type Optics = Part<'optics'>;

/** What two PMDs do differently, so that they don't link up. */
export interface Difference {
  readonly what:
    | 'partner'
    | 'lanes'
    | 'FEC'
    | 'symbol rate'
    | 'modulation'
    | 'wavelength'
    | 'wavelengths'
    | 'fibers'
    | 'media';
  /** `lanes of 100 Gbps against 200 Gbps` */
  readonly text: string;
}

/** How two PMDs stand to each other. */
export interface Interoperation {
  /** They link up, they don't, or what would decide it isn't known. */
  readonly outcome: 'links' | 'differs' | 'unknown';
  /** All that differs, what weighs most first. */
  readonly differences: readonly Difference[];
  /** What isn't known, as `the wavelength of 800GBASE-LR4 is unknown`. */
  readonly missing: readonly Missing[];
}

/** Two lasers of one nominal wavelength may be this far from it, in m: 1304.5 nm to 1317.5 nm of a DR lane, 1311 nm ± 6.5 nm. */
const halfWindow = 6.5e-9;

/** How exactly data sheets print symbol rates: 59.8 GBd is 59.84 GBd. The nearest rates that differ are 3 % apart. */
const symbolRateTolerance = 0.01;

/**
 * Whether the PMDs at two ends link up: they must send and expect the same lanes, at the same rate, in the same code, at the
 * wavelengths that the other end receives, on as many fibers. Reach, loss and power are figures of the link, not of this relation.
 *
 * What neither end says is not held against them, but the rate and the wavelength of light, without which nothing is known.
 */
export function interoperation(a: Optics, b: Optics): Interoperation {
  const declared = byMaker(a, b) ?? byMaker(b, a);
  if (declared !== undefined) return declared;
  const compared = a === b ? [directions(a, b)] : judges.map((judge) => judge(a, b));
  const differences = compared.filter((each) => each !== undefined && 'what' in each);
  const missing = compared.filter((each) => each !== undefined && 'owner' in each);
  const outcome = differences.length > 0 ? 'differs' : missing.length > 0 ? 'unknown' : 'links';
  return { outcome, differences, missing };
}

/** The judgement of a maker who names the PMDs that one of his links with. */
function byMaker(a: Optics, b: Optics): Interoperation | undefined {
  const named = a.values['links-with']?.value;
  // A type and those based on it link with each other.
  if (named === undefined || a.values['links-with'] === b.values['links-with']) return undefined;
  if (named.some(({ part }) => derivesFrom(b, part))) return { outcome: 'links', differences: [], missing: [] };
  const text = `${a.name} links with ${named.map(({ part }) => part.name).join(', ')} only`;
  return { outcome: 'differs', differences: [{ what: 'partner', text }], missing: [] };
}

/** A difference, what isn't known, or neither. */
type Judge = (a: Optics, b: Optics) => Difference | Missing | undefined;

/** What is compared, what weighs most first. */
const judges: readonly Judge[] = [lanes, code, symbolRate, modulation, directions, sharing, fibers, media];

function lanes(a: Optics, b: Optics): Difference | Missing | undefined {
  const [laneA, laneB] = [a.values['lane-rate']?.value, b.values['lane-rate']?.value];
  if (laneA !== undefined && laneB !== undefined && !same(laneA, laneB)) {
    const text = `lanes of ${printQuantity(laneA, 'bit rate')} against ${printQuantity(laneB, 'bit rate')}`;
    return { what: 'lanes', text };
  }
  const [allA, allB] = [opticsRate(a), opticsRate(b)];
  if (Number.isNaN(allA.value) || Number.isNaN(allB.value)) {
    const silent = Number.isNaN(allA.value) ? a : b;
    const property = silent.values.lanes === undefined ? 'lanes' : 'lane-rate';
    return { ...missingIn(silent, property), text: `the rate of ${silent.name} is unknown` };
  }
  return same(allA.value, allB.value)
    ? undefined
    : { what: 'lanes', text: `${printValue(allA)} against ${printValue(allB)}` };
}

function code(a: Optics, b: Optics): Difference | Missing | undefined {
  const [codeA, codeB] = [a.values.fec?.value, b.values.fec?.value];
  if (codeA === undefined || codeB === undefined) return saidUnknown('fec', 'FEC', a, b);
  return codeA === codeB ? undefined : { what: 'FEC', text: `FEC ${codeA} against ${codeB}` };
}

function symbolRate(a: Optics, b: Optics): Difference | Missing | undefined {
  const [rateA, rateB] = [a.values['symbol-rate']?.value, b.values['symbol-rate']?.value];
  if (rateA === undefined || rateB === undefined) return saidUnknown('symbol-rate', 'symbol rate', a, b);
  if (Math.abs(rateA - rateB) <= symbolRateTolerance * Math.max(rateA, rateB)) return undefined;
  const text = `${printQuantity(rateA, 'symbol rate')} against ${printQuantity(rateB, 'symbol rate')}`;
  return { what: 'symbol rate', text };
}

function modulation(a: Optics, b: Optics): Difference | Missing | undefined {
  const [keyA, keyB] = [a.values.modulation?.value, b.values.modulation?.value];
  if (keyA === undefined || keyB === undefined) return saidUnknown('modulation', 'modulation', a, b);
  return keyA === keyB ? undefined : { what: 'modulation', text: `${keyA} against ${keyB}` };
}

/**
 * Each end must send what the other receives. On two fibers it receives what it sends; on a single one it can't, so that two
 * ends that send the same wavelength hear themselves.
 */
function directions(a: Optics, b: Optics): Difference | Missing | undefined {
  const [sentA, sentB] = [a.values.wavelength?.value, b.values.wavelength?.value];
  if (emitsNone(a) || emitsNone(b)) return undefined;
  if (a === b && !isSingleFiber(a) && a.values['receive-wavelength'] === undefined) return undefined;
  if (sentA === undefined || sentB === undefined)
    return sharesWavelength(a, b) ? undefined : unknownOf('wavelength', 'wavelength', sentA === undefined ? a : b);
  const nm = (value: number): string => printQuantity(value, 'length', 'nm');
  const [heardA, heardB] = [receivedBy(a), receivedBy(b)];
  if (heardA === undefined && heardB === undefined && isNear(sentA, sentB))
    return { what: 'wavelength', text: `both send ${nm(sentA)} over one fiber` };
  const deaf = [
    [sentA, heardB, b],
    [sentB, heardA, a],
  ] as const;
  for (const [sent, heard, at] of deaf) {
    if (heard === undefined || isNear(sent, heard)) continue;
    const isPlain = heardA === sentA && heardB === sentB;
    const text = isPlain
      ? `${nm(sentA)} against ${nm(sentB)}`
      : `${at.name} receives ${nm(heard)}, but the other end sends ${nm(sent)}`;
    return { what: 'wavelength', text };
  }
  return undefined;
}

/** Wavelengths that share a fiber: their number makes the grid, with the first of them. */
function sharing(a: Optics, b: Optics): Difference | undefined {
  const [shareA, shareB] = [sharedBy(a), sharedBy(b)];
  if (shareA === undefined || shareB === undefined || shareA === shareB) return undefined;
  return { what: 'wavelengths', text: `wavelengths on a fiber: ${shareA} against ${shareB}` };
}

function fibers(a: Optics, b: Optics): Difference | undefined {
  const [fibersA, fibersB] = [a.values.fibers?.value, b.values.fibers?.value];
  if (fibersA === undefined || fibersB === undefined || fibersA === fibersB) return undefined;
  return fibersA === 0 || fibersB === 0
    ? { what: 'media', text: `light from ${fibersA === 0 ? b.name : a.name} only` }
    : { what: 'fibers', text: `fibers of a link: ${fibersA} against ${fibersB}` };
}

function media(a: Optics, b: Optics): Difference | undefined {
  const [modeA, modeB] = [a.values.mode?.value, b.values.mode?.value];
  if (modeA === undefined || modeB === undefined || modeA === modeB) return undefined;
  return { what: 'media', text: `${modeA} against ${modeB}` };
}

/** What a PMD receives, in m; undefined where it shares a single fiber with the far end and doesn't say. */
function receivedBy(optics: Optics): number | undefined {
  return (
    optics.values['receive-wavelength']?.value ?? (isSingleFiber(optics) ? undefined : optics.values.wavelength?.value)
  );
}

function isSingleFiber({ values }: Optics): boolean {
  return values.fibers?.value === 1;
}

function emitsNone({ values }: Optics): boolean {
  return values.fibers?.value === 0;
}

/** Whether neither says its wavelength and one is based on the other, or both on a third, which doesn't either. */
function sharesWavelength(a: Optics, b: Optics): boolean {
  if (isSingleFiber(a) || a.values.wavelength !== undefined || b.values.wavelength !== undefined) return false;
  if (a.unknowns.wavelength !== b.unknowns.wavelength) return false;
  for (let each: Optics | undefined = a; each !== undefined; each = each.base) if (derivesFrom(b, each)) return true;
  return false;
}

/** Wavelengths on one fiber: as given, or as lanes and fibers make them. */
function sharedBy({ values }: Optics): number | undefined {
  const [lanesIn, pairs] = [values.lanes?.value, (values.fibers?.value ?? Number.NaN) / 2];
  if (values.wavelengths !== undefined) return values.wavelengths.value;
  const share = (lanesIn ?? Number.NaN) / pairs;
  return Number.isInteger(share) && share > 0 ? share : undefined;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= halfWindow || same(Math.abs(a - b), halfWindow);
}

/** What one of two PMDs is written to be unknown of; undefined where nothing is said, or both are of one origin. */
function saidUnknown(property: string, what: string, a: Optics, b: Optics): Missing | undefined {
  const silent = [a, b].find(({ unknowns }) => Object.hasOwn(unknowns, property));
  if (silent === undefined || a.unknowns[property] === b.unknowns[property]) return undefined;
  return unknownOf(property, what, silent);
}

function unknownOf(property: string, what: string, optics: Optics): Missing {
  const missing = missingIn(optics, property);
  const isSaid = Object.hasOwn(optics.unknowns, property);
  return {
    ...missing,
    text: isSaid ? `the ${what} of ${optics.name} is unknown` : `${optics.name} has no \`${property}\``,
  };
}
