// Whether modules are bought on their own.

import type { Part } from '../../model/index.ts';

/** Whether a module is an engine that comes with its box. Engines fed by an external light source do, if the cage doesn't say. */
export function isBuiltIn(module: Part<'module'>): boolean {
  const cage = module.values['form-factor']?.value.values;
  return (
    (cage?.mounting?.value ?? (cage?.['light-source']?.value === 'external' ? 'built-in' : 'pluggable')) === 'built-in'
  );
}
