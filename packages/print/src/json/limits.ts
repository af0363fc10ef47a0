// What was judged, for other programs.
import { type Judged, type LimitCount, limitsIn } from '@lightloom/core';
import type { Sources } from '../text/source-text.ts';
import { type JsonLocation, jsonLocation } from './location.ts';

/** One reason why limits were not judged. */
interface JsonReason {
  readonly reason: string;
  /** The numbers that are missing, and the declarations that would give them; null where no number is. */
  readonly missing: { readonly properties: readonly string[]; readonly declarations: readonly string[] } | null;
  readonly location: JsonLocation | null;
  readonly accepted: boolean;
  readonly limits: readonly LimitCount[];
}

interface JsonLimits {
  readonly judged: number;
  readonly unjudged: number;
  readonly reasons: readonly JsonReason[];
}

/** How many limits of a design were judged, and why the others were not. */
export function jsonLimits({ judged, unjudged, reasons }: Judged, sources: Sources): JsonLimits {
  return {
    judged: limitsIn(judged),
    unjudged: limitsIn(unjudged),
    reasons: reasons.map(({ reason, missing, owners, limits, places, accepted }) => ({
      reason,
      missing:
        missing === undefined
          ? null
          : {
              properties: [...new Set(owners.map(({ property }) => property))],
              declarations: [...new Set(owners.map(({ owner }) => owner))],
            },
      location: jsonLocation(missing?.origin ?? places[0], sources),
      accepted,
      limits,
    })),
  };
}
