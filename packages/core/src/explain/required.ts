// Facts that can be required, as rows: `explain` shows the value that `require` checks.
import { bill, type Facts, requiredFact } from '../answers/index.ts';
import { requirableFacts } from '../catalogue/index.ts';
import { printValue } from '../figures/index.ts';
import type { Selection } from '../model/index.ts';
import { type ExplanationRow, row } from './explanation.ts';

/** The subject of rows: a selection and its name. */
export interface Subject {
  readonly selection: Selection;
  readonly name: string;
}

/**
 * A row for a fact; none if it is unknown and no part of it is known.
 * @param name of the row
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

/** What something costs, as far as prices are known. */
export function costRows(facts: Facts, subject: Subject): ExplanationRow[] {
  const names = ['cost', 'cost-per-gbps', 'cost-per-accelerator', 'power-per-accelerator', 'energy-cost', 'total-cost'];
  if (bill(facts).byCurrency.size === 0) return [];
  const { of } = subject.selection;
  return names.flatMap((name) =>
    requirableFacts[name]?.subjects.includes(of) === true
      ? factRow(facts, subject, name.replaceAll('-', ' ').replace('gbps', 'Gbps'), name)
      : [],
  );
}

/** The contents of something: switches, hosts and modules, if any, and free ports. */
export function contentRows(facts: Facts, subject: Subject): ExplanationRow[] {
  const counts = ['switches', 'hosts', 'modules'].flatMap((fact) => factRow(facts, subject, fact, fact));
  return [...counts.filter(({ fact }) => fact.value !== 0), ...freePortRows(facts, subject)];
}

/**
 * The number of ports without a link, of all ports; none if there are no ports.
 * @param several an addition to the note
 */
export function freePortRows(facts: Facts, subject: Subject, several = ''): ExplanationRow[] {
  const [ports] = factRow(facts, subject, 'ports', 'ports');
  if (ports === undefined || !(ports.fact.value > 0)) return [];
  return factRow(facts, subject, 'free ports', 'free-ports').map(({ name, fact }) =>
    row(name, fact, `of ${printValue(ports.fact)}${several}`),
  );
}
