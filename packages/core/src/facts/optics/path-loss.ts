// Loss of a passive path: worst case from maxima, or typical.

import { type Derivation, derived, figure, none, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Counted, type LinkGroup, missingIn, missingOnLinks, type Part } from '../../model/index.ts';
import { exceeds, type Quantity } from '../../units/index.ts';

/**
 * Which losses of a path add up. `worst-case`: the maximum of every element, as a budget is checked. `typical`: typical losses,
 * and the maximum where none is given. `best-case`: what is sure to be lost: as for `typical`, but a connector without a typical
 * loss, or whose typical loss exceeds its maximum, loses nothing, and so does what is written to have an unknown one.
 */
export type LossBasis = 'worst-case' | 'typical' | 'best-case';

const fiberLabel = 'fiber';

type Passive = Part<'connector'> | Part<'splice'> | Part<'panel'>;

/** Standard deviations that a typical loss takes on top of the mean, where the spread is known. */
const sigmas = 3;

/** Whether a PMD sends near 1550 nm, where fiber loses less than in the O band. */
export function isCBand(optics: Part<'optics'> | undefined): boolean {
  const wavelength = optics?.values.wavelength?.value;
  return wavelength !== undefined && wavelength >= 1.5e-6 && wavelength <= 1.65e-6;
}

/** Loss of the path of some links, in dB. */
export function pathLoss(
  group: LinkGroup,
  optics: Part<'optics'> | undefined,
  length: Derivation,
  basis: LossBasis = 'worst-case',
): Derivation {
  const { connectors, splices, panels } = group.medium;
  const spread = basis === 'typical' ? spreadOf(group) : undefined;
  // What is kept free doesn't weaken the light.
  const reserves = basis === 'best-case' ? [] : reservesOf(group);
  const formula = [
    'fiber + connectors',
    ...(splices === undefined ? [] : ['splices']),
    ...(panels === undefined ? [] : ['panels']),
    ...reserves.map(([name]) => name),
    ...(spread === undefined ? [] : [`${sigmas}σ`]),
  ].join(' + ');
  if (optics?.values.fibers?.value === 0) return none('loss', 'loss', `${optics.name} has no fiber to lose light in`);
  const label = basis === 'worst-case' ? 'loss' : basis === 'typical' ? 'typical loss' : 'least loss';
  return sum(label, 'loss', formula, [
    fiberLoss(group, optics, length, basis),
    ...(connectors?.value ?? []).map((each) => passedLoss(each, 'pairs', connectorLoss(each, basis))),
    ...(splices?.value ?? []).map((each) => passedLoss(each, 'splices', elementLoss(each, 'splice', basis))),
    ...(panels?.value ?? []).map((each) => passedLoss(each, 'passes', elementLoss(each, 'pass', basis))),
    ...reserves.map(([, term]) => term),
    ...unknownTerms(group, basis),
    // What can't be read may lose more.
    ...(group.isIncomplete === true ? [unknown('rest of the path', 'loss', "part of the path can't be read")] : []),
    ...(spread === undefined ? [] : [spread]),
  ]);
}

/** What a budget loses to no part of the path, and how a derivation names it. */
const reserveLabels = { penalty: 'penalty', margin: 'safety margin', repair: 'repair allowance' } as const;
type Reserve = keyof typeof reserveLabels;

/** What a link, or its fiber type, keeps free of its budget, in dB. */
function reservesOf({ medium, fiber }: LinkGroup): [name: Reserve, term: Derivation][] {
  return (Object.keys(reserveLabels) as Reserve[]).flatMap((name) => {
    const given = medium[name] ?? fiber?.values[name];
    return given === undefined ? [] : [[name, stated(reserveLabels[name], 'loss', given, '')]];
  });
}

/** What a link keeps free of its budget, in dB, and is lost to no part of its path. */
export function reservedLoss(group: LinkGroup): readonly Derivation[] {
  return reservesOf(group).map(([, term]) => term);
}

/** What takes light on a path, or keeps it free, besides the fiber. */
const takers = ['connectors', 'splices', 'panels', 'amplifiers', ...Object.keys(reserveLabels)];

/** What is written to be unknown of a path: without it, the loss is only known in part. */
function unknownTerms(group: LinkGroup, basis: LossBasis): Derivation[] {
  const { unknowns, fiber } = group;
  const isReserve = (name: string): boolean => Object.hasOwn(reserveLabels, name);
  return takers.flatMap((name) => {
    if (basis === 'best-case' || group.medium[name as keyof LinkGroup['medium']] !== undefined) return [];
    if (unknowns !== undefined && Object.hasOwn(unknowns, name))
      return [
        unknown(
          name,
          'loss',
          missingOnLinks(group, name, `the \`${name}\` of the link ${name.endsWith('s') ? 'are' : 'is'} unknown`),
        ),
      ];
    return fiber !== undefined && isReserve(name) && Object.hasOwn(fiber.unknowns, name)
      ? [unknown(name, 'loss', missingIn(fiber, name))]
      : [];
  });
}

/** The part of a path's loss that is lost in the fiber. */
export function fiberTerm(loss: Derivation): Derivation {
  return loss.terms.find((term) => term.label === fiberLabel) ?? loss;
}

/** Penalty and safety margin of a link: on an amplified line they are kept free of its OSNR, in dB. */
export function reservedOsnr(group: LinkGroup): readonly Derivation[] {
  return reservesOf(group).flatMap(([name, term]) =>
    name === 'repair' ? [] : [{ ...term, dimension: 'power ratio' as const }],
  );
}

