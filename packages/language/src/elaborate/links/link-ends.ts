// The ends of links: from selectors to ports.
import { type FabricBuilder, type PortSet, type Selection, type Side, unsignedAt } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { type Indices, portAt } from '../selection/port-at.ts';
import { textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';

/** The order of the ports of a side. */
export type PortOrder = 'as written' | 'by device';

export class LinkEnds {
  private readonly context: Context;
  private readonly selectors: Selectors;

  constructor(context: Context, selectors: Selectors) {
    this.context = context;
    this.selectors = selectors;
  }

  /** The one port that a selector names by numbers alone; -1 where finding it takes more. */
  port(selector: ast.Selector, scope: Scope): number {
    return portAt(this.context.builder, selector, scope);
  }

  /** The same with other indices. */
  portLike(selector: ast.Selector, scope: Scope, indices: Indices): number {
    return portAt(this.context.builder, selector, scope, indices);
  }

  /** A side of one port. */
  single(selectors: readonly ast.Selector[]): Side {
    const { text, origin } = this.named(selectors);
    return { text, origin, devices: 1, portsEach: 1, ports: 1 };
  }

  /** The text of a side, and where it is. */
  named(selectors: readonly ast.Selector[]): Pick<Side, 'text' | 'origin'> {
    const [first, last] = [selectors[0], selectors.at(-1)];
    return {
      text: selectors.length === 1 && first !== undefined ? textOf(first) : selectors.map(textOf).join(', '),
      origin:
        first === undefined || last === undefined ? { uri: '', start: 0, end: 0 } : this.context.span(first, last),
    };
  }

  /**
   * The ports of one side, device by device; undefined when there are none, which is reported.
   * @param order whether the ports of a device that is named twice are put together, or stay in the order of the text
   */
  side(selectors: readonly ast.Selector[], scope: Scope, order: PortOrder): PortSet | undefined {
    if (selectors.length === 0) return undefined;
    const selection = this.selectors.all(selectors, scope, 'any');
    if (selection === undefined) return undefined;
    if (selection.of === 'cage' || selection.of === 'port') return portsIn(this.context.builder, selection, order);
    const first = selectors[0] as ast.Selector;
    this.context.problem(
      'selection/kind',
      this.context.origin(first),
      `Links end at ports; \`${textOf(first)}\` isn't a port.`,
      { help: `Name a port group: \`${textOf(first)}.PORTS\`.` },
    );
    return undefined;
  }
}

function portsIn(builder: FabricBuilder, selection: Selection, order: PortOrder): PortSet {
  const { firstPort, cage: cageOf } = builder.layPorts();
  const { ids, of } = selection;
  const ports = of === 'port' ? ids : portsOfCages(ids, firstPort);
  const isOneEach = ports.length === ids.length;
  const starts: number[] = [];
  const devices: number[] = [];
  /** The cages of the device before. */
  let [low, high] = [0, 0];
  let at = 0;
  for (let i = 0; i < ids.length; i++) {
    const cage = of === 'cage' ? unsignedAt(ids, i) : unsignedAt(cageOf, unsignedAt(ids, i));
    if (cage < low || cage >= high) {
      const device = builder.deviceOfCage(cage);
      low = builder.firstCageOf(device);
      high = builder.firstCageOf(device + 1);
      starts.push(at);
      devices.push(device);
    }
    at += isOneEach ? 1 : unsignedAt(firstPort, cage + 1) - unsignedAt(firstPort, cage);
  }
  starts.push(at);
  const set = { ports, starts: Uint32Array.from(starts) };
  if (order === 'as written') return { ...set, spare: 0 };
  const together = new Set(devices).size === devices.length ? set : byDevice(set, devices);
  const distinct = [...new Set(devices)];
  let spare = Number.POSITIVE_INFINITY;
  for (const [i, device] of distinct.entries()) {
    const all =
      unsignedAt(firstPort, builder.firstCageOf(device + 1)) - unsignedAt(firstPort, builder.firstCageOf(device));
    spare = Math.min(spare, all - (unsignedAt(together.starts, i + 1) - unsignedAt(together.starts, i)));
  }
  return { ...together, spare };
}

function portsOfCages(cages: Uint32Array, firstPort: Uint32Array): Uint32Array {
  // Where each cage offers one port, both have the same number.
  if (firstPort.at(-1) === firstPort.length - 1) return cages;
  let size = 0;
  for (let i = 0; i < cages.length; i++) {
    const cage = unsignedAt(cages, i);
    size += unsignedAt(firstPort, cage + 1) - unsignedAt(firstPort, cage);
  }
  const ports = new Uint32Array(size);
  let at = 0;
  for (let i = 0; i < cages.length; i++) {
    const end = unsignedAt(firstPort, unsignedAt(cages, i) + 1);
    for (let port = unsignedAt(firstPort, unsignedAt(cages, i)); port < end; port++) ports[at++] = port;
  }
  return ports;
}

/** The same ports with those of a device together, devices in the order in which they come first. */
function byDevice(set: Omit<PortSet, 'spare'>, devices: readonly number[]): Omit<PortSet, 'spare'> {
  const runs = new Map<number, number[]>();
  for (const [i, device] of devices.entries()) {
    let run = runs.get(device);
    if (run === undefined) runs.set(device, (run = []));
    for (let at = unsignedAt(set.starts, i); at < unsignedAt(set.starts, i + 1); at++)
      run.push(unsignedAt(set.ports, at));
  }
  const starts = [0];
  const ports: number[] = [];
  for (const run of runs.values()) {
    for (const port of run) ports.push(port);
    starts.push(ports.length);
  }
  return { ports: Uint32Array.from(ports), starts: Uint32Array.from(starts) };
}
