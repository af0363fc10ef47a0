// Frames around the boxes of a network, with their labels.
import { type Facts, printNumber } from '@lightloom/core';
import type { FreeGroup, Shape, TiersGroup } from '../../graph/index.ts';
import { originOf } from '../text/json-values.ts';
import { joined, times } from '../text/phrases.ts';
import { figuresOfDevices, typesText } from './devices/device-text.ts';
import type { Frame } from './stacks/stacks.ts';

/** The frame of instances of a template. */
export function templateGroup({ id, label, members, parent, folded }: Frame): TiersGroup {
  const [first] = members;
  const template = times(members.length, first?.template ?? '');
  return {
    id,
    kind: 'template',
    label:
      folded === undefined ? label : `… and ${printNumber(members.length, 0)} ${folded === 'equal' ? 'equal' : 'more'}`,
    lines: [folded === undefined ? template : label],
    count: members.length,
    ...(parent === undefined ? {} : { group: parent.id }),
    ...originOf(first?.origin),
    detail: `${id}: ${template}${folded === 'equal' ? ', equal to those beside it' : ''}`,
  };
}

/** The frame of an array whose devices are drawn one by one, with the figures they share. */
export function arrayGroup(
  facts: Facts,
  { id, label, block, parent }: Frame,
  devices: readonly number[],
  shape: Shape,
): FreeGroup {
  const types = times(devices.length, typesText(facts.fabric, devices));
  return {
    id,
    kind: 'array',
    label: fullLabel(parent, label),
    lines: [joined([types, figuresOfDevices(facts, devices)])],
    count: devices.length,
    shape,
    ...originOf(block?.origin),
    detail: `${id}: ${types}`,
  };
}

/** A label with those of the frames around it: `pod[1].leaf[1..8]`. */
export function fullLabel(frame: Frame | undefined, label: string): string {
  return frame === undefined ? label : fullLabel(frame.parent, `${frame.label}.${label}`);
}
