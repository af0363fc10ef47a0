// Loss of a passive path: worst case from maxima, or typical.

import { type Derivation, derived, figure, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Counted, type LinkGroup, missingText, type Part } from '../../model/index.ts';
import { exceeds, type Quantity } from '../../units/index.ts';

/**
 * Which losses of a path add up. `worst-case`: the maximum of every element, as a budget is checked. `typical`: typical losses,
 * and the maximum where none is given. `best-case`: typical losses, and 0 dB where none is given.
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
  const label = basis === 'worst-case' ? 'loss' : basis === 'typical' ? 'typical loss' : 'least loss';
  return sum(label, 'loss', formula, [
    fiberLoss(group.fiber, optics, length, basis),
    ...(connectors?.value ?? []).map((each) => passedLoss(each, 'pairs', connectorLoss(each, basis))),
    ...(splices?.value ?? []).map((each) => passedLoss(each, 'splices', elementLoss(each, 'splice', basis))),
    ...(panels?.value ?? []).map((each) => passedLoss(each, 'passes', elementLoss(each, 'pass', basis))),
    ...reserves.map(([, term]) => term),
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
  fiber: Part<'fiber'> | undefined,
  optics: Part<'optics'> | undefined,
  length: Derivation,
  basis: LossBasis,
): Derivation {
  if (fiber === undefined) return unknown(fiberLabel, 'loss', 'the fiber is not given');
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
    `${fiber.name} has no \`attenuation\``,
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
  if (typical !== undefined && !(lowLoss && given !== undefined && exceeds(typical.value, given.value))) return typical;
  return stated(
    `mated pair of ${part.name}, ${grade}`,
    'loss',
    given,
    `${part.name} has no \`${lowLoss ? 'low-loss-grade' : 'loss'}\``,
  );
}

/** Loss of a splice, or of a panel or optical circuit switch the path goes through. */
function elementLoss({ part }: Counted<'splice'> | Counted<'panel'>, one: string, basis: LossBasis): Derivation {
  const typical = typicalLossOf(part, `${one} of ${part.name}`, basis);
  return typical ?? stated(`${one} of ${part.name}`, 'loss', part.values.loss, missingText(part, 'loss'));
}

/** Typical loss of an element; undefined where its maximum counts. */
function typicalLossOf(part: Passive, label: string, basis: LossBasis): Derivation | undefined {
  if (basis === 'worst-case') return undefined;
  const typical = part.values['typical-loss'];
  if (typical !== undefined) return stated(`${label}, typical`, 'loss', typical, '');
  return basis === 'best-case' ? figure(`${label}, at best`, 'loss', 0) : undefined;
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
