// The elements that a finding is about, compared with those that a statement names.
import { derivesFrom, type Fabric, type Part, type Selection } from '../model/index.ts';

/**
 * Whether a statement names every element that a finding is about. A part is named by its own name or by that of a part
 * it is derived from. A finding about no element in particular is covered by no name.
 */
export function namesEach({ parts }: Fabric, named: Selection, subjects: Selection | undefined): boolean {
  if (subjects === undefined || subjects.ids.length === 0 || subjects.of !== named.of) return false;
  if (subjects.of === 'part') {
    const part = (id: number): Part => parts[id] as Part;
    return [...subjects.ids].every((id) => [...named.ids].some((other) => derivesFrom(part(id), part(other))));
  }
  const ids = new Set(named.ids);
  return subjects.ids.every((id) => ids.has(id));
}
