// Panels and connectors by type: how often links pass through them, and mated pairs.

import { type Derivation, derived, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { type Counted, type Fabric, missingIn, type Part } from '../../model/index.ts';
import { linkFibers, missingLinks } from './fiber-paths.ts';
import type { LinkBudget, OpticsFacts } from './optics.ts';

/** Panels, or optical circuit switches, of one type. */
export interface PanelUse {
  readonly part: Part<'panel'>;
  /** Links that pass through one, each as often as it does. */
  readonly passes: Derivation;
  /** Mated pairs on the fronts: those that carry the fibers of a pass; of an optical switch, into it and out of it. */
  readonly pairs: Derivation;
}

/** Mated pairs of one connector and grade. */
export interface ConnectorUse {
  readonly part: Part<'connector'>;
  readonly lowLoss: boolean;
  readonly pairs: Derivation;
}

/** What the use of panels and connectors is counted from. */
export interface PanelInputs {
  readonly fabric: Fabric;
  readonly optics: OpticsFacts;
}

/** Panels that links pass through, by type. */
export function panelUsesOf({ fabric, optics }: PanelInputs): readonly PanelUse[] {
  const uses = new Map<Part<'panel'>, { passes: Derivation[]; pairs: Derivation[] }>();
  for (const budget of optics.budgets) {
    for (const panel of budget.class.group.medium.panels?.value ?? []) {
      const use = uses.get(panel.part) ?? { passes: [], pairs: [] };
      uses.set(panel.part, use);
      use.passes.push(times(budget.class.count, ofLink('passes', panel, budget)));
      use.pairs.push(times(budget.class.count * panel.count, pairsOfPass(panel.part, budget)));
    }
  }
  const missing = gapTerms(fabric);
  return [...uses].map(([part, { passes, pairs }]) => ({
    part,
    passes: sum(`passes through ${part.name}`, 'count', 'links × passes of a link', [...passes, ...missing]),
    pairs: sum(`mated pairs of ${part.name}`, 'count', 'passes × mated pairs of a pass', [...pairs, ...missing]),
  }));
}

/** Connectors on the paths of links, by type and grade. */
export function connectorUsesOf({ fabric, optics }: PanelInputs): readonly ConnectorUse[] {
  const uses = new Map<string, { part: Part<'connector'>; lowLoss: boolean; terms: Derivation[] }>();
  for (const budget of optics.budgets) {
    for (const each of budget.class.group.medium.connectors?.value ?? []) {
      const key = `${each.part.index} ${each.lowLoss}`;
      const use = uses.get(key) ?? { part: each.part, lowLoss: each.lowLoss, terms: [] };
      uses.set(key, use);
      use.terms.push(times(budget.class.count, ofLink('mated pairs', each, budget)));
    }
  }
  const missing = gapTerms(fabric);
  return [...uses.values()].map(({ part, lowLoss, terms }) => ({
    part,
    lowLoss,
    pairs: sum(`mated pairs of ${part.name}`, 'count', 'links × mated pairs of a link', [...terms, ...missing]),
  }));
}

function ofLink(what: string, { count, origin }: Counted<'panel' | 'connector'>, budget: LinkBudget): Derivation {
  return figure(`${what} of one of ${budget.class.group.from.text}`, 'count', count, origin);
}

function gapTerms(fabric: Fabric): Derivation[] {
  const gap = missingLinks(fabric);
  return gap === undefined ? [] : [unknown('unknown links', 'count', gap)];
}

/** Mated pairs that one pass of a link takes. */
export function pairsOfPass(panel: Part<'panel'>, budget: LinkBudget): Derivation {
  const label = `mated pairs of one pass through ${panel.name}`;
  const [connector] = panel.values.connector?.value ?? [];
  if (connector === undefined) return unknown(label, 'count', `${panel.name} has no \`connector\``);
  const each = stated(
    `fibers of ${connector.part.name}`,
    'count',
    connector.part.values.fibers,
    missingIn(connector.part, 'fibers'),
  );
  const fibers = linkFibers(budget);
  const sides = panel.values.switching?.value === 'optical' ? 2 : 1;
  return derived(
    label,
    'count',
    sides === 2 ? '2 × fibers of the link ÷ fibers of a connector' : 'fibers of the link ÷ fibers of a connector',
    [fibers, each],
    sides * Math.ceil(fibers.value / each.value),
  );
}
