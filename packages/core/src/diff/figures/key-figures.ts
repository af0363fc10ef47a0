// The figures that a reviewer of a change looks at first.
import { type Facts, requiredFact } from '../../answers/index.ts';
import type { Derivation } from '../../figures/index.ts';
import { type Fabric, itemAt } from '../../model/index.ts';
import { type Totals, totalsOf } from '../../report/index.ts';
import type { Matching } from '../match/matching.ts';
import type { Pairing } from '../match/pairing.ts';
import { countPair, type FigurePair, figurePair, wholeDesign } from './figure-pair.ts';
import { namedFigurePairs } from './named-figures.ts';

/** The key figures of two designs: of the whole, of each network, loop and feed. */
export function keyFigurePairs(matching: Matching, before: Facts, after: Facts): FigurePair[] {
  return [
    ...wholeFigures(before, after),
    ...subjectFigures(matching, before, after, 'network', networkFacts),
    ...subjectFigures(matching, before, after, 'loop', loopFacts),
    ...subjectFigures(matching, before, after, 'feed', feedFacts),
    ...namedFigurePairs(before, after),
  ];
}

function wholeFigures(before: Facts, after: Facts): FigurePair[] {
  const [old, now] = [totalsOf(before), totalsOf(after)];
  const count = (name: string, of: (totals: Totals) => number): FigurePair =>
    countPair(wholeDesign, name, of(old), of(now));
  const value = (name: string, of: (totals: Totals) => Derivation): FigurePair =>
    figurePair(wholeDesign, name, of(old), of(now));
  const density = [before, after].map((facts) => densityOf(facts));
  return [
    count('switches', ({ switches }) => switches),
    count('hosts', ({ hosts }) => hosts),
    value('accelerators', ({ accelerators }) => accelerators),
    count('racks', ({ racks }) => racks),
    value('modules', ({ modules }) => modules),
    value('links', ({ links }) => links),
    value('cables', ({ cables }) => cables),
    value('fibers', ({ fibers }) => fibers),
    value('worst-case power', ({ worstCasePower }) => worstCasePower),
    value('worst-case power of modules', ({ worstCaseModulePower }) => worstCaseModulePower),
    value('typical power', ({ typicalPower }) => typicalPower),
    value('heat to liquid', ({ liquidHeat }) => liquidHeat),
    value('heat to air', ({ airHeat }) => airHeat),
    figurePair(wholeDesign, 'front-panel density', density[0], density[1]),
  ];
}

/** Front-panel bandwidth of all switches per height that they occupy; undefined without switches. */
function densityOf(facts: Facts): Derivation | undefined {
  const ids = Uint32Array.from(switchesOf(facts.fabric));
  if (ids.length === 0) return undefined;
  return requiredFact(facts, 'density', { of: 'device', ids, point: undefined, name: 'all switches' }).value;
}

function* switchesOf({ blocks }: Fabric): Iterable<number> {
  for (const { kind, first, count } of blocks)
    if (kind === 'switch') for (let device = first; device < first + count; device++) yield device;
}

/** A fact of a subject, with the point it is asked at. */
interface AskedFact {
  readonly name: string;
  readonly fact: string;
  readonly point?: string;
}

const networkFacts: readonly AskedFact[] = [
  { name: 'injection', fact: 'injection' },
  { name: 'bisection', fact: 'bisection' },
  { name: 'oversubscription', fact: 'oversubscription' },
  { name: 'worst margin', fact: 'margin' },
  { name: 'longest link', fact: 'length' },
];
const loopFacts: readonly AskedFact[] = [
  { name: 'heat', fact: 'heat' },
  { name: 'flow', fact: 'flow' },
  { name: 'return temperature', fact: 'temperature', point: 'return' },
  { name: 'headroom', fact: 'headroom' },
];
const feedFacts: readonly AskedFact[] = [
  { name: 'load', fact: 'load' },
  { name: 'headroom', fact: 'headroom' },
];

type Subject = 'network' | 'loop' | 'feed';

function subjectFigures(
  matching: Matching,
  before: Facts,
  after: Facts,
  of: Subject,
  asked: readonly AskedFact[],
): FigurePair[] {
  const [olds, news] = [itemsOf(before.fabric, of), itemsOf(after.fabric, of)];
  return pairsIn(pairingOf(matching, of)).flatMap(([old, now]) => {
    const subject = itemAt(now < 0 ? olds : news, now < 0 ? old : now).name;
    return asked.map(({ name, fact, point }) => {
      const value = (facts: Facts, id: number): Derivation | undefined =>
        id < 0 ? undefined : requiredFact(facts, fact, { of, ids: Uint32Array.of(id), point, name: subject }).value;
      return figurePair(subject, name, value(before, old), value(after, now));
    });
  });
}

function itemsOf({ networks, loops, feeds }: Fabric, of: Subject): readonly { readonly name: string }[] {
  return { network: networks, loop: loops, feed: feeds }[of];
}

function pairingOf({ networks, loops, feeds }: Matching, of: Subject): Pairing {
  return { network: networks, loop: loops, feed: feeds }[of];
}

/** Pairs of ids, -1 for none: those of the new design in their order, then those that are gone. */
export function pairsIn({ before, after }: Pairing): (readonly [old: number, now: number])[] {
  const found = Array.from(before, (old, now) => [old, now] as const);
  const gone = Array.from(after, (now, old) => [old, now] as const).filter(([, now]) => now < 0);
  return [...found, ...gone];
}
