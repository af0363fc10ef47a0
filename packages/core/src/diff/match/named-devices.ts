// Devices that have kept their names.
import { type Block, deviceName, type Fabric, isDeviceBlock } from '../../model/index.ts';

/** Calls back for each device that has the same name in both designs. Arrays with the same indices are gone through by position. */
export function eachNamesake(before: Fabric, after: Fabric, found: (old: number, now: number) => void): void {
  const blocks = new Map<string, Block[]>();
  for (const block of after.blocks.filter(isDeviceBlock))
    blocks.set(block.path, [...(blocks.get(block.path) ?? []), block]);
  for (const block of before.blocks.filter(isDeviceBlock)) {
    for (const other of blocks.get(block.path) ?? []) {
      if (JSON.stringify(other.axes) === JSON.stringify(block.axes))
        for (let i = 0; i < block.count; i++) found(block.first + i, other.first + i);
      else namesakesIn(before, block, after, other, found);
    }
  }
}

function namesakesIn(
  before: Fabric,
  block: Block,
  after: Fabric,
  other: Block,
  found: (old: number, now: number) => void,
): void {
  const names = new Map<string, number>();
  for (let i = 0; i < other.count; i++) names.set(deviceName(after, other.first + i), other.first + i);
  for (let i = 0; i < block.count; i++) {
    const now = names.get(deviceName(before, block.first + i));
    if (now !== undefined) found(block.first + i, now);
  }
}
