// Key figures above a drawing, with what was required of them.
import {
  type Derivation,
  type Facts,
  printNumber,
  printValue,
  type Selection,
  type Verdict,
  verdictsOf,
} from '@lightloom/core';
import type { Figure } from '../../graph/index.ts';

/** A figure that something can be required of. */
export interface Wanted {
  readonly label: string;
  readonly value: Derivation;
  /** The fact of a requirement, and its point where it has one. */
  readonly fact?: string;
  readonly point?: string;
  readonly note?: string;
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

/**
 * Figures, then the requirements on the same subject that none of them shows.
 * @param subject what is drawn, or undefined for everything
 */
export function figuresOf(
  facts: Facts,
  wanted: readonly Wanted[],
  of: Selection['of'],
  ids: ReadonlySet<number>,
): Figure[] {
  const verdicts = verdictsOf(facts).filter(
    ({ requirement: { subject } }) =>
      subject.of === of && subject.ids.length > 0 && subject.ids.every((id) => ids.has(id)),
  );
  const shown = new Set<Verdict>();
  const figures = wanted.map(({ label, value, fact, point, note }): Figure => {
    const verdict = verdicts.find(
      (each) =>
        fact !== undefined &&
        each.requirement.fact === fact &&
        each.requirement.point === point &&
        each.requirement.failures.length === 0 &&
        each.value.value === value.value,
    );
    if (verdict === undefined) return { label, value: printValue(value), ...(note === undefined ? {} : { note }) };
    shown.add(verdict);
    return { label, ...verdictOf(verdict) };
  });
  return [
    ...figures,
    ...verdicts
      .filter((each) => !shown.has(each))
      .map((each) => {
        const { fact, point, subjectText, failures } = each.requirement;
        const name =
          point === undefined
            ? (names[fact] ?? fact)
            : point === 'return'
              ? 'Return'
              : point === 'supply'
                ? 'Supply'
                : `${point} ${fact}`;
        const lost = failures.map(({ count, text }) => `, ${printNumber(count, 0)} of ${text} lost`).join('');
        return { label: `${name}${ids.size > 1 ? ` of ${subjectText}` : ''}${lost}`, ...verdictOf(each) };
      }),
  ];
}

function verdictOf({ requirement, value, limit, holds }: Verdict): Omit<Figure, 'label'> {
  return {
    value: printValue(value),
    note: `${signs[requirement.comparator]} ${printValue({ ...value, value: limit })} required`,
    verdict: holds === undefined ? 'unknown' : holds ? 'holds' : 'fails',
  };
}
