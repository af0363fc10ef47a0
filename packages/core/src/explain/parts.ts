// A type: every figure its author gives, and what follows from them.
import { type Kind, propertiesOf } from '../catalogue/index.ts';
import {
  type Derivation,
  figure,
  moduleBandwidth,
  moduleConnectors,
  moduleEnergy,
  moduleFibers,
} from '../facts/index.ts';
import { type Given, isPart, type Part } from '../model/index.ts';
import { switchRows } from './devices.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';

/** A type. */
export function explainPart(part: Part): Explanation {
  const base = part.base === undefined ? '' : ` is ${part.base.name}`;
  const rows = Object.entries(part.values as Readonly<Record<string, Given<unknown>>>).flatMap(([name, given]) =>
    figureOf(part, name, given),
  );
  if (isPart(part, 'switch')) rows.push(...switchRows(part));
  if (isPart(part, 'module')) {
    const facts = {
      bandwidth: moduleBandwidth(part),
      'energy per bit': moduleEnergy(part),
      fibers: moduleFibers(part),
      connectors: moduleConnectors(part),
    };
    for (const [name, fact] of Object.entries(facts)) if (!Number.isNaN(fact.value)) rows.push(row(name, fact));
  }
  return { title: `${part.kind} type ${part.name}${base}`, rows };
}

/** A property that is one number. */
function figureOf(part: Part, name: string, { value, origin, provenance, unit }: Given<unknown>): ExplanationRow[] {
  const spec = propertiesOf(part.kind as Kind)[name]?.value;
  if (typeof value !== 'number' || (spec?.type !== 'quantity' && spec?.type !== 'count')) return [];
  const fact: Derivation = {
    ...figure(`${name} of ${part.name}`, spec.type === 'count' ? 'count' : spec.dimension, value, origin),
    provenance,
    ...(unit === undefined ? {} : { unit }),
  };
  return [row(name, fact)];
}
