// The report of a design for other programs: `schemas/report.schema.json` describes it.
import {
  type Derivation,
  type DeviceRow,
  figure,
  type LinkRow,
  type ProvenanceRow,
  type RestsOn,
  type Totals,
} from '@lightloom/core';
import { jsonFibers } from './json-fibers.ts';
import { quantities, quantity } from './json-quantity.ts';
import { jsonLocation } from './location.ts';
import { type Reported, writtenValue } from './reported.ts';
import type { Sources } from './source.ts';

/** Version of the document: raised when something that was there changes its meaning or goes. */
const version = 1;

/** The document, as text. */
export function jsonReport({ path, counts, report }: Reported, sources: Sources): string {
  const { totals } = report;
  const document = {
    version,
    file: path,
    basis: report.basis,
    findings: { errors: counts.error, warnings: counts.warning, notes: counts.note },
    ...(report.settings.length === 0
      ? {}
      : { settings: report.settings.map(({ name, text }) => ({ name, value: text })) }),
    gaps: report.gaps,
    totals: {
      switches: totals.switches,
      hosts: totals.hosts,
      racks: totals.racks,
      accelerators: quantity(totals.accelerators),
      modules: quantity(totals.modules),
      links: quantity(totals.links),
      fibers: quantity(totals.fibers),
      power: quantity(totals.power),
      modulePower: quantity(totals.modulePower),
      typicalPower: quantity(totals.typicalPower),
      typicalModulePower: quantity(totals.typicalModulePower),
      hall: totals.hall === undefined ? null : jsonHall(totals.hall),
      liquidHeat: quantity(totals.liquidHeat),
      airHeat: quantity(totals.airHeat),
    },
    requirements: report.requirements.map(({ requirement, value, limit, holds, failed }) => ({
      text: requirement.text.replace(/\s+/g, ' '),
      fact: requirement.fact,
      subject: requirement.subjectText,
      value: quantity(value),
      comparator: requirement.comparator,
      limit: quantity({ ...value, label: 'limit', value: limit, known: 0 }),
      verdict: holds === undefined ? 'unknown' : holds ? 'holds' : 'broken',
      lost: failed,
      location: jsonLocation(requirement.origin, sources),
    })),
    networks: report.networks.map(({ network, switches, hosts, links, tiers, ...facts }) => ({
      name: network.name,
      kind: network.kind,
      switches,
      hosts,
      links,
      ...quantities(facts),
      tiers: tiers.map(({ tier, names, switches: each, worst, whole }) => ({
        tier,
        names,
        switches: each,
        ...quantities({ worst, whole }),
      })),
    })),
    links: report.links.map((each) => jsonLinks(each, sources)),
    notLaid: report.unlaid.map(({ statement, network, origin }) => ({
      statement,
      network: network?.name ?? null,
      location: jsonLocation(origin, sources),
    })),
    switches: report.devices.filter(({ kind }) => kind === 'switch').map(jsonDevices),
    hosts: report.devices.filter(({ kind }) => kind === 'host').map(jsonDevices),
    modules: report.modules.map(({ part, count, power, total }) => ({
      type: part.name,
      count,
      ...quantities({ power, total }),
    })),
    racks: report.racks.map(({ racks, part, loop, feeds, devices, ...facts }) => ({
      racks,
      count: racks.length,
      type: part?.name ?? null,
      loop: loop?.name ?? null,
      feeds: feeds.map(({ name }) => name),
      devices,
      ...quantities(facts),
    })),
    rows: report.rows.map(({ row, racks, switches, ...facts }) => ({ row, racks, switches, ...quantities(facts) })),
    fibers: jsonFibers(report.fibers),
    loops: report.loops.map(({ loop, racks, cdus, ...facts }) => ({
      name: loop.name,
      coolant: loop.values.coolant?.value.name ?? null,
      racks,
      ...quantities(facts),
      cdus:
        cdus === undefined
          ? null
          : {
              all: cdus.all,
              left: cdus.left,
              heat: quantity(cdus.heat),
              flow: quantity(cdus.flow),
              facilityWater: quantity(cdus.facilityWater),
              head: quantity(cdus.head),
              headMargin: quantity(cdus.headMargin),
            },
    })),
    ...(report.branches.length === 0
      ? {}
      : {
          branches: report.branches.map(({ branch, ...facts }) => ({
            name: branch.name,
            racks: branch.racks.length,
            order: branch.order,
            ...quantities(facts),
          })),
        }),
    feeds: report.feeds.map(({ feed, racks, share, load, capacity }) => ({
      name: feed.name,
      racks,
      ...quantities({ share, load, capacity }),
    })),
    restsOn: report.footing.map(({ name, total, parts }) => ({
      figure: name,
      total: quantity(total),
      ...quantities(partsOf(total, parts)),
    })),
    assumed: report.assumed.map((each) => ({ ...jsonProvenance(each, sources), reason: each.reason ?? '' })),
    unsourced: report.unsourced.map((each) => jsonProvenance(each, sources)),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function jsonHall(hall: NonNullable<Totals['hall']>) {
  return { 'worst-case': quantities({ ...hall['worst-case'] }), typical: quantities({ ...hall.typical }) };
}

/** The parts of a total by what they rest on, as figures of their own. */
function partsOf(total: Derivation, parts: RestsOn): Record<keyof RestsOn, Derivation> {
  const part = (value: number): Derivation => figure(total.label, total.dimension, value);
  return {
    assumed: part(parts.assumed),
    draft: part(parts.draft),
    unsourced: part(parts.unsourced),
    sourced: part(parts.sourced),
  };
}

function jsonDevices({ part, kind: _kind, where, count, modules, empty, supplies, panel, ...facts }: DeviceRow) {
  return {
    type: part?.name ?? null,
    where,
    count,
    modules: modules.map(({ module, count: each }) => ({ type: module.name, count: each })),
    emptyCages: empty,
    ...quantities(facts),
    supplies: supplies === undefined ? null : quantity(supplies),
    panel: panel === undefined ? null : quantities(panel),
  };
}

function jsonLinks(row: LinkRow, sources: Sources) {
  const { statement, network, pattern, budget, typicalLoss, latency, fibersEach, fibers, origin } = row;
  const { class: links, loss, allowed, length, reach, margin, rate } = budget;
  const end = ({ module, optics }: typeof links.from) => ({
    module: module?.name ?? null,
    optics: optics?.name ?? null,
  });
  return {
    statement,
    network: network?.name ?? null,
    pattern,
    count: links.count,
    from: end(links.from),
    to: end(links.to),
    fiber: links.group.fiber?.name ?? null,
    cable: links.group.cable?.name ?? null,
    ...quantities({ rate, length, reach, loss, typicalLoss, allowed, margin, latency, fibersEach, fibers }),
    location: jsonLocation(origin, sources),
  };
}

function jsonProvenance(row: ProvenanceRow, sources: Sources) {
  return {
    of: row.of,
    property: row.property,
    value: writtenValue(row, sources),
    library: row.library,
    location: jsonLocation(row.origin, sources),
  };
}
