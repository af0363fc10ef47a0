// Explanation of a type: its figures, and what follows from them.
import { type Kind, propertiesOf } from '../catalogue/index.ts';
import { moduleBandwidth, moduleConnectors, moduleCurrent, moduleEnergy, moduleFibers } from '../facts/index.ts';
import { type Derivation, figure } from '../figures/index.ts';
import { type Given, isPart, type Part, type Unknown } from '../model/index.ts';
import { printNumber } from '../units/index.ts';
import { switchRows } from './devices.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';
import { valueText } from './value-text.ts';

/** Explains a type. */
export function explainPart(part: Part): Explanation {
  const base = part.base === undefined ? '' : ` is ${part.base.name}`;
  const rows = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).flatMap(([name, given]) =>
    figureOf(part, name, given),
  );
  for (const [name, each] of Object.entries(part.unknowns)) rows.push(unknownOf(part, name, each));
  for (const { name, count, cage, origin } of part.ports) {
    const fact = {
      ...figure(`ports ${name} of ${part.name}`, 'count', count, origin),
      text: `${printNumber(count, 0)} × ${cage.name}`,
    };
    rows.push(row(`ports ${name}`, fact));
  }
  return { title: `${part.kind} type ${part.name}${base}`, rows: [...rows, ...derivedRows(part)] };
}

/** What follows from the figures of a type. */
export function derivedRows(part: Part): ExplanationRow[] {
  if (isPart(part, 'switch')) return switchRows(part);
  if (!isPart(part, 'module')) return [];
  const facts = {
    bandwidth: moduleBandwidth(part),
    'energy per bit': moduleEnergy(part),
    'input current': moduleCurrent(part),
    fibers: moduleFibers(part),
    connectors: moduleConnectors(part),
  };
  return Object.entries(facts).flatMap(([name, fact]) => (Number.isNaN(fact.value) ? [] : [row(name, fact)]));
}

/** A property with a value. */
function figureOf(part: Part, name: string, given: Given<unknown>): ExplanationRow[] {
  const spec = propertiesOf(part.kind as Kind)[name]?.value;
  if (spec === undefined) return [];
  const { value, origin, provenance, unit } = given;
  const dimension = spec.type === 'quantity' ? spec.dimension : 'count';
  const isNumber = typeof value === 'number';
  const fact: Derivation = {
    ...figure(`${name} of ${part.name}`, dimension, isNumber ? value : Number.NaN, origin),
    provenance,
    ...(unit === undefined ? {} : { unit }),
    ...(isNumber ? {} : { text: valueText(spec, given) }),
  };
  return [row(name, fact)];
}

/** A property that is `unknown`. */
function unknownOf(part: Part, name: string, { origin, provenance }: Unknown): ExplanationRow {
  const label = `${name} of ${part.name}`;
  return row(name, { ...figure(label, 'count', Number.NaN, origin), known: 0, provenance, text: 'unknown' });
}
