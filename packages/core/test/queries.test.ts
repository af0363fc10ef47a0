// Reading columns, and questions about a fabric.
import { describe, expect, it } from 'vitest';
import {
  blockOfRack,
  byteAt,
  cageOfPort,
  deviceOfCage,
  deviceOfPort,
  feedsOfRack,
  firstCageOf,
  firstPortOf,
  fromDevice,
  groupOfLink,
  itemAt,
  kindOfDevice,
  loopOfRack,
  numberAt,
  portName,
  rackOfDevice,
  realAt,
  rowOfRack,
  signedAt,
  toDevice,
  unsignedAt,
} from '../src/index.ts';
import { smallFabric } from './fabrics.ts';

describe('a column', () => {
  it('is read by a function of its type', () => {
    expect([
      unsignedAt(Uint32Array.of(7, 4_000_000_000), 1),
      signedAt(Int32Array.of(7, -1), 1),
      realAt(Float64Array.of(0.5, Number.NaN), 0),
      byteAt(Uint8Array.of(0, 255), 1),
      numberAt([3, 1.5], 1),
      itemAt(['a', 'b'], 1),
    ]).toEqual([4_000_000_000, -1, 0.5, 255, 1.5, 'b']);
  });
});

describe('a fabric', () => {
  const fabric = smallFabric();

  it('has its cages device by device, and one entry more', () => {
    expect([0, 1, 2, 3, 4].map((device) => firstCageOf(fabric, device))).toEqual([0, 2, 4, 5, 6]);
    expect([0, 1, 2, 3, 4, 5].map((cage) => deviceOfCage(fabric, cage))).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it('has a port for each channel of a module, and one entry more', () => {
    expect([0, 1, 6].map((cage) => firstPortOf(fabric, cage))).toEqual([0, 2, 12]);
    expect([0, 1, 2, 11].map((port) => cageOfPort(fabric, port))).toEqual([0, 0, 1, 5]);
    expect([3, 8, 11].map((port) => deviceOfPort(fabric, port))).toEqual([0, 2, 3]);
    expect(portName(fabric, 3)).toBe('net.leaf[1].p[2]/2');
  });

  it('knows the devices at both ends of a link', () => {
    expect([0, 1, 2].map((link) => [fromDevice(fabric, link), toDevice(fabric, link)])).toEqual([
      [2, 0],
      [3, 1],
      [0, 1],
    ]);
  });

  it('knows the statement of a link', () => {
    expect([0, 1, 2].map((link) => groupOfLink(fabric, link).from.text)).toEqual(['node.p', 'node.p', 'leaf[1].p']);
  });

  it('knows the kind and the rack of a device', () => {
    expect([0, 3].map((device) => [kindOfDevice(fabric, device), rackOfDevice(fabric, device)])).toEqual([
      ['switch', 0],
      ['host', 1],
    ]);
  });

  it('knows what a rack is connected to', () => {
    expect(blockOfRack(fabric, 1).name).toBe('rack');
    expect([...feedsOfRack(fabric, 1).ids]).toEqual([0]);
    expect([loopOfRack(fabric, 1), rowOfRack(fabric, 1)]).toEqual([undefined, 0]);
  });
});
