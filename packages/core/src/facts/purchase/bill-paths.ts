// What lies between modules, as items of a bill: cables by the length they are ordered in, panels, and what is on their paths.
import type { Derivation } from '../../figures/derivation.ts';
import { type Counted, type Fabric, itemAt, missingText, type Part } from '../../model/index.ts';
import { printCount, printNumber, printQuantity } from '../../units/index.ts';
import { kindText } from '../cabling/cable-count.ts';
import type { CableKind } from '../cabling/cable-kinds.ts';
import type { Cabling } from '../cabling/cabling.ts';
import type { LinkBudget, OpticsFacts } from '../optics/optics.ts';
import type { ConnectorUse, PanelUse } from '../optics/panel-use.ts';
import type { BillCategory, BillItem } from './bill-item.ts';
import { orderedLength } from './buying.ts';

/** What the items are counted from. */
export interface PathInputs {
  readonly fabric: Fabric;
  readonly optics: OpticsFacts;
  readonly cabling: Cabling;
  readonly connectors: readonly ConnectorUse[];
  readonly panels: readonly PanelUse[];
}

/** Items on the paths of links. */
export function* pathItems(inputs: PathInputs): Iterable<BillItem> {
  const { fabric, optics, cabling, connectors, panels } = inputs;
  for (const kind of cabling.kinds) yield cableItem(kind, optics.budgets, fabric);
  for (const budget of optics.budgets) {
    const why = cabling.whyUnknown(budget.class.index);
    if (why !== undefined) yield unknownCables(budget, why, fabric);
  }
  for (const { part, lowLoss, pairs } of connectors) {
    const detail = lowLoss ? 'mated pair, low loss' : 'mated pair';
    yield { category: 'connector', part, name: part.name, detail, ...countOf(pairs), comesAlong: true };
  }
  for (const use of panels) yield* neededPanels(use, fabric);
  for (const budget of optics.budgets) {
    const { splices, amplifiers, channels } = budget.class.group.medium;
    const { count } = budget.class;
    // A splice joins one fiber to another.
    for (const item of counted('splice', splices?.value, count * budget.fibers)) yield { ...item, comesAlong: true };
    // Links that share a line share its amplifiers.
    yield* counted('amplifier', amplifiers?.value, Math.ceil(count / Math.max(1, channels?.value ?? 1)));
    yield* unknownItems(budget);
  }
}

/** A kind of cable as it is bought. */
function cableItem(kind: CableKind, budgets: readonly LinkBudget[], { purchase }: Fabric): BillItem {
  const shared = kind.classes.map((index) => itemAt(budgets, index));
  const { category, part } = boughtAs(itemAt(shared, 0));
  const lengths = [...new Set(shared.map(({ length }) => orderedLength(length.value, part, purchase)))];
  const tails = lengths.length < 2 ? '' : `, of ${lengths.map(lengthText).join(' and ')}`;
  return {
    category,
    part,
    name: part?.name ?? '',
    detail: `${kindText(kind)}${tails}`,
    // `Math.max` is `NaN` where one of them is.
    length: Math.max(...lengths),
    fibers: category === 'fiber' ? kind.fibers : undefined,
    count: kind.count,
  };
}

/** Cables of links that can't be counted, with the reason. */
function unknownCables(budget: LinkBudget, why: string, { purchase }: Fabric): BillItem {
  const { category, part } = boughtAs(budget);
  return {
    category,
    part,
    name: part?.name ?? '',
    detail: `cables of ${printCount(budget.class.count, 'link')}: ${why}`,
    length: orderedLength(budget.length.value, part, purchase),
    fibers: Number.NaN,
    count: Number.NaN,
  };
}

/** What links are said to have on their paths, with no word of what or how many. */
function* unknownItems({ class: { group, count } }: LinkBudget): Iterable<BillItem> {
  for (const category of ['connector', 'splice', 'panel', 'amplifier'] as const) {
    const name = `${category}s` as const;
    if (group.medium[name] !== undefined || group.unknowns === undefined || !Object.hasOwn(group.unknowns, name))
      continue;
    const detail = `on ${printCount(count, 'link')}, not given`;
    yield { category, part: undefined, name: '', detail, count: Number.NaN, comesAlong: true };
  }
}

/** What the cables of a class of links are: fiber, or a cable of unknown type where the optics have no fibers. */
export function boughtAs({ class: { group }, fibers }: LinkBudget): {
  readonly category: 'fiber' | 'cable';
  readonly part: Part<'fiber' | 'cable'> | undefined;
} {
  const isCable = group.cable !== undefined || (group.fiber === undefined && fibers === 0);
  return { category: isCable ? 'cable' : 'fiber', part: group.cable ?? group.fiber };
}

/** Panels that links pass through: those that no rack holds, as many as their mated pairs fill. */
function* neededPanels({ part, pairs }: PanelUse, fabric: Fabric): Iterable<BillItem> {
  const isMounted = [...new Set(fabric.racks.part)].some((index) => {
    const rack = fabric.parts[index] as Part<'rack'> | undefined;
    return rack?.values.panels?.value.some((each) => each.part.name === part.name) === true;
  });
  if (isMounted) return;
  const adapters = part.values.adapters?.value;
  const detail =
    adapters === undefined
      ? `in no rack, and ${missingText(part, 'adapters')}`
      : `in no rack; for ${printNumber(pairs.value, 0)} mated pairs, ${printNumber(adapters, 0)} in each`;
  const count = adapters === undefined ? Number.NaN : Math.ceil(pairs.value / adapters);
  yield { category: 'panel', part, name: part.name, detail, count };
}

function countOf({ value, known }: Derivation): Pick<BillItem, 'count' | 'known'> {
  return { count: value, known };
}

function* counted(
  category: BillCategory,
  counts: readonly Counted<'splice' | 'amplifier'>[] | undefined,
  times: number,
): Iterable<BillItem> {
  for (const { part, count, lowLoss } of counts ?? [])
    yield { category, part, name: part.name, detail: lowLoss ? 'low loss' : '', count: count * times };
}

function lengthText(length: number): string {
  return Number.isNaN(length) ? 'unknown length' : printQuantity(length, 'length');
}
