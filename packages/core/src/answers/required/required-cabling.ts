// Facts of the cabling: cables, their total length, panels, links between pairs. Of networks, or of the whole design.

import { missingLinks } from '../../facts/classes/link-classes.ts';
import { isCut, isLost } from '../../facts/conditions/scenario.ts';
import { pairsOfPass } from '../../facts/optics/panel-use.ts';
import { isSwitch } from '../../facts/selection/network-members.ts';
import { type Derivation, derived, figure, none, stated, sum, unknown } from '../../figures/derivation.ts';
import { deviceName, fromDevice, itemAt, linksText, missingIn, toDevice, unsignedAt } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { cablesOfClass } from '../fibers.ts';
import type { Asked, FactTable, FactValue } from './asked.ts';
import { unlaid } from './required-network.ts';

/** Facts of the cabling. */
export const cablingFacts: FactTable = {
  cables: (facts, asked) => ({
    value: installed(facts, asked, `cables of ${asked.name}`, 'count', 'sum of statements', (index) =>
      cablesOfClass(facts, index),
    ),
  }),
  'cable-length': (facts, asked) => ({
    value: installed(facts, asked, `cable length of ${asked.name}`, 'length', 'sum of statements', (index) =>
      lengthOfCables(facts, index),
    ),
  }),
  panels: (facts, asked) => ({
    value: installed(facts, asked, `panels of ${asked.name}`, 'count', 'sum of statements', (index, links) =>
      panelsOf(facts, index, links),
    ),
  }),
  'parallel-links': parallelLinks,
};

/**
 * A sum over the link classes of networks, or of all of them: of a class that networks have in part, their share.
 * @param of the figure of all links of a class, given how many of them count
 */
function installed(
  facts: Facts,
  asked: Asked,
  label: string,
  dimension: 'count' | 'length',
  formula: string,
  of: (index: number, links: number) => Derivation,
): Derivation {
  const networks = asked.of === 'network' ? [...asked.ids] : undefined;
  const missing = networks === undefined ? missingLinks(facts.fabric) : undefined;
  const gap =
    networks === undefined
      ? missing === undefined
        ? undefined
        : unknown(label, dimension, missing)
      : unlaid(facts, networks, label);
  if (gap !== undefined) return { ...gap, dimension };
  const terms = [...classesIn(facts, networks)].map(([index, links]) => {
    const { count, group } = itemAt(facts.links.classes, index);
    const all = { ...of(index, links), origin: group.origin };
    if (links === count) return all;
    return derived(all.label, dimension, 'share of the links', [all], (all.value * links) / count);
  });
  return sum(label, dimension, formula, terms);
}

/** How many links of each class networks have, failed or not. */
function classesIn({ fabric, links }: Facts, networks: readonly number[] | undefined): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { network, first, count } of fabric.linkGroups) {
    if (networks !== undefined && (network === undefined || !networks.includes(network.index))) continue;
    for (let link = first; link < first + count; link++) {
      const index = unsignedAt(links.of, link);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  }
  return counts;
}

/** Cables of a class times the length of its links: a cable that several links share is as long as each of them. */
function lengthOfCables(facts: Facts, index: number): Derivation {
  const cables = cablesOfClass(facts, index);
  const { length, class: link } = itemAt(facts.optics.budgets, index);
  const label = `cables of the ${linksText(link.group)}`;
  return derived(label, 'length', 'cables × length', [cables, length], cables.value * length.value);
}

/** Panels that the links of a class fill. */
function panelsOf(facts: Facts, index: number, links: number): Derivation {
  const budget = itemAt(facts.optics.budgets, index);
  const { group, count } = budget.class;
  const passed = group.medium.panels?.value ?? [];
  const terms = passed.map(({ part, count: passes }) => {
    const label = `${part.name} in the ${linksText(group)}`;
    const adapters = stated(`adapters of ${part.name}`, 'count', part.values.adapters, missingIn(part, 'adapters'));
    const perPass = pairsOfPass(part, budget, facts.cabling);
    const each = Number.isNaN(perPass)
      ? unknown('adapters of a pass', 'count', 'the connectors of its links are unknown')
      : figure('adapters of a pass', 'count', perPass);
    const needed = figure('passes', 'count', passes * links);
    // Whole panels of the links that count, for the share of the class that they are.
    const panels = Math.ceil((passes * links * perPass) / adapters.value - 1e-9) * (count / links);
    return derived(
      label,
      'count',
      'passes × adapters of a pass ÷ adapters, in whole panels',
      [needed, each, adapters],
      panels,
    );
  });
  return sum(`panels in the ${linksText(group)}`, 'count', 'sum of the panels', terms);
}

/** Links between two switches that are linked: of the pair with the fewest, or with the most. */
function parallelLinks(facts: Facts, asked: Asked): FactValue {
  const { fabric, scenario } = facts;
  const networks = asked.of === 'network' ? [...asked.ids] : undefined;
  const label = `links of a pair in ${asked.name}`;
  const gap = networks === undefined ? missingLinks(fabric) : undefined;
  const fault = networks === undefined ? undefined : unlaid(facts, networks, label);
  if (gap !== undefined || fault !== undefined) return { value: fault ?? unknown(label, 'count', gap ?? '') };
  const selected = networks === undefined ? new Set(asked.ids) : undefined;
  const isIn = (device: number): boolean => (selected === undefined ? isSwitch(fabric, device) : selected.has(device));
  const pairs = new Map<number, number>();
  for (const { network, first, count } of fabric.linkGroups) {
    if (networks !== undefined && (network === undefined || !networks.includes(network.index))) continue;
    for (let link = first; link < first + count; link++) {
      const [a, b] = [fromDevice(fabric, link), toDevice(fabric, link)];
      if (a === b || !isIn(a) || !isIn(b)) continue;
      const key = Math.min(a, b) * fabric.devices.count + Math.max(a, b);
      const works = !isCut(scenario, link) && !isLost(scenario, a) && !isLost(scenario, b);
      pairs.set(key, (pairs.get(key) ?? 0) + (works ? 1 : 0));
    }
  }
  const sign = asked.point === 'most' ? -1 : 1;
  let worst: { readonly key: number; readonly count: number } | undefined;
  for (const [key, count] of pairs)
    if (worst === undefined || sign * count < sign * worst.count) worst = { key, count };
  if (worst === undefined) return { value: none(label, 'count', `no two of the devices of ${asked.name} are linked`) };
  const [a, b] = [Math.floor(worst.key / fabric.devices.count), worst.key % fabric.devices.count];
  return {
    value: figure(label, 'count', worst.count),
    worst: `${deviceName(fabric, a)} and ${deviceName(fabric, b)}`,
  };
}
