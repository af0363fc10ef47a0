// A problem in the text as a finding, so that all findings go one way.
import type { Finding, Fix, Origin, Related } from '@lightloom/core';
import { type ProblemId, type ProblemKind, problemKinds } from './problem-kinds.ts';

/** Optional parts of a problem. */
export interface ProblemDetails {
  readonly help?: string | undefined;
  readonly label?: string;
  readonly related?: readonly Related[];
  /** The likely word in place of what the origin holds. It is offered instead of the help. */
  readonly suggestion?: string | undefined;
  /** The places where the suggestion applies, when that isn't the origin alone. */
  readonly suggestionAt?: readonly Origin[];
  /** Whether the suggestion is what is evidently meant, and no guess. */
  readonly isEvident?: boolean;
  readonly fixes?: readonly Fix[];
}

/** Makes a finding of a problem in the text, with the severity of its kind. */
export function problem(rule: ProblemId, origin: Origin, message: string, details: ProblemDetails = {}): Finding {
  const kind: ProblemKind = problemKinds[rule];
  const { suggestion } = details;
  return {
    rule,
    severity: kind.severity ?? 'error',
    message: readable(message),
    help: suggestion === undefined ? details.help : `Did you mean \`${suggestion}\`?`,
    origin,
    label: details.label,
    related: details.related ?? [],
    fixes: [
      ...(suggestion === undefined
        ? []
        : [replacement(details.suggestionAt ?? [origin], suggestion, details.isEvident)]),
      ...(details.fixes ?? []),
    ],
    subjects: undefined,
    derivation: undefined,
    consequences: [],
  };
}

/** Characters of a quoted piece of text that a message shows. */
const maxQuoted = 300;

/** A message whose quoted pieces are no longer than anybody reads. */
function readable(message: string): string {
  if (message.length <= maxQuoted) return message;
  return message.replace(/`[^`]+`/g, (each) => (each.length > maxQuoted ? `${each.slice(0, maxQuoted)}…\`` : each));
}

/**
 * Replaces the text at some places.
 * @param isSafe whether that is what is evidently meant, and no guess
 */
export function replacement(places: readonly Origin[], text: string, isSafe = false): Fix {
  return { title: `Change to \`${text}\``, edits: places.map((origin) => ({ origin, text })), isSafe };
}
