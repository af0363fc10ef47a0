// Oversubscription of switches: bandwidth towards the hosts over bandwidth away from them, statement by statement.

import { isCut, isLost } from '../../facts/conditions/scenario.ts';
import { devicesIn } from '../../facts/selection/devices-in.ts';
import { noTier } from '../../facts/topology/topology.ts';
import { type Derivation, derived, figure, none, sum, times } from '../../figures/derivation.ts';
import {
  blockOf,
  byteAt,
  deviceName,
  deviceOfPort,
  firstCageOf,
  firstPortOf,
  groupOfLink,
  kindOfDevice,
  type LinkGroup,
  linksText,
  realAt,
  signedAt,
  unsignedAt,
} from '../../model/index.ts';
import { originKey } from '../../source/index.ts';
import type { Facts } from '../facts.ts';
import { linkOfPort } from '../link-of-port.ts';
import type { Asked, FactValue } from './asked.ts';

/** The largest ratio of the selected switches, or of those of a network, and the switch that has it. */
export function oversubscriptionOf(facts: Facts, asked: Asked): FactValue {
  const { fabric, bandwidth } = facts;
  const label = `oversubscription of ${asked.name}`;
  if (asked.of === 'network') return worstOfNetworks(facts, [...asked.ids]);
  const asks = new Uint8Array(fabric.devices.count);
  for (const device of devicesIn(facts, asked.of, [...asked.ids]))
    if (!isLost(facts.scenario, device)) asks[device] = 1;
  let worst: { readonly network: number; readonly device: number; readonly ratio: number } | undefined;
  let why: Derivation | undefined;
  let oneWay: { readonly value: Derivation; readonly device: number } | undefined;
  for (const { index } of fabric.networks) {
    const { down, up } = bandwidth.linked(index);
    let touches = false;
    for (let device = 0; device < asks.length; device++) {
      if (asks[device] === 0 || (down[device] === 0 && up[device] === 0)) continue;
      touches = true;
      if (kindOfDevice(fabric, device) !== 'switch') continue;
      const [own, away] = [realAt(down, device), realAt(up, device)];
      if (!(own > 0)) continue;
      if (!(away > 0)) {
        const value = bandwidth.oneWay(index, device, label);
        if (value !== undefined && !(oneWay !== undefined && oneWay.value.value >= value.value))
          oneWay = { value, device };
        continue;
      }
      if (worst === undefined || own / away > worst.ratio) worst = { network: index, device, ratio: own / away };
    }
    const of = touches ? bandwidth.unjudged(index, label) : undefined;
    if (of !== undefined) why = of;
  }
  if (why !== undefined) return { value: why };
  if (oneWay !== undefined && !(worst !== undefined && worst.ratio >= oneWay.value.value))
    return { value: oneWay.value, worst: deviceName(fabric, oneWay.device) };
  if (worst === undefined)
    return {
      value: none(label, 'ratio', `no switch of ${asked.name} has links both towards the hosts and away from them`),
    };
  return { value: ratioOf(facts, worst.network, worst.device, label), worst: deviceName(fabric, worst.device) };
}

/** The largest ratio of some networks; unknown where that of one is. */
function worstOfNetworks(facts: Facts, networks: readonly number[]): FactValue {
  const { fabric, bandwidth } = facts;
  let worst: FactValue | undefined;
  for (const network of networks) {
    const device = bandwidth.worstSwitch(network);
    const value = bandwidth.oversubscription(network);
    if (worst !== undefined && value.value <= worst.value.value) continue;
    const here =
      device < 0 || !Number.isFinite(value.value)
        ? { value }
        : { value: ratioOf(facts, network, device, value.label), worst: deviceName(fabric, device) };
    if (Number.isNaN(value.value) && value.isNone !== true) return here;
    if (worst === undefined || worst.value.isNone === true || value.value > worst.value.value) worst = here;
  }
  return worst as FactValue;
}

/** Down ÷ up of a switch, each with the statements that make it. */
function ratioOf(facts: Facts, network: number, device: number, label: string): Derivation {
  const { fabric, topology, links, optics, scenario } = facts;
  const tiers = topology.tiers(network);
  const own = byteAt(tiers, device);
  const sides = { down: new Map<string, Derivation>(), up: new Map<string, Derivation>() };
  const add = (side: Map<string, Derivation>, group: LinkGroup, rate: number): void => {
    const key = `${originKey(group.origin)} ${rate}`;
    const known = side.get(key);
    const term = known ?? figure(linksText(group), 'bit rate', rate, group.origin);
    side.set(key, times((known?.times ?? 0) + 1, term));
  };
  const linkOf = linkOfPort(facts);
  const end = firstPortOf(fabric, firstCageOf(fabric, device + 1));
  for (let port = firstPortOf(fabric, firstCageOf(fabric, device)); port < end; port++) {
    const link = signedAt(linkOf, port);
    if (link < 0) continue;
    const group = groupOfLink(fabric, link);
    if (group.network?.index !== network || isCut(scenario, link)) continue;
    const [from, to] = [unsignedAt(fabric.links.from, link), unsignedAt(fabric.links.to, link)];
    const other = deviceOfPort(fabric, from === port ? to : from);
    if (other === device || isLost(scenario, other)) continue;
    const tier = byteAt(tiers, other);
    if (tier === own || tier === noTier) continue;
    add(
      tier < own ? sides.down : sides.up,
      group,
      optics.budgets[unsignedAt(links.of, link)]?.rate.value ?? Number.NaN,
    );
  }
  const name = deviceName(fabric, device);
  const origin = blockOf(fabric, device).origin;
  const total = (text: string, side: Map<string, Derivation>): Derivation => ({
    ...sum(`links of ${name} ${text}`, 'bit rate', 'links × rate', [...side.values()]),
    ...(origin === undefined ? {} : { origin }),
  });
  const terms = [total('towards the hosts', sides.down), total('away from them', sides.up)];
  const [down, up] = terms.map(({ value }) => value) as [number, number];
  return derived(label, 'count', 'down ÷ up, worst switch', terms, down / up);
}
