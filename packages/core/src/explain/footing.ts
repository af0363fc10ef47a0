// The weak figures behind an explanation: assumptions, drafts, figures without a source.

import { type Facts, figuresOfParts } from '../answers/index.ts';
import { type Derivation, isDraft, isSum, restsOn } from '../figures/index.ts';
import { originKey } from '../source/index.ts';
import { printCount, printQuantity } from '../units/index.ts';
import type { ExplanationRow } from './explanation.ts';

/** The maximum number of figures named in a line. */
const maxNamed = 5;

/**
 * Lines that name the figures that are assumed, from a draft or without a source, and the assumed share of a power or a heat.
 * Empty if all of them have a source.
 */
export function footingLines(facts: Facts, rows: readonly ExplanationRow[]): string[] {
  const ofParts = figuresOfParts(facts);
  const found = {
    assumed: new Set<string>(),
    'from a draft': new Set<string>(),
    'without a source': new Set<string>(),
  };
  const look = ({ label, provenance, origin, terms }: Derivation): void => {
    if (provenance?.kind === 'assumed') found.assumed.add(label);
    if (provenance?.kind === 'source' && isDraft(provenance.text)) found['from a draft'].add(label);
    if (provenance?.kind === 'stated' && origin !== undefined && ofParts.has(originKey(origin)))
      found['without a source'].add(label);
    for (const each of terms) look(each);
  };
  for (const { fact } of rows) look(fact);
  return [
    ...Object.entries(found).flatMap(([what, labels]) =>
      labels.size === 0 ? [] : [`${what}: ${listed([...labels])}`],
    ),
    ...rows.flatMap(assumedShare).slice(0, 1),
  ];
}

function listed(labels: readonly string[]): string {
  const more = labels.length - maxNamed;
  return `${labels.slice(0, maxNamed).join(', ')}${more > 0 ? ` and ${printCount(more, 'more', 'more')}` : ''}`;
}

/** `60 % of power each is assumed`, for a sum that is assumed in part. */
function assumedShare({ name, fact }: ExplanationRow): string[] {
  if (fact.dimension !== 'power' || !isSum(fact)) return [];
  const { assumed, draft, unsourced, sourced } = restsOn(fact);
  const all = assumed + draft + unsourced + sourced;
  return assumed > 0 && assumed < all ? [`${printQuantity(assumed / all, 'ratio')} of ${name} is assumed`] : [];
}
