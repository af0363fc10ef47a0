// What a design is told of limits that are not judged, and how many there are.
import { analysisOf } from './design.ts';

/** The notes about limits that are not judged. */
export const notesOf = async (text: string): Promise<string[]> =>
  (await analysisOf(text)).findings.filter(({ rule }) => rule === 'control/not-judged').map(({ message }) => message);

/** Limits judged and not judged, by what is limited. */
export async function countsOf(text: string) {
  const { judged } = await analysisOf(text);
  const counts = (of: typeof judged.judged) => Object.fromEntries(of.map(({ what, count }) => [what, count]));
  return { judged: counts(judged.judged), unjudged: counts(judged.unjudged) };
}
