// Which external lasers of a switch can feed an engine.
import { type Counted, derivesFrom, type Part } from '../model/index.ts';

/**
 * Lasers that can feed an engine made for one: that type, what it is based on, what is based on it, and others of the same
 * form factor. Whether their light is enough is another matter.
 */
export function lasersFor(wanted: Part<'laser'>, installed: readonly Counted<'laser'>[]): readonly Counted<'laser'>[] {
  const form = wanted.values['form-factor']?.value;
  return installed.filter(
    ({ count, part }) =>
      count > 0 &&
      (derivesFrom(part, wanted) ||
        derivesFrom(wanted, part) ||
        (form !== undefined && part.values['form-factor']?.value === form)),
  );
}
