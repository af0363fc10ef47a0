// Which designs are compared, and whether either has errors.
import { printCount } from '@lightloom/core';
import type { ComparedPair } from '../document.ts';

/** `HEAD~1:pod.fabric → pod.fabric`; of a design that only one side has, its path there. */
export function titleOf({ before, after }: ComparedPair): string {
  return [before.path, after.path].filter((each) => each !== undefined).join(' → ');
}

/** A sentence for each design with errors: what depends on them may be missing. */
export function incompleteText({ before, after }: ComparedPair): string[] {
  return [before, after].flatMap(({ path, errors }) =>
    errors === 0 || path === undefined
      ? []
      : [`${path} has ${printCount(errors, 'error')}; what depends on them may be missing here.`],
  );
}
