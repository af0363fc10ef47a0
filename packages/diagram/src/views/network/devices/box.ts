// The box of a stack of devices: its name, its figures, its tooltip.
import { type Block, type Facts, printCount } from '@lightloom/core';
import type { CardNode } from '../../../graph/index.ts';
import { originOf } from '../../text/json-values.ts';
import { joined, times } from '../../text/phrases.ts';
import type { Stack } from '../stacks/stacks.ts';
import type { Painted } from './device-status.ts';
import { figuresOfDevices, modulesOf, typesText } from './device-text.ts';

/** @param rail the rail that all of its devices are on */
export function boxOf(facts: Facts, stack: Stack, painted: Painted, rail: number | undefined): CardNode {
  const [block] = stack.blocks as [Block];
  const { id, label, devices } = stack;
  const status = painted.status(stack);
  const type = typesText(facts.fabric, devices);
  const kind = block.kind === 'host' ? 'host' : 'switch';
  return {
    id,
    kind,
    label,
    lines: [
      joined([times(devices.length, type), rail === undefined ? undefined : `rail ${rail}`]),
      figuresOfDevices(facts, devices),
    ].filter((each) => each !== ''),
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
