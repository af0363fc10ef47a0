// The box of a stack of devices: its name, its figures, its tooltip.
import { type Block, type Facts, printCount } from '@lightloom/core';
import type { CardNode } from '../../../graph/index.ts';
import { originOf } from '../../text/json-values.ts';
import { times } from '../../text/phrases.ts';
import type { Stack } from '../stacks/stacks.ts';
import type { Painted } from './device-status.ts';
import { figuresOfDevices, modulesOf, typesText } from './device-text.ts';

export function boxOf(facts: Facts, stack: Stack, painted: Painted): CardNode {
  const [block] = stack.blocks as [Block];
  const { id, label, devices } = stack;
  const status = painted.status(stack);
  const type = typesText(facts.fabric, devices);
  const kind = block.kind === 'host' ? 'host' : 'switch';
  return {
    id,
    kind,
    label,
    lines: [times(devices.length, type), figuresOfDevices(facts, devices)].filter((each) => each !== ''),
    count: devices.length,
    ...(status === undefined ? {} : { status, meter: painted.meter }),
    ...originOf(block.origin),
    detail: [
      `${id}: ${printCount(devices.length, kind, kind === 'host' ? 'hosts' : 'switches')}, ${type}`,
      ...modulesOf(facts, devices),
      ...(status === undefined || status.text === '' ? [] : [status.text]),
      ...(block.doc === undefined ? [] : [block.doc]),
    ].join('\n'),
  };
}
