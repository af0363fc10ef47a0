// A plan for other programs: `schemas/plan.schema.json` describes the document.
import {
  laterLeaves,
  oversubscriptionOf,
  type Plan,
  type PlannedModule,
  type PlannedNetwork,
  plannedParts,
  plannedSwitches,
  type Tier,
} from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonNumber, jsonText } from '../json/number.ts';
import { jsonQuantity } from '../json/quantity.ts';
import { planDocument } from './document.ts';
import { refusalText, whyTexts } from './plan-text.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: planDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'plan.schema.json',
  print(plan) {
    const { demand, networks, refused, checks } = plan;
    return jsonText({
      version,
      hosts: demand.hosts,
      growth: jsonNumber(demand.growth),
      least: demand.least,
      portsPerHost: demand.rails,
      rate: demand.rate,
      oversubscription: jsonNumber(demand.oversubscription),
      checks,
      networks: networks.map((each) => networkJson(each, plan)),
      refused: refused.map((each) => ({
        tiers: each.tiers,
        planes: each.planes,
        kind: each.because.kind,
        because: refusalText(each, plan),
      })),
    });
  },
});

function networkJson(network: PlannedNetwork, { demand: { switches } }: Plan): object {
  const { tiers, planes, shape, optics, faceplates, report, hall, growth, text, findings } = network;
  const tier = (each: Tier | undefined, index: 0 | 1 | 2): object | null =>
    each === undefined
      ? null
      : {
          part: switches[index].name,
          switches: planes * each.switches,
          linksDown: each.down,
          linksUp: each.up,
          ports: faceplates[index].cages * faceplates[index].channels,
          module: moduleJson(optics.switches[index]),
        };
  return {
    tiers,
    planes,
    switches: plannedSwitches(network),
    leaf: tier(shape.leaf, 0),
    spine: tier(shape.spine, 1),
    core: tier(shape.core, 2),
    pods: shape.tiers === 3 ? planes * shape.pods : 0,
    hostModule: moduleJson(optics.host),
    oversubscription: jsonNumber(oversubscriptionOf(shape)),
    modules: jsonQuantity(report.totals.modules),
    links: jsonQuantity(report.totals.links),
    cables: jsonQuantity(report.totals.cables),
    switchPower: jsonQuantity(hall.switchPower),
    hostModulePower: jsonQuantity(hall.hostModulePower),
    racks: hall.racks === undefined ? null : jsonQuantity(hall.racks),
    cdus: hall.cdus === undefined ? null : jsonQuantity(hall.cdus),
    feedLoad: jsonQuantity(hall.feed),
    cost: jsonQuantity(network.cost),
    parts: jsonQuantity(plannedParts(network)),
    grown: growth === undefined ? null : { hosts: growth.grown, laterLeaves: planes * laterLeaves(shape, growth) },
    why: whyTexts(network),
    notes: findings.note,
    design: text,
  };
}

function moduleJson({ base, channels, pmd, derived }: PlannedModule): object {
  return { part: base.name, links: channels, pmd: pmd.name, asSold: derived === undefined };
}
