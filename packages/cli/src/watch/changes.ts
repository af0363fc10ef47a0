// What has changed since a run: the files that are found, and every answer of the disk that the run was given.
import { answerNow, isOfText, type Observation, type Question } from '@lightloom/language/observed-disk';
import type { FoundFiles } from '../input/find-files.ts';

/** How a path differs from what it was. */
export interface Change {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'changed' | 'new' | 'gone';
}

/** The difference between a run and now. */
export interface Changes {
  /** By path; empty where all that differs is why something can't be read. */
  readonly list: readonly Change[];
  /** Whether a run would say anything else now. */
  readonly isNothing: boolean;
  /** Whether the arguments lead to the same files. */
  readonly areSameFiles: boolean;
  /** Answers that are others now. */
  readonly outdated: readonly Observation[];
  /** Whether all that changed are texts of files which are there still. */
  readonly areTexts: boolean;
}

/**
 * Compares a run with now.
 * @param before what the arguments led to, and what the disk answered
 * @param found what they lead to now
 */
export async function changesSince(
  before: { readonly found: FoundFiles; readonly observations: readonly Observation[] },
  found: FoundFiles,
): Promise<Changes> {
  const answers = await Promise.all(
    before.observations.map(async (each) => ({ each, now: await answerNow(each.question, each.path) })),
  );
  const outdated = answers.filter(({ each, now }) => now !== each.answer);
  const kinds = new Map<string, Change['kind']>();
  for (const { each, now } of outdated) kinds.set(each.path, kindOf(each, now));
  for (const each of found.files) if (!before.found.files.includes(each)) kinds.set(each, 'new');
  for (const each of before.found.files) if (!found.files.includes(each)) kinds.set(each, 'gone');
  const areSame = saidOf(before.found) === saidOf(found);
  return {
    list: [...kinds].map(([path, kind]) => ({ path, kind })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    isNothing: kinds.size === 0 && areSame,
    areSameFiles: areSame,
    outdated: outdated.map(({ each }) => each),
    areTexts: outdated.every(({ each, now }) => isOfText(each.answer) && isOfText(now)),
  };
}

/** Whether something is there now that wasn't, or the other way round, as far as the answer tells. */
function kindOf({ question, answer }: Observation, now: string): Change['kind'] {
  const [was, is] = [answer, now].map((each) => isThere(question, each));
  if (was === is) return 'changed';
  return is === true ? 'new' : 'gone';
}

function isThere(question: Question, answer: string): boolean {
  if (question === 'exists' || question === 'isFolder') return answer === 'yes';
  return question === 'text' ? isOfText(answer) : answer.startsWith('at ');
}

const saidOf = ({ files, problems, unreadable }: FoundFiles): string => JSON.stringify([files, problems, unreadable]);
