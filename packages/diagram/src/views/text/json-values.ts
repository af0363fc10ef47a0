// What JSON can't hold, in a form it can: a drawing crosses from the language server to the webview.
import type { Place } from '../../graph/index.ts';

/** Replaces an infinite share: far over every limit. */
const infinite = 9;

/** A value for a scale; null when it is unknown. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : value === Number.POSITIVE_INFINITY ? infinite : null;
}

/** The place of a thing in the text; nothing for things that aren't written there. */
export function originOf(origin: Place | undefined): { readonly origin?: Place } {
  return origin === undefined || origin.uri === '' ? {} : { origin };
}