/** What the spans of a line lose, of the loss of its path: all but penalty and safety margin. */
export function lossOfLine(group: LinkGroup, loss: Derivation): Derivation {
  const kept = reservesOf(group)
    .filter(([name]) => name !== 'repair')
    .map(([, term]) => term.label);
  const terms = loss.terms.filter((term) => !kept.includes(term.label));
  if (terms.length === loss.terms.length) return loss;
  return sum('loss of the line', 'loss', 'loss − penalty and safety margin', terms);
}

function fiberLoss(
  group: LinkGroup,
  optics: Part<'optics'> | undefined,
  length: Derivation,
  basis: LossBasis,
): Derivation {
  const { fiber } = group;
  if (fiber === undefined) return unknown(fiberLabel, 'loss', missingOnLinks(group, 'over', 'the fiber is not given'));
  const each = attenuationOf(fiber, optics, basis);
  return derived(fiberLabel, 'loss', 'attenuation × length', [each, length], each.value * length.value);
}

/** Attenuation of a fiber at the wavelength of a PMD, in dB/m. */
export function attenuationOf(
  fiber: Part<'fiber'>,
  optics: Part<'optics'> | undefined,
  basis: LossBasis = 'worst-case',
): Derivation {
  const { values } = fiber;
  const band = isCBand(optics) ? ' at 1550 nm' : '';
  const typical = isCBand(optics) ? values['typical-c-band-attenuation'] : values['typical-attenuation'];
  if (basis !== 'worst-case' && typical !== undefined)
    return stated(`typical attenuation of ${fiber.name}${band}`, 'loss per length', typical, '');
  // The maximum in the O band is a maximum at 1550 nm too.
  const cBand = isCBand(optics) ? values['c-band-attenuation'] : undefined;
  return stated(
    `attenuation of ${fiber.name}${cBand === undefined ? '' : band}`,
    'loss per length',
    cBand ?? values.attenuation,
    missingIn(fiber, 'attenuation'),
  );
}

function passedLoss({ count, part, origin }: Counted<Passive['kind']>, many: string, each: Derivation): Derivation {
  const one = many === 'pairs' ? 'a mated pair' : 'one';
  return derived(
    `${count} × ${part.name}`,
    'loss',
    `${many} × loss of ${one}`,
    [figure(many, 'count', count, origin), each],
    count * each.value,
  );
}

function connectorLoss({ part, lowLoss }: Counted<'connector'>, basis: LossBasis): Derivation {
  const grade = lowLoss ? 'low-loss grade' : 'standard grade';
  const given = lowLoss ? part.values['low-loss-grade'] : part.values.loss;
  const typical = typicalLossOf(part, `mated pair of ${part.name}`, basis);
  // A typical loss of the standard grade may exceed the maximum of the low-loss grade.
  const tooMuch = lowLoss && typical !== undefined && given !== undefined && exceeds(typical.value, given.value);
  if (typical !== undefined && !tooMuch) return typical;
  if (basis === 'best-case') return atBest(`mated pair of ${part.name}`);
  return stated(
    `mated pair of ${part.name}, ${grade}`,
    'loss',
    given,
    missingIn(part, lowLoss ? 'low-loss-grade' : 'loss'),
  );
}

/** Loss of a splice, or of a panel or optical circuit switch the path goes through. */
function elementLoss({ part }: Counted<'splice'> | Counted<'panel'>, one: string, basis: LossBasis): Derivation {
  const label = `${one} of ${part.name}`;
  const most = stated(label, 'loss', part.values.loss, missingIn(part, 'loss'));
  // What says its loss and no more loses that, as an attenuator does.
  if (basis === 'worst-case' || hasLossOfItsOwn(part)) return most;
  const isUnknown = Object.hasOwn(part.unknowns, 'typical-loss');
  return typicalLossOf(part, label, basis) ?? (basis === 'best-case' && isUnknown ? atBest(label) : most);
}

/** Whether a type gives another loss than its base but no typical loss, so that the one it inherits is of something else. */
function hasLossOfItsOwn(part: Part<'splice'> | Part<'panel'>): boolean {
  const { base } = part;
  if (base === undefined) return false;
  const isTypicalOwn =
    part.values['typical-loss'] !== base.values['typical-loss'] ||
    part.unknowns['typical-loss'] !== base.unknowns['typical-loss'];
  if (isTypicalOwn) return false;
  return part.values.loss !== base.values.loss || hasLossOfItsOwn(base as typeof part);
}

/** A joint that may lose nothing. */
function atBest(label: string): Derivation {
  return figure(`${label}, at best`, 'loss', 0);
}

/** Typical loss of an element; undefined where it has none, or its maximum counts. */
function typicalLossOf(part: Passive, label: string, basis: LossBasis): Derivation | undefined {
  if (basis === 'worst-case') return undefined;
  const typical = part.values['typical-loss'];
  return typical === undefined ? undefined : stated(`${label}, typical`, 'loss', typical, '');
}

/** What the spread of independent elements adds to the mean: k times the root of the sum of the squares. */
function spreadOf({ medium }: LinkGroup): Derivation | undefined {
  const terms: Derivation[] = [];
  let squares = 0;
  for (const { count, part } of [...(medium.connectors?.value ?? []), ...(medium.splices?.value ?? [])]) {
    const deviation = part.values['loss-deviation'];
    if (deviation === undefined || part.values['typical-loss'] === undefined) continue;
    terms.push(figure('elements', 'count', count), stated(`σ of ${part.name}`, 'loss', deviation, ''));
    squares += count * (deviation.value as Quantity<'loss'>) ** 2;
  }
  return terms.length === 0
    ? undefined
    : derived('spread', 'loss', `${sigmas} × √Σ (elements × σ²)`, terms, sigmas * Math.sqrt(squares));
}
