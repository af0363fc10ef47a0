// Which designs are compared, and whether errors leave out a part of either.
import { printCount } from '@lightloom/core';
import type { ComparedPair } from '../compared/pair.ts';

/** `HEAD~1:pod.fabric → pod.fabric`; of a design that only one side has, its path there. */
export function titleOf({ before, after }: ComparedPair): string {
  return [before.path, after.path].filter((each) => each !== undefined).join(' → ');
}

/** A sentence for each design with errors of its text. */
export function incompleteText({ before, after }: ComparedPair): string[] {
  return [before, after].flatMap(({ path, textErrors: errors }) =>
    errors === 0 || path === undefined
      ? []
      : [
          `${path} has ${printCount(errors, 'error')}; what depends on ${errors === 1 ? 'it' : 'them'} may be missing here.`,
        ],
  );
}

/** Why findings may be listed as new or as gone that are neither; empty where nothing is left out. */
export function doubtText({ before, after }: ComparedPair, what: 'new' | 'gone'): string {
  const { path, textErrors } = what === 'new' ? before : after;
  if (textErrors === 0 || path === undefined) return '';
  return `${what === 'new' ? 'What was' : 'What is'} left out of ${path} could not be judged: some of these may be no change.`;
}

/** Of several pairs, those that are shown one by one, and those of which nothing is said but that they are equal. */
export function splitPairs(pairs: readonly ComparedPair[]): {
  readonly shown: readonly ComparedPair[];
  readonly equal: readonly ComparedPair[];
} {
  const isEqual = ({ diff, facts }: ComparedPair): boolean =>
    pairs.length > 1 && diff.isSame && diff.renamed.length === 0 && facts === undefined;
  return { shown: pairs.filter((each) => !isEqual(each)), equal: pairs.filter(isEqual) };
}

/** `No change in 2 designs: torus.fabric, dragonfly.fabric.` */
export function equalText(pairs: readonly ComparedPair[]): string[] {
  const names = pairs.map(({ after }) => after.path ?? '');
  return names.length === 0 ? [] : [`No change in ${printCount(names.length, 'design')}: ${names.join(', ')}.`];
}
