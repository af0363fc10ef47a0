// Panels and connectors by type: how often links pass through them, and mated pairs.

import { type Derivation, figure, sum, times, unknown } from '../../figures/derivation.ts';
import {
  type Counted,
  type Fabric,
  itemAt,
  type LinkGroup,
  linksText,
  missingIn,
  type Part,
} from '../../model/index.ts';
import type { Cabling } from '../cabling/cabling.ts';
import { pairsOfCable } from '../cabling/mated-pairs.ts';
import { missingLinks } from '../classes/link-classes.ts';
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
  readonly cabling: Cabling;
}

/** Panels that links pass through, by type. */
export function panelUsesOf(inputs: PanelInputs): readonly PanelUse[] {
  const panels = new Map<Part<'panel'>, Derivation[]>();
  for (const budget of inputs.optics.budgets)
    for (const panel of budget.class.group.medium.panels?.value ?? []) {
      const passes = panels.get(panel.part) ?? [];
      panels.set(panel.part, passes);
      passes.push(times(budget.class.count, ofLink('passes', panel, budget)));
    }
  const missing = gapTerms(inputs.fabric);
  return [...panels].map(([part, passes]) => {
    const [connector] = part.values.connector?.value ?? [];
    const sides = sidesOf(part);
    const pairs =
      connector === undefined
        ? [unknown(`mated pairs of one pass through ${part.name}`, 'count', missingIn(part, 'connector'))]
        : pairTerms(
            inputs,
            connector.part,
            ({ medium }) => sides * countIn(medium.panels?.value, (each) => each.part === part),
          );
    return {
      part,
      passes: sum(`passes through ${part.name}`, 'count', 'links × passes of a link', [...passes, ...missing]),
      pairs: sum(`mated pairs of ${part.name}`, 'count', pairFormula, [...pairs, ...missing]),
    };
  });
}

/** Connectors on the paths of links, by type and grade. */
export function connectorUsesOf(inputs: PanelInputs): readonly ConnectorUse[] {
  const uses = new Map<string, Counted<'connector'>>();
  for (const {
    class: { group },
  } of inputs.optics.budgets)
    for (const each of group.medium.connectors?.value ?? []) {
      const key = `${each.part.index} ${each.lowLoss}`;
      if (!uses.has(key)) uses.set(key, each);
    }
  const missing = gapTerms(inputs.fabric);
  return [...uses.values()].map(({ part, lowLoss }) => {
    const terms = pairTerms(inputs, part, ({ medium }) =>
      countIn(medium.connectors?.value, (each) => each.part === part && each.lowLoss === lowLoss),
    );
    return { part, lowLoss, pairs: sum(`mated pairs of ${part.name}`, 'count', pairFormula, [...terms, ...missing]) };
  });
}

const pairFormula = 'cables × mated pairs of a cable';

function countIn<K extends 'panel' | 'connector'>(
  path: readonly Counted<K>[] | undefined,
  isCounted: (each: Counted<K>) => boolean,
): number {
  return (path ?? []).filter(isCounted).reduce((all, { count }) => all + count, 0);
}

/**
 * Mated pairs of a connector, by kind of cable.
 * @param placesOf at how many places of the path of a link they are
 */
function pairTerms(
  { optics: { budgets }, cabling }: PanelInputs,
  connector: Part<'connector'>,
  placesOf: (group: LinkGroup) => number,
): Derivation[] {
  const places = (index: number): number => placesOf(itemAt(budgets, index).class.group);
  const terms = cabling.kinds.flatMap((kind) => {
    const [first = 0, ...others] = kind.classes.map(places);
    if (others.some((each) => each !== first))
      return [unknown('mated pairs of a cable', 'count', 'links that share a cable take different paths')];
    return first === 0 ? [] : [times(kind.count, pairsOfCable(kind, connector, first))];
  });
  const lost = budgets.flatMap(({ class: { index, group } }) => {
    const why = cabling.whyUnknown(index);
    if (why === undefined || places(index) === 0) return [];
    return [unknown(`mated pairs of the ${linksText(group)}`, 'count', why)];
  });
  return [...terms, ...lost];
}

function ofLink(what: string, { count, origin }: Counted<'panel'>, budget: LinkBudget): Derivation {
  return figure(`${what} of one of ${budget.class.group.from.text}`, 'count', count, origin);
}

function gapTerms(fabric: Fabric): Derivation[] {
  const gap = missingLinks(fabric);
  return gap === undefined ? [] : [unknown('unknown links', 'count', gap)];
}

/**
 * Mated pairs of a panel that one pass of a link takes: a share of one where links share a cable. Where the cables of a class are
 * unknown, as many as the fibers of one link fill. `NaN` when unknown.
 */
export function pairsOfPass(panel: Part<'panel'>, { class: link, fibers }: LinkBudget, cabling: Cabling): number {
  const [connector] = panel.values.connector?.value ?? [];
  const sides = sidesOf(panel);
  const size = connector?.part.values.fibers?.value ?? Number.NaN;
  if (connector === undefined || cabling.whyUnknown(link.index) !== undefined) return sides * Math.ceil(fibers / size);
  const kinds = cabling.kinds.filter(({ classes }) => classes.length === 1 && classes[0] === link.index);
  const all = kinds.reduce((pairs, kind) => pairs + kind.count * pairsOfCable(kind, connector.part, sides).value, 0);
  return all === 0 ? Number.NaN : all / link.count;
}

/** Fronts of a panel that a pass goes through: into an optical switch and out of it. */
function sidesOf(panel: Part<'panel'>): number {
  return panel.values.switching?.value === 'optical' ? 2 : 1;
}
