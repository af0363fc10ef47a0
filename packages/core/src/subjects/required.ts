// What a requirement is about.
import { factsIn, type Requirement, type Selection } from '../model/index.ts';

/** What a finding about a requirement is about: the subject of its first fact. */
export function subjectsOf({ value, limit }: Requirement): { readonly subjects?: Selection } {
  const [first] = [value, limit].flatMap(factsIn);
  return first === undefined ? {} : { subjects: first.subject };
}
