// What is installed in the hall, as items of a bill: devices with what is in them, racks with what is in them, CDUs, feeds.
import { type Counted, type Fabric, feedNoun, isPart, type Part, signedAt } from '../../model/index.ts';
import { printQuantity } from '../../units/index.ts';
import { isBuiltIn } from '../parts/mounting.ts';
import { lacksSupplies } from '../parts/supplies.ts';
import type { BillCategory, BillItem } from './bill-item.ts';

/** Items that are installed: each as often as its part occurs, not summed over parts. */
export function* installedItems(fabric: Fabric): Iterable<BillItem> {
  const { devices, cages, racks, cdus, parts, blocks } = fabric;
  for (const block of blocks) {
    const column = { switch: devices.part, host: devices.part, rack: racks.part, cdu: cdus.part }[block.kind];
    for (const [index, count] of counted(column.subarray(block.first, block.first + block.count))) {
      const part = parts[index];
      yield itemOf(block.kind, part, count);
      if (part !== undefined) yield* contentsOf(part, count);
    }
  }
  for (const [index, count] of counted(cages.module)) {
    const module = parts[index];
    // Engines come with their box.
    if (module !== undefined && isPart(module, 'module') && !isBuiltIn(module)) yield itemOf('module', module, count);
  }
  for (const { values } of fabric.branches) yield* each('coupling', values.couplings?.value, 1);
  for (const { name, kind, values } of fabric.feeds) {
    const { capacity } = values;
    const what = kind === 'feed' ? 'electrical feed' : feedNoun(kind);
    const detail = capacity === undefined ? what : `${what}, ${printQuantity(capacity.value, 'power')}`;
    yield { category: 'feed', part: undefined, name, detail, count: 1, own: values.price, comesAlong: true };
  }
}

/** What comes with a device or a rack and is ordered by itself. */
function* contentsOf(part: Part, count: number): Iterable<BillItem> {
  if (isPart(part, 'switch')) yield* each('laser', part.values.lasers?.value, count);
  if (isPart(part, 'switch') || isPart(part, 'host')) {
    const { supplies, couplings } = part.values;
    const supply = { category: 'supply', part: undefined, name: `${part.name} supply`, comesAlong: true } as const;
    if (supplies !== undefined) {
      const detail = `power supply, ${printQuantity(supplies.value.each, 'power')}`;
      yield { ...supply, detail, count: supplies.value.count * count };
    } else if (lacksSupplies(part)) yield { ...supply, detail: 'power supply, not given', count: Number.NaN };
    yield* each('coupling', couplings?.value, count);
  }
  if (isPart(part, 'rack')) {
    const { shelves, panels, couplings } = part.values;
    yield* each('shelf', shelves?.value, count);
    yield* each('panel', panels?.value, count);
    yield* each('coupling', couplings?.value, count);
  }
}

type CountedKind = 'laser' | 'coupling' | 'shelf' | 'panel';

function* each(
  category: BillCategory,
  counts: readonly Counted<CountedKind>[] | undefined,
  times: number,
): Iterable<BillItem> {
  for (const { part, count } of counts ?? []) yield itemOf(category, part, count * times);
}

function itemOf(category: BillCategory, part: Part | undefined, count: number): BillItem {
  return { category, part, name: part?.name ?? '', detail: '', count };
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
