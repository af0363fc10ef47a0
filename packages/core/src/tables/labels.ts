// Labels of cables: one for each end, with where it is plugged in and where the other end is.
import { labelOf } from './cable-ends.ts';
import { pathColumns } from './cable-paths.ts';
import { cableRows } from './cable-rows.ts';
import { defineTable } from './table.ts';

const place = (key: string): number => pathColumns.findIndex((each) => each.key === key);
const [medium, length] = [place('medium'), place('order-length-m')];

export const table = defineTable({
  name: 'labels',
  title: 'Cable labels',
  doc: 'A label for each end of each cable: its id, where this end is plugged in, where the others are. As PDF, on sheets.',
  columns: [
    { key: 'cable', head: 'Cable' },
    { key: 'here', head: 'This end' },
    { key: 'connector', head: 'Connector', optional: true },
    { key: 'there', head: 'Other end' },
    { key: 'medium', head: 'Fiber or cable' },
    { key: 'length-m', head: 'Length (m)', numeric: true },
  ],
  *rows(facts) {
    for (const { id, from, to, path } of cableRows(facts)) {
      const known = [path[medium] ?? '', path[length] ?? ''];
      for (const [here, there] of [[from, to] as const, [to, from] as const])
        for (const end of here) yield [id, labelOf(end), end.connector, there.map(labelOf).join(', '), ...known];
    }
  },
});
