// What is done with the cables of a link, or of two links that are the same: worked out once for links that are alike.
import type { Detail } from '../compare/change.ts';
import type { CableText } from './side.ts';
import { reasonsOf } from './touched.ts';

/** What is done with a cable; `unknown` where the cable that it is compared with is. */
export type Work = 'plugged again' | 'replaced' | 'removed' | 'new' | 'unknown';

/** Why it is unknown what becomes of a cable that the old, or the new, design has. */
export const whyUnknown = [['the new cable is unknown'], ['the old cable is unknown']] as const;

/** The same work on each of some cables. */
export interface Job {
  readonly work: Work;
  readonly cables: readonly CableText[];
  /** `device moved`, `length 30 m → 45 m`. */
  readonly why: readonly string[];
}

/** What becomes of the cables of one link. */
export interface Outcome {
  /** How many are left alone. */
  readonly kept: number;
  readonly jobs: readonly Job[];
}

/** How two links that are the same differ. */
export interface LinkDifference {
  readonly details: readonly Detail[];
  /** Why it is unplugged at an end, as bits. */
  readonly bits: number;
  /** Whether one of its ends is another port now. */
  readonly isMoved: boolean;
}

/** What becomes of the cables of a link that is in both designs. */
export function outcomeOf(
  olds: readonly CableText[],
  news: readonly CableText[],
  { details, bits, isMoved }: LinkDifference,
): Outcome {
  const isAlike = details.length === 0 && isSameBundle(olds, news);
  if (isAlike && !isMoved && bits === 0) return { kept: news.length, jobs: [] };
  if (isAlike) return done({ work: 'plugged again', cables: news, why: isMoved ? ['far end moved'] : reasonsOf(bits) });
  if (isMoved) return done({ work: 'removed', cables: olds, why: [] }, { work: 'new', cables: news, why: [] });
  const count = Math.min(olds.length, news.length);
  return done(
    { work: 'replaced', cables: news.slice(0, count), why: replacedBy(olds, news, details) },
    { work: 'removed', cables: olds.slice(count), why: [] },
    { work: 'new', cables: news.slice(count), why: [] },
  );
}

function done(...jobs: readonly Job[]): Outcome {
  return { kept: 0, jobs: jobs.filter(({ cables }) => cables.length > 0) };
}

function isSameBundle(olds: readonly CableText[], news: readonly CableText[]): boolean {
  return olds === news || (olds.length === news.length && olds.every(({ shape }, i) => shape === news[i]?.shape));
}

/** Why cables are replaced: `length 30 m → 45 m`. */
function replacedBy(olds: readonly CableText[], news: readonly CableText[], details: readonly Detail[]): string[] {
  const shapes = [olds[0]?.shape ?? '', news[0]?.shape ?? ''];
  return [
    ...(shapes[0] === shapes[1] ? [] : [`${shapes[0]} → ${shapes[1]}`]),
    ...details.map(({ property, before, after }) => `${property} ${before || 'none'} → ${after || 'none'}`),
  ];
}
