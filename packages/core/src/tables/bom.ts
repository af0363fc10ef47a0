// The bill of materials: what to buy, with counts.
import { connectorUses, type Facts, panelUses } from '../answers/index.ts';
import type { PartKind } from '../catalogue/index.ts';
import { isBuiltIn } from '../facts/index.ts';
import type { Derivation } from '../figures/index.ts';
import { type Counted, type Fabric, isPart, type Part, signedAt } from '../model/index.ts';
import { printCount, printNumber, unknownText } from '../units/index.ts';
import { boughtAs, cableCells, inUnit, numberCell } from './cable-cells.ts';
import { type Cell, defineTable } from './table.ts';

/** Kinds in the order of a bill of materials. */
const order = [
  'switch',
  'host',
  'module',
  'laser',
  'fiber',
  'cable',
  'connector',
  'splice',
  'panel',
  'amplifier',
  'rack',
  'cdu',
] as const;
type Kind = (typeof order)[number];

export const table = defineTable({
  name: 'bom',
  title: 'Bill of materials',
  doc: 'What to buy, with counts: devices, modules, lasers, cables by length and ends, mated pairs, racks, CDUs.',
  columns: [
    { key: 'kind', head: 'Kind' },
    { key: 'part', head: 'Part' },
    { key: 'detail', head: 'Detail' },
    { key: 'length-m', head: 'Length (m)', numeric: true },
    { key: 'fibers', head: 'Fibers', numeric: true },
    { key: 'count', head: 'Count', numeric: true },
    { key: 'reference', head: 'Reference' },
  ],
  rows(facts) {
    const bill = createBill();
    addInstalled(bill, facts.fabric);
    addCables(bill, facts);
    addPaths(bill, facts);
    return bill.rows();
  },
});

/** One line of the bill. */
interface Item {
  readonly kind: Kind;
  readonly part: Part | undefined;
  readonly detail?: string;
  readonly length?: Cell;
  readonly fibers?: Cell;
  /** `NaN` when unknown. */
  readonly count: number;
  /** Of an unknown count, the part that is known. */
  readonly known?: number;
}

type Bill = ReturnType<typeof createBill>;

/** Counts by everything else, in order of appearance. */
function createBill() {
  const lines = new Map<string, Item & { count: number; known: number }>();
  return {
    add(item: Item): void {
      const {
        kind,
        part,
        detail = '',
        length = '',
        fibers = '',
        count,
        known = Number.isNaN(count) ? 0 : count,
      } = item;
      if (count === 0) return;
      // Parts that a declaration changes keep their name: they are bought as the same thing.
      const key = [kind, part?.name ?? '', detail, length, fibers].join('\n');
      const line = lines.get(key);
      if (line === undefined) lines.set(key, { ...item, count, known });
      else {
        line.count += count;
        line.known += known;
      }
    },
    rows(): Cell[][] {
      return [...lines.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).map(rowOf);
    },
  };
}

function rowOf({ kind, part, detail = '', length = '', fibers = '', count, known = 0 }: Item): Cell[] {
  const least = Number.isNaN(count) && known > 0 ? [`at least ${printNumber(known)}`] : [];
  const details = [detail, ...least].filter((each) => each !== '').join(', ');
  return [kind, part?.name ?? unknownText, details, length, fibers, numberCell(count), referenceOf(part)];
}

function addInstalled(bill: Bill, fabric: Fabric): void {
  const { devices, cages, racks, cdus, parts, blocks } = fabric;
  for (const block of blocks) {
    const column = { switch: devices.part, host: devices.part, rack: racks.part, cdu: cdus.part }[block.kind];
    for (const [index, count] of counted(column.subarray(block.first, block.first + block.count))) {
      const part = parts[index];
      bill.add({ kind: block.kind, part, count });
      const lasers = part !== undefined && isPart(part, 'switch') ? part.values.lasers?.value : undefined;
      for (const each of lasers ?? []) bill.add({ kind: 'laser', part: each.part, count: each.count * count });
    }
  }
  for (const [index, count] of counted(cages.module)) {
    const module = parts[index];
    // Engines come with their box.
    if (module !== undefined && isPart(module, 'module') && !isBuiltIn(module))
      bill.add({ kind: 'module', part: module, count });
  }
}

/** How often each number occurs in a column, in order of appearance. */
function counted(column: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let start = 0; start < column.length; ) {
    const value = signedAt(column, start);
    let end = start + 1;
    while (end < column.length && column[end] === value) end++;
    counts.set(value, (counts.get(value) ?? 0) + end - start);
    start = end;
  }
  return counts;
}

/** Cables by kind; links whose cables are unknown with the reason. */
function addCables(bill: Bill, { optics: { budgets }, cabling }: Facts): void {
  for (const kind of cabling.kinds) {
    const { fibers, length, ...cells } = cableCells(kind, budgets);
    bill.add({ ...cells, length, fibers, count: kind.count });
  }
  for (const budget of budgets) {
    const why = cabling.whyUnknown(budget.class.index);
    if (why === undefined) continue;
    bill.add({
      ...boughtAs(budget),
      detail: `cables of ${printCount(budget.class.count, 'link')}: ${why}`,
      length: inUnit(budget.length.value, 1, 2),
      fibers: unknownText,
      count: Number.NaN,
    });
  }
}

/** What is on the paths of links. */
function addPaths(bill: Bill, facts: Facts): void {
  for (const { part, lowLoss, pairs } of connectorUses(facts))
    bill.add({ kind: 'connector', part, detail: lowLoss ? 'mated pair, low loss' : 'mated pair', ...countOf(pairs) });
  for (const { part, passes } of panelUses(facts))
    bill.add({ kind: 'panel', part, detail: 'pass of a link', ...countOf(passes) });
  for (const budget of facts.optics.budgets) {
    const { splices, amplifiers, channels } = budget.class.group.medium;
    const { count } = budget.class;
    // A splice joins one fiber to another.
    addAll(bill, 'splice', splices?.value, count * budget.fibers);
    // Links that share a line share its amplifiers.
    addAll(bill, 'amplifier', amplifiers?.value, Math.ceil(count / Math.max(1, channels?.value ?? 1)));
  }
}

function countOf({ value, known }: Derivation): Pick<Item, 'count' | 'known'> {
  return { count: value, known };
}

function addAll(bill: Bill, kind: Kind, parts: readonly Counted<PartKind>[] | undefined, times: number): void {
  for (const { part, count, lowLoss } of parts ?? [])
    bill.add({ kind, part, detail: lowLoss ? 'low loss' : '', count: count * times });
}

function referenceOf(part: Part | undefined): string {
  const given = (part?.values as { reference?: { value: unknown } } | undefined)?.reference?.value;
  return typeof given === 'string' ? given : '';
}
