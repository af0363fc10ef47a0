// The cable schedule: every cable, from connector to connector, with its path.
import { itemAt } from '../model/index.ts';
import { joinedEnd, labelOf } from './cable-ends.ts';
import { byRack, byTrunk } from './cable-groups.ts';
import { pathColumns } from './cable-paths.ts';
import { type CableRow, cableRows } from './cable-rows.ts';
import { type Cell, defineTable, type TableColumn } from './table.ts';

const endColumns = (end: 'from' | 'to', head: string): TableColumn[] => [
  { key: `${end}-row`, head: `${head} row`, optional: true },
  { key: `${end}-rack`, head: `${head} rack`, optional: true },
  { key: `${end}-device`, head: `${head} device` },
  { key: `${end}-port`, head: `${head} port` },
  { key: `${end}-connector`, head: `${head} connector`, optional: true },
];

export const table = defineTable({
  name: 'cables',
  title: 'Cable schedule',
  doc: 'Every cable from connector to connector, with an id that stays, both ends, its type, lengths, polarity, panels, loss and margin.',
  columns: [
    { key: 'cable', head: 'Cable' },
    ...endColumns('from', 'From'),
    ...endColumns('to', 'To'),
    { key: 'network', head: 'Network', optional: true },
    { key: 'links', head: 'Links', numeric: true },
    ...pathColumns,
    { key: 'label', head: 'Label' },
  ],
  groups: {
    rack: { key: 'rack', head: 'At rack' },
    trunk: { key: 'trunk', head: 'Trunk' },
  },
  *rows(facts, by) {
    const cables = cableRows(facts);
    if (by === undefined) {
      for (const cable of cables) yield cellsOf(cable);
      return;
    }
    const grouped = by === 'rack' ? byRack(facts.fabric, cables) : byTrunk(facts.fabric, cables);
    for (const { group, cable } of grouped) yield [group, ...cellsOf(cable)];
  },
});

function cellsOf({ id, from, to, network, links, path }: CableRow): Cell[] {
  const [near, far] = [joinedEnd(from), joinedEnd(to)];
  const cells = [near, far].flatMap(({ row, rack, device, within, connector }) => [
    row,
    rack,
    device,
    within,
    connector,
  ]);
  return [id, ...cells, network, links, ...path, `${labelOf(itemAt(from, 0))} / ${to.map(labelOf).join(', ')}`];
}
