// What the figures of an explanation rest on that may change: assumptions, drafts, figures without a source.

import { type Facts, figuresOfParts } from '../answers/index.ts';
import { type Derivation, isDraft, isSum, restsOn } from '../figures/index.ts';
import { originKey } from '../source/index.ts';
import { printCount, printQuantity } from '../units/index.ts';
import type { ExplanationRow } from './explanation.ts';

/** Most figures that are named in a line. */
const mostNamed = 5;

/**
 * Lines that say which figures were assumed, are of a draft or name no source, and how much of a power or a heat was
 * assumed. Empty when all of them have a source.
 */
export function footingLines(facts: Facts, rows: readonly ExplanationRow[]): string[] {
  const ofParts = figuresOfParts(facts);
  const found = { assumed: new Set<string>(), 'of a draft': new Set<string>(), 'without a source': new Set<string>() };
  const look = ({ label, provenance, origin, terms }: Derivation): void => {
    if (provenance?.kind === 'assumed') found.assumed.add(label);
    if (provenance?.kind === 'source' && isDraft(provenance.text)) found['of a draft'].add(label);
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
  const more = labels.length - mostNamed;
  return `${labels.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${printCount(more, 'more', 'more')}` : ''}`;
}

/** `60 % of the power each is assumed`: of a sum that is assumed in part. */
function assumedShare({ name, fact }: ExplanationRow): string[] {
  if (fact.dimension !== 'power' || !isSum(fact)) return [];
  const { assumed, draft, unsourced, sourced } = restsOn(fact);
  const all = assumed + draft + unsourced + sourced;
  return assumed > 0 && assumed < all ? [`${printQuantity(assumed / all, 'ratio')} of ${name} is assumed`] : [];
}
