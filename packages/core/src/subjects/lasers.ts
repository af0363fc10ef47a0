// Which external lasers of a switch can feed an engine.
import { type Counted, derivesFrom, type Part } from '../model/index.ts';

/**
 * Installed lasers that can feed an engine which names one: that type, its base types, types derived from it, and others of
 * the same form factor. Their power is not considered.
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
