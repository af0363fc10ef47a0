// Key figures above a drawing, with the requirements on them.
import {
  type Derivation,
  exceeds,
  type Facts,
  factsIn,
  leastOf,
  onlyFact,
  printAtLeast,
  printNumber,
  type Selection,
  type Verdict,
  verdictsOf,
} from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';
import { drawnValue } from '../text/phrases.ts';

/** A key figure to be shown. */
export interface FigureSpec {
  readonly label: string;
  readonly value: Derivation;
  /** The fact of a requirement on it, and its point where it has one. */
  readonly fact?: string;
  readonly point?: string;
  readonly note?: string;
  /** What it must not exceed or fall below by itself, whatever is required of it; the note says so. */
  readonly limit?: { readonly atMost: Derivation } | { readonly atLeast: Derivation };
  /** Id of the thing it is about, where that is marked here. */
  readonly id?: string;
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
  'osnr-margin': 'OSNR margin',
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
    const verdict = verdicts.find((each) => isAbout(each, spec));
    if (verdict !== undefined) shown.add(verdict);
    const own = ownFigure(spec);
    // The requirement may hold where a harder limit doesn't.
    return verdict === undefined || (own.verdict === 'fails' && verdict.holds !== false)
      ? own
      : { ...own, ...verdictOf(verdict) };
  });
  const others = verdicts.filter((each) => !shown.has(each));
  return [...figures, ...others.map((each) => ({ label: labelOf(each, subject), ...verdictOf(each) }))];
}

/** A figure judged by its own limit, where it has one. */
function ownFigure({ label, value, note, limit, id }: FigureSpec): Figure {
  const verdict = limit === undefined ? undefined : judged(value, limit);
  return {
    label,
    // Where what is known of it is over the limit already, the rest doesn't matter.
    value:
      (Number.isNaN(value.value) && verdict === 'fails') || hasFloor(value) ? printAtLeast(value) : drawnValue(value),
    ...(note === undefined ? {} : { note }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(id === undefined ? {} : { id }),
  };
}

/** Whether a value is known to be at least so much, and no more: `at least 11.2 Tbps` says more than `unknown`. */
function hasFloor({ value, bounds }: Derivation): boolean {
  return Number.isNaN(value) && bounds !== undefined && Number.isFinite(bounds.least) && bounds.least > 0;
}

function judged(value: Derivation, limit: NonNullable<FigureSpec['limit']>): Figure['verdict'] {
  const bound = 'atMost' in limit ? limit.atMost : limit.atLeast;
  // What isn't there can't be over anything.
  if (value.isNone === true || bound.isNone === true) return undefined;
  const fails = 'atMost' in limit ? exceeds(leastOf(value), bound.value) : exceeds(bound.value, value.value);
  if (fails) return 'fails';
  return Number.isNaN(value.value) || Number.isNaN(bound.value) ? 'unknown' : 'holds';
}

function isAbout({ requirement, value }: Verdict, spec: FigureSpec): boolean {
  const fact = onlyFact(requirement.value);
  return (
    fact !== undefined &&
    fact.fact === spec.fact &&
    fact.point === spec.point &&
    requirement.failures.length === 0 &&
    Object.is(value.value, spec.value.value)
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
      return names[fact] ?? `${fact.slice(0, 1).toUpperCase()}${fact.slice(1).replaceAll('-', ' ')}`;
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
    id: requirement.text,
    value: drawnValue(value),
    note: Number.isNaN(limit.value)
      ? 'required value unknown'
      : `${signs[requirement.comparator]} ${drawnValue(limit)} required`,
    verdict: holds === undefined ? 'unknown' : holds ? 'holds' : 'fails',
  };
}
