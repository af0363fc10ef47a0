// Key figures above a drawing, with the requirements on them.
import {
  type Derivation,
  type Facts,
  factsIn,
  onlyFact,
  printAtLeast,
  printNumber,
  printValue,
  type Selection,
  type Verdict,
  verdictsOf,
} from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';

/** A key figure to be shown. */
export interface FigureSpec {
  readonly label: string;
  readonly value: Derivation;
  /** The fact of a requirement on it, and its point where it has one. */
  readonly fact?: string;
  readonly point?: string;
  readonly note?: string;
}

/** What is drawn. */
export interface Subject {
  readonly of: Selection['of'];
  readonly ids: ReadonlySet<number>;
}

const signs = { '<=': '≤', '>=': '≥', '<': '<', '>': '>', '==': '=' } as const;
const names: Readonly<Record<string, string>> = {
  oversubscription: 'Oversubscription',
  bisection: 'Bisection',
  density: 'Density',
  margin: 'Worst margin',
  headroom: 'Headroom',
  temperature: 'Temperature',
};

/** Figures, then the requirements on the same subject that none of them shows. */
export function figuresOf(facts: Facts, specs: readonly FigureSpec[], subject: Subject): Figure[] {
  const verdicts = verdictsOf(facts).filter(({ requirement: { value, limit } }) =>
    [value, limit]
      .flatMap(factsIn)
      .every(
        ({ subject: own }) => own.of === subject.of && own.ids.length > 0 && own.ids.every((id) => subject.ids.has(id)),
      ),
  );
  const shown = new Set<Verdict>();
  const figures = specs.map((spec): Figure => {
    const { label, value, note } = spec;
    const verdict = verdicts.find((each) => isAbout(each, spec));
    if (verdict === undefined) return { label, value: printValue(value), ...(note === undefined ? {} : { note }) };
    shown.add(verdict);
    return { label, ...verdictOf(verdict) };
  });
  const others = verdicts.filter((each) => !shown.has(each));
  return [...figures, ...others.map((each) => ({ label: labelOf(each, subject), ...verdictOf(each) }))];
}

function isAbout({ requirement, value }: Verdict, spec: FigureSpec): boolean {
  const fact = onlyFact(requirement.value);
  return (
    fact !== undefined &&
    fact.fact === spec.fact &&
    fact.point === spec.point &&
    requirement.failures.length === 0 &&
    value.value === spec.value.value
  );
}

/** `Bisection`, `Return of primary`, `Bisection, 1 of spine lost` */
function labelOf({ requirement }: Verdict, { ids }: Subject): string {
  const { value, failures } = requirement;
  const lost = failures.map(({ count, text }) => `, ${printNumber(count, 0)} of ${text} lost`).join('');
  const fact = onlyFact(value);
  if (fact === undefined || value.kind === 'name') return `${value.text}${lost}`;
  return `${nameOf(fact.fact, fact.point)}${ids.size > 1 ? ` of ${fact.subjectName}` : ''}${lost}`;
}

function nameOf(fact: string, point: string | undefined): string {
  switch (point) {
    case undefined:
      return names[fact] ?? fact;
    case 'return':
      return 'Return';
    case 'supply':
      return 'Supply';
    default:
      return `${point} ${fact}`;
  }
}

function verdictOf({ requirement, value, limit, holds }: Verdict): Omit<Figure, 'label'> {
  return {
    value: printValue(value),
    note: `${signs[requirement.comparator]} ${printAtLeast(limit)} required`,
    verdict: holds === undefined ? 'unknown' : holds ? 'holds' : 'fails',
  };
}
