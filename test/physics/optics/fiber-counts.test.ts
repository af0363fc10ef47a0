// Fibers and connectors of full front panels against published figures.
import { deviceConnectors, deviceFibers } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

describe('fibers', () => {
  // XPO demonstration: 8 × DR8 are 128 fibers in 8 MPO-16, 2,048 and 128 an OU; 16 × FR4 are 32 fibers, 512 an OU.
  it.each([
    ['XpoDr8Lro', 2048, 128],
    ['Xpo16Fr4', 512, 16 * 16],
  ])('16 %s have %i fibers in %i connectors', async (module, fibers, connectors) => {
    const { facts } = await analysisOf(`
import "std/xpo"
switch type Box { height 1 OU  ports p[1..16] : XPO }
switch s : Box
plug ${module} into s.p
`);
    const each = facts.devices.classes[0];
    if (each === undefined) throw new Error('There is no switch.');
    expect(deviceFibers(each).value).toBe(fibers);
    expect(deviceConnectors(each).value).toBe(connectors);
  });
});
