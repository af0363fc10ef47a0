// The bill of materials: what to buy, with counts.
import type { PartKind } from '../catalogue/index.ts';
import type { LinkBudget } from '../facts/index.ts';
import { type Counted, type Fabric, type Part, signedAt } from '../model/index.ts';
import { printQuantity, unknownText } from '../units/index.ts';
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
  doc: 'What to buy, with counts: devices, modules, lasers, fiber runs by length, connectors, racks, CDUs.',
  columns: [
    { key: 'kind', head: 'Kind' },
    { key: 'part', head: 'Part' },
    { key: 'detail', head: 'Detail' },
    { key: 'count', head: 'Count', numeric: true },
    { key: 'reference', head: 'Reference' },
  ],
  rows({ fabric, optics }) {
    const bill = createBill();
    addInstalled(bill, fabric);
    for (const budget of optics.budgets) addLinks(bill, budget);
    return bill.rows();
  },
});

type Bill = ReturnType<typeof createBill>;

/** Counts by kind, part and detail, in order of appearance. */
function createBill() {
  const lines = new Map<string, { kind: Kind; part: Part | undefined; detail: string; count: number }>();
  return {
    add(kind: Kind, part: Part | undefined, count: number, detail = ''): void {
      if (count === 0) return;
      // Parts that a declaration changes keep their name: they are bought as the same thing.
      const key = `${kind} ${part?.name ?? ''} ${detail}`;
      const line = lines.get(key);
      if (line === undefined) lines.set(key, { kind, part, detail, count });
      else line.count += count;
    },
    rows(): Cell[][] {
      return [...lines.values()]
        .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
        .map(({ kind, part, detail, count }) => [kind, part?.name ?? unknownText, detail, count, referenceOf(part)]);
    },
  };
}

function addInstalled(bill: Bill, fabric: Fabric): void {
  const { devices, cages, racks, cdus, parts, blocks } = fabric;
  for (const block of blocks) {
    const column = { switch: devices.part, host: devices.part, rack: racks.part, cdu: cdus.part }[block.kind];
    for (const [part, count] of counted(column.subarray(block.first, block.first + block.count))) {
      bill.add(block.kind, parts[part], count);
      const lasers = (parts[part] as Part<'switch'> | undefined)?.values.lasers?.value;
      for (const each of lasers ?? []) bill.add('laser', each.part, each.count * count);
    }
  }
  for (const [module, count] of counted(cages.module)) if (module >= 0) bill.add('module', parts[module], count);
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

/** The passive path of all links of a class. */
function addLinks(bill: Bill, { class: { group, count }, length, fibers }: LinkBudget): void {
  if (group.cable !== undefined) bill.add('cable', group.cable, count, printQuantity(length.value, 'length'));
  if (group.fiber === undefined) return;
  const each = Number.isNaN(fibers) ? 'fibers unknown' : `${fibers} fibers`;
  bill.add('fiber', group.fiber, count, `${printQuantity(length.value, 'length')}, ${each}`);
  const { connectors, splices, panels, amplifiers, channels } = group.medium;
  addAll(bill, 'connector', connectors?.value, count, 'mated pair');
  addAll(bill, 'splice', splices?.value, count, '');
  addAll(bill, 'panel', panels?.value, count, 'pass of a link');
  // Links that share a line share its amplifiers.
  addAll(bill, 'amplifier', amplifiers?.value, Math.ceil(count / Math.max(1, channels?.value ?? 1)), '');
}

function addAll(
  bill: Bill,
  kind: Kind,
  parts: readonly Counted<PartKind>[] | undefined,
  links: number,
  detail: string,
): void {
  for (const { part, count, lowLoss } of parts ?? [])
    bill.add(
      kind,
      part,
      count * links,
      lowLoss ? [detail, 'low loss'].filter((each) => each !== '').join(', ') : detail,
    );
}

function referenceOf(part: Part | undefined): string {
  const given = (part?.values as { reference?: { value: unknown } } | undefined)?.reference?.value;
  return typeof given === 'string' ? given : '';
}
