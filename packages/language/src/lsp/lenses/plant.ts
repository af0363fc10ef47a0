// Lenses of networks, coolant loops and feeds: what they carry, and what is left.
import {
  type Facts,
  type Feed,
  feedCapacity,
  type Loop,
  type Network,
  printAtLeast,
  printCount,
  printValue,
  requiredFact,
  single,
} from '@lightloom/core';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import { commandNames } from '../../protocol/protocol.ts';
import type { Lens } from './lens.ts';

/** Oversubscription and totals of a network, and its drawing. */
export function networkLenses(node: ast.Network, { facts, declarationOf, uri }: Analysis): Lens[] {
  const key = declarationOf(node);
  const network = facts.fabric.networks.find((each) => each.declaration === key);
  if (network === undefined) return [];
  const on = extentOf(node);
  const title = networkTitle(facts, network);
  const draw = { name: commandNames.openView, arguments: [uri, `network:${network.name}`], isAll: true } as const;
  return [
    ...(title === '' ? [] : [{ kind: 'networks', on, title } as const]),
    { kind: 'networks', on, title: 'Draw', command: draw },
  ];
}

/** `oversubscription 1 · 2,048 links · 24 switches` */
export function networkTitle(facts: Facts, { index, name }: Network): string {
  const subject = { ...single('network', index), point: undefined, name };
  const links = facts.fabric.linkGroups.reduce(
    (all, each) => all + (each.network?.index === index ? each.count : 0),
    0,
  );
  const ratio = facts.bandwidth.oversubscription(index);
  const counted = counts.flatMap(([fact, one]) => {
    const { value } = requiredFact(facts, fact, subject).value;
    return value > 0 ? [printCount(value, one, fact)] : [];
  });
  const power = requiredFact(facts, 'power', subject).value;
  return [
    ...(Number.isNaN(ratio.value) ? [] : [`oversubscription ${printValue(ratio)}`]),
    ...(links === 0 ? [] : [printCount(links, 'link')]),
    ...counted,
    ...(power.known > 0 ? [printAtLeast(power)] : []),
  ].join(' · ');
}

/** What is counted, and one of it. */
const counts = [
  ['hosts', 'host'],
  ['switches', 'switch'],
  ['modules', 'module'],
] as const;

/** Load and headroom of a coolant loop or a feed. */
export function plantLenses(node: ast.Instance, { facts, declarationOf }: Analysis): Lens[] {
  const key = declarationOf(node);
  const { loops, feeds } = facts.fabric;
  const loop = loops.find((each) => each.declaration === key);
  const feed = feeds.find((each) => each.declaration === key);
  const title = loop !== undefined ? loopTitle(facts, loop) : feed !== undefined ? feedTitle(facts, feed) : '';
  return title === '' ? [] : [{ kind: 'loops', on: extentOf(node), title }];
}

/** `1.633 MW of 1.907 MW · headroom 14.42 % · return 52.84 °C` */
export function loopTitle({ cooling }: Facts, loop: Loop): string {
  const [heat, capacity] = [cooling.heat(loop), cooling.capacity(loop)];
  if (!(heat.known > 0)) return '';
  const [headroom, back] = [cooling.headroom(loop), cooling.returnTemperature(loop)];
  return [
    `${printAtLeast(heat)}${Number.isNaN(capacity.value) ? '' : ` of ${printValue(capacity)}`}`,
    ...(Number.isNaN(headroom.value) ? [] : [`headroom ${printValue(headroom)}`]),
    ...(Number.isNaN(back.value) ? [] : [`return ${printValue(back)}`]),
  ].join(' · ');
}

/** `A: 965.968 kW, 1.932 MW when others fail, of 2.4 MW · headroom 19.5 %` */
export function feedTitle(facts: Facts, feed: Feed): string {
  const { power } = facts;
  const [share, load] = [power.feedShare(feed.index), power.feed(feed.index)];
  if (!(share.known > 0)) return '';
  const capacity = feedCapacity(feed);
  const headroom = requiredFact(facts, 'headroom', {
    ...single('feed', feed.index),
    point: undefined,
    name: feed.name,
  });
  return [
    [
      `${feed.name}: ${printAtLeast(share)}`,
      ...(load.value > share.value ? [`${printValue(load)} when others fail`] : []),
      ...(Number.isNaN(capacity.value) ? [] : [`of ${printValue({ ...load, value: capacity.value })}`]),
    ].join(', '),
    ...(Number.isNaN(headroom.value.value) ? [] : [`headroom ${printValue(headroom.value)}`]),
  ].join(' · ');
}
