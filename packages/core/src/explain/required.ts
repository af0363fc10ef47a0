// Facts that can be required, as rows: what `explain` shows of a thing is what `require` asks of it.
import { type Facts, requiredFact } from '../answers/index.ts';
import { printValue } from '../figures/index.ts';
import type { Selection } from '../model/index.ts';
import { type ExplanationRow, row } from './explanation.ts';

/** What rows are of: something selected, and what it is called. */
export interface Subject {
  readonly selection: Selection;
  readonly name: string;
}

/**
 * A fact of something; no row where it is unknown and nothing of it is known, as where a property few parts have is not said.
 * @param name what the row is called
 */
export function factRow(
  facts: Facts,
  { selection, name: of }: Subject,
  name: string,
  fact: string,
  point?: string,
): ExplanationRow[] {
  const { value, worst } = requiredFact(facts, fact, { of: selection.of, ids: selection.ids, point, name: of });
  return Number.isNaN(value.value) && !(value.known > 0)
    ? []
    : [row(name, value, worst === undefined || worst === of ? undefined : worst)];
}

/** What stands in something: switches, hosts, modules, as far as there are any, and ports no link uses. */
export function contentRows(facts: Facts, subject: Subject): ExplanationRow[] {
  const counts = ['switches', 'hosts', 'modules'].flatMap((fact) => factRow(facts, subject, fact, fact));
  return [...counts.filter(({ fact }) => fact.value !== 0), ...freePortRows(facts, subject)];
}

/**
 * Ports that no link uses, of all there are; nothing where there is no port.
 * @param several what to add to the note
 */
export function freePortRows(facts: Facts, subject: Subject, several = ''): ExplanationRow[] {
  const [ports] = factRow(facts, subject, 'ports', 'ports');
  if (ports === undefined || !(ports.fact.value > 0)) return [];
  return factRow(facts, subject, 'free ports', 'free-ports').map(({ name, fact }) =>
    row(name, fact, `of ${printValue(ports.fact)}${several}`),
  );
}
