// The cable schedule: every cable, from connector to connector, with its path.
import type { PartKind } from '../catalogue/index.ts';
import { type Cable, type CableKind, type CableSocket, kindText, type LinkBudget } from '../facts/index.ts';
import {
  type Counted,
  cageName,
  cageOfPort,
  channelOfPort,
  deviceOfPort,
  type Fabric,
  itemAt,
  numberAt,
  portName,
  rackName,
  rackOfDevice,
  unsignedAt,
} from '../model/index.ts';
import { unknownText } from '../units/index.ts';
import { cableCells, inUnit, numberCell } from './cable-cells.ts';
import { type Cell, defineTable } from './table.ts';

export const table = defineTable({
  name: 'cables',
  title: 'Cable schedule',
  doc: 'Every cable from connector to connector, with the ports and racks at its ends, its type, length, fibers and loss.',
  columns: [
    { key: 'cable', head: 'Cable', numeric: true },
    { key: 'from', head: 'From' },
    { key: 'from-connector', head: 'Connector' },
    { key: 'from-rack', head: 'Rack' },
    { key: 'to', head: 'To' },
    { key: 'to-connector', head: 'Connector' },
    { key: 'to-rack', head: 'Rack' },
    { key: 'network', head: 'Network' },
    { key: 'links', head: 'Links', numeric: true },
    { key: 'rate-gbps', head: 'Rate of a link (Gbps)', numeric: true },
    { key: 'medium', head: 'Fiber or cable' },
    { key: 'type', head: 'Type' },
    { key: 'length-m', head: 'Length (m)', numeric: true },
    { key: 'fibers', head: 'Fibers', numeric: true },
    { key: 'connectors', head: 'Connectors on the path' },
    { key: 'loss-db', head: 'Loss (dB)', numeric: true },
    { key: 'allowed-db', head: 'Allowed (dB)', numeric: true },
  ],
  *rows({ fabric, links, optics: { budgets }, cabling }) {
    const known = new Map<CableKind, Cell[]>();
    const pathOf = ({ kind }: Cable): Cell[] => {
      let cells = known.get(kind);
      if (cells === undefined) known.set(kind, (cells = pathCells(kind, budgets)));
      return cells;
    };
    let number = 0;
    for (let link = 0; link < fabric.links.count; link++) {
      const budget = itemAt(budgets, unsignedAt(links.of, link));
      if (cabling.whyUnknown(budget.class.index) === undefined)
        for (const cable of cabling.cablesFrom(link)) {
          number++;
          const { name = '' } = budget.class.group.network ?? {};
          const ends = [...endCells(fabric, cable.from), ...endCells(fabric, cable.to)];
          yield [number, ...ends, name, cable.links.length, ...pathOf(cable)];
        }
      else yield unknownRow(fabric, link, budget);
    }
  },
});

/** The ports, connectors and racks at one end of a cable; a list where it has several tails. */
function endCells(fabric: Fabric, sockets: readonly CableSocket[]): Cell[] {
  const cells = sockets.map((socket) => socketCells(fabric, socket));
  // Most cables have one socket at an end, and a million cables are written.
  if (cells.length === 1) return itemAt(cells, 0);
  return [
    cells.map(([ports]) => ports).join(', '),
    cells.map(([, connector]) => connector).join(', '),
    [...new Set(cells.map(([, , rack]) => rack))].join(', '),
  ];
}

function socketCells(fabric: Fabric, socket: CableSocket): [ports: string, connector: string, rack: string] {
  const { ports } = socket;
  return [portsText(fabric, ports), connectorText(socket), rackOf(fabric, numberAt(ports, 0))];
}

/** `leaf[1].up[1]/1..2` */
function portsText(fabric: Fabric, ports: readonly number[]): string {
  const first = numberAt(ports, 0);
  if (ports.length === 1) return portName(fabric, first);
  const runs: [number, number][] = [];
  for (const port of ports) {
    const last = runs.at(-1);
    if (last?.[1] === port - 1) last[1] = port;
    else runs.push([port, port]);
  }
  const channel = (port: number): number => channelOfPort(fabric, port) + 1;
  const text = runs.map(([a, b]) => (a === b ? `${channel(a)}` : `${channel(a)}..${channel(b)}`)).join(', ');
  return `${cageName(fabric, cageOfPort(fabric, first))}/${text}`;
}

/** `MPO16 3 of 8`; the number is left out where the module has only one, and all where it isn't fiber. */
function connectorText({ connector, of, part }: CableSocket): string {
  if (connector === undefined || part === undefined) return '';
  return of === 1 ? part.name : `${part.name} ${connector + 1} of ${of}`;
}

/** The cells that all cables of a kind share: of the path with the largest loss, where their links take several. */
function pathCells(kind: CableKind, budgets: readonly LinkBudget[]): Cell[] {
  const shared = kind.classes.map((index) => itemAt(budgets, index));
  const worst = shared.reduce((found, each) => (each.loss.value > found.loss.value ? each : found));
  const { part, length, fibers } = cableCells(kind, budgets);
  return [
    inUnit(worst.rate.value, 1e9, 3),
    part?.name ?? unknownText,
    kindText(kind),
    length,
    fibers,
    ...lossCells(worst),
  ];
}

/** A cable with fixed ends has no loss budget. */
function lossCells({ class: { group }, loss, allowed }: LinkBudget): Cell[] {
  const connectors = connectorsText(group.medium.connectors?.value);
  return group.cable === undefined
    ? [connectors, inUnit(loss.value, 1, 3), inUnit(allowed.value, 1, 3)]
    : [connectors, '', ''];
}

/** A link whose cables are unknown. */
function unknownRow(fabric: Fabric, link: number, budget: LinkBudget): Cell[] {
  const {
    class: { group },
    rate,
    length,
    fibers,
  } = budget;
  const end = (port: number): Cell[] => [portName(fabric, port), unknownText, rackOf(fabric, port)];
  return [
    unknownText,
    ...end(unsignedAt(fabric.links.from, link)),
    ...end(unsignedAt(fabric.links.to, link)),
    group.network?.name ?? '',
    1,
    inUnit(rate.value, 1e9, 3),
    group.fiber?.name ?? group.cable?.name ?? unknownText,
    unknownText,
    inUnit(length.value, 1, 2),
    numberCell(fibers),
    ...lossCells(budget),
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
