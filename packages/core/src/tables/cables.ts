// The cable schedule: every link, from port to port, with its path.
import type { PartKind } from '../catalogue/index.ts';
import type { LinkBudget } from '../facts/index.ts';
import {
  type Counted,
  deviceOfPort,
  type Fabric,
  portName,
  rackName,
  rackOfDevice,
  unsignedAt,
} from '../model/index.ts';
import { printQuantity, unknownText } from '../units/index.ts';
import { type Cell, defineTable } from './table.ts';

export const table = defineTable({
  name: 'cables',
  title: 'Cable schedule',
  doc: 'Every link from port to port, with the racks of its ends, its fiber, length, connectors and loss.',
  columns: [
    { key: 'link', head: 'Link', numeric: true },
    { key: 'from', head: 'From' },
    { key: 'from-rack', head: 'Rack' },
    { key: 'to', head: 'To' },
    { key: 'to-rack', head: 'Rack' },
    { key: 'network', head: 'Network' },
    { key: 'rate', head: 'Rate' },
    { key: 'medium', head: 'Fiber or cable' },
    { key: 'length', head: 'Length' },
    { key: 'fibers', head: 'Fibers', numeric: true },
    { key: 'connectors', head: 'Connectors' },
    { key: 'loss', head: 'Loss' },
    { key: 'allowed', head: 'Allowed' },
  ],
  *rows({ fabric, links, optics }) {
    const path = optics.budgets.map((each) => pathOf(each));
    for (let link = 0; link < fabric.links.count; link++) {
      const from = unsignedAt(fabric.links.from, link);
      const to = unsignedAt(fabric.links.to, link);
      yield [
        link + 1,
        portName(fabric, from),
        rackOf(fabric, from),
        portName(fabric, to),
        rackOf(fabric, to),
        ...(path[unsignedAt(links.of, link)] as Cell[]),
      ];
    }
  },
});

/** The cells that all links of a class share. */
function pathOf({ class: { group }, rate, length, fibers, loss, allowed }: LinkBudget): Cell[] {
  return [
    group.network?.name ?? '',
    printQuantity(rate.value, 'bit rate'),
    group.fiber?.name ?? group.cable?.name ?? '',
    printQuantity(length.value, 'length'),
    Number.isNaN(fibers) ? unknownText : fibers,
    connectorsText(group.medium.connectors?.value),
    printQuantity(loss.value, 'loss'),
    printQuantity(allowed.value, 'loss'),
  ];
}

function connectorsText(connectors: readonly Counted<PartKind>[] | undefined): string {
  return (connectors ?? [])
    .map(({ count, part, lowLoss }) => `${count} × ${part.name}${lowLoss ? ' low-loss' : ''}`)
    .join(', ');
}

function rackOf(fabric: Fabric, port: number): string {
  const rack = rackOfDevice(fabric, deviceOfPort(fabric, port));
  return rack < 0 ? '' : rackName(fabric, rack);
}
