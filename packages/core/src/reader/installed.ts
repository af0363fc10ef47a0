// The installed things of a fabric as elements. Devices, racks and loops are made once each; links as they are asked for.
import type { Facts } from '../answers/index.ts';
import { remembered } from '../figures/index.ts';
import {
  blockOf,
  blockOfRack,
  cageOfPort,
  deviceOfPort,
  groupOfLink,
  itemAt,
  loopOfRack,
  moduleIn,
  nameOf,
  partOfDevice,
  partOfRack,
  portName,
  rackOfDevice,
  rowOfRack,
  signedAt,
  unsignedAt,
} from '../model/index.ts';
import type { Origin } from '../source/index.ts';
import type { DesignReader } from './design-reader.ts';
import type { CoolantLoop, Device, Link, LinkEnd, Network, PowerFeed, Rack } from './elements.ts';
import { figureOf } from './figure.ts';

/** The part of a reader that lists what is installed. */
export function elementsOf(facts: Facts): Omit<DesignReader, 'uri' | 'fact' | 'quantity'> {
  const { fabric } = facts;
  const { devices, links, racks } = fabric;
  const loop = remembered((id: number): CoolantLoop => named('loop', id, fabric.loops));
  const feed = remembered((id: number): PowerFeed => named('feed', id, fabric.feeds));
  const network = remembered(
    (id: number): Network => ({ ...named('network', id, fabric.networks), kind: fabric.networks[id]?.kind ?? '' }),
  );
  const rack = remembered((id: number): Rack => {
    const on = loopOfRack(fabric, id);
    return {
      of: 'rack',
      id,
      name: nameOf(fabric, 'rack', id),
      origin: blockOfRack(fabric, id).origin,
      type: partOfRack(fabric, id)?.name,
      row: rowOfRack(fabric, id) || undefined,
      position: signedAt(racks.position, id) || undefined,
      loop: on === undefined ? undefined : loop(on.index),
    };
  });
  const device = remembered((id: number): Device => {
    const block = blockOf(fabric, id);
    const at = rackOfDevice(fabric, id);
    return {
      of: 'device',
      id,
      name: nameOf(fabric, 'device', id),
      origin: block.origin,
      kind: block.kind === 'host' ? 'host' : 'switch',
      type: partOfDevice(fabric, id)?.name,
      rack: at < 0 ? undefined : rack(at),
    };
  });
  const end = (port: number): LinkEnd => ({
    device: device(deviceOfPort(fabric, port)),
    port: portName(fabric, port),
    module: moduleIn(fabric, cageOfPort(fabric, port))?.name,
  });
  const link = (id: number): Link => {
    const group = groupOfLink(fabric, id);
    return {
      of: 'link',
      id,
      name: nameOf(fabric, 'link', id),
      origin: group.origin,
      from: end(unsignedAt(links.from, id)),
      to: end(unsignedAt(links.to, id)),
      network: group.network === undefined ? undefined : network(group.network.index),
      medium: (group.fiber ?? group.cable)?.name,
      length: figureOf(itemAt(facts.optics.budgets, unsignedAt(facts.links.of, id)).length),
    };
  };
  return {
    devices: () => all(devices.count, device),
    links: () => all(links.count, link),
    racks: () => all(racks.count, rack),
    loops: () => all(fabric.loops.length, loop),
    feeds: () => all(fabric.feeds.length, feed),
    networks: () => all(fabric.networks.length, network),
  };
}

/** What every named thing of a plant or a network has. */
function named<Of extends 'loop' | 'feed' | 'network'>(
  of: Of,
  id: number,
  all: readonly { readonly name: string; readonly origin: Origin }[],
): { readonly of: Of; readonly id: number; readonly name: string; readonly origin: Origin } {
  const { name, origin } = itemAt(all, id);
  return { of, id, name, origin };
}

function* all<T>(count: number, at: (id: number) => T): Iterable<T> {
  for (let id = 0; id < count; id++) yield at(id);
}
