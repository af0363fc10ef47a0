// The sections of the report that go into detail: one table for each kind of thing.
import {
  type Derivation,
  type DesignReport,
  type DeviceRow,
  type LinkRow,
  type Part,
  type ProvenanceRow,
  printCount,
  printNumber,
  printQuantity,
  printValue,
  waterClassWithin,
} from '@lightloom/core';
import { markdownFibers, markdownPower, markdownRows, markdownTiers } from './markdown-plant.ts';
import { code, markdownTable, numberColumns as number, textColumns as text } from './markdown-table.ts';
import { nameRanges } from './name-ranges.ts';
import { lineOf, ratioText as ratio, showValue as show, writtenValue } from './reported.ts';
import type { Sources } from './source.ts';

/** A section; without text it is left out. */
export interface Section {
  readonly title: string;
  readonly text: string;
}

export function markdownSections(report: DesignReport, sources: Sources): Section[] {
  return [
    { title: 'Power', text: markdownPower(report) },
    { title: 'Networks', text: networks(report) },
    { title: 'Tiers', text: markdownTiers(report) },
    { title: 'Links', text: links(report, sources) },
    { title: 'Switches', text: switches(report) },
    { title: 'Hosts', text: hosts(report) },
    { title: 'Modules', text: modules(report) },
    { title: 'Racks', text: racks(report) },
    { title: 'Rows', text: markdownRows(report) },
    { title: 'Fibers', text: markdownFibers(report) },
    { title: 'Coolant loops', text: loops(report) },
    { title: 'Facility water and pressure', text: water(report) },
    { title: 'Branches', text: branches(report) },
    { title: 'Feeds', text: feeds(report) },
    { title: 'What the figures rest on', text: footing(report) },
    { title: 'Assumed', text: provenance(report.assumed, sources, true) },
    { title: 'Without a source', text: provenance(report.unsourced, sources, false) },
  ];
}

const nameOf = (part: Part | undefined): string => part?.name ?? 'unknown';
/** What there is, of what there may be. */
const of = (value: Derivation, limit: Derivation): string =>
  Number.isNaN(limit.value) ? show(value) : `${show(value)} of ${printValue(limit)}`;

function networks({ networks: rows }: DesignReport): string {
  return markdownTable(
    [
      ...text('Network', 'Kind'),
      ...number(
        'Hosts',
        'Switches',
        'Links',
        'Oversubscription',
        'Injection',
        'Bisection',
        'Worst margin',
        'Diameter',
        'Paths',
      ),
    ],
    rows.map((each) => [
      each.network.name,
      each.network.kind,
      printNumber(each.hosts),
      printNumber(each.switches),
      printNumber(each.links),
      ratio(each.oversubscription),
      show(each.injection),
      of(each.bisection, each.fullBisection),
      show(each.margin),
      show(each.diameter),
      show(each.paths),
    ]),
  );
}

function links({ links: rows, unlaid }: DesignReport, sources: Sources): string {
  const table = markdownTable(
    [
      ...text('Links', 'Pattern', 'From', 'To', 'Over'),
      ...number('Count', 'Rate', 'Length of reach', 'Loss of allowed', 'Typical loss', 'Margin', 'Latency', 'Fibers'),
    ],
    rows.map((each) => [
      code(each.statement),
      each.pattern,
      endText(each.budget.class.from, each.budget.class.group.cable !== undefined),
      endText(each.budget.class.to, each.budget.class.group.cable !== undefined),
      nameOf(each.budget.class.group.fiber ?? each.budget.class.group.cable),
      printNumber(each.budget.class.count),
      show(each.budget.rate),
      of(each.budget.length, each.budget.reach),
      opticalOnly(each, of(each.budget.loss, each.budget.allowed)),
      opticalOnly(each, show(each.typicalLoss)),
      opticalOnly(each, show(each.budget.margin)),
      show(each.latency),
      show(each.fibers),
    ]),
  );
  const lost = unlaid.map(({ statement, origin }) => `- Not laid: ${code(statement)} (${lineOf(origin, sources)})`);
  return [table, lost.join('\n')].filter((each) => each !== '').join('\n\n');
}

/** A figure that cables with fixed ends do not have. */
function opticalOnly({ budget }: LinkRow, value: string): string {
  return budget.class.group.cable === undefined ? value : '–';
}

/** `XpoDr, 800GBASE-DR4`; of the end of a cable, the cage. */
function endText({ module, optics, cage }: LinkRow['budget']['class']['from'], isCable: boolean): string {
  if (isCable && cage !== undefined) return cage.name;
  return module === undefined ? 'no module' : [module.name, ...(optics === undefined ? [] : [optics.name])].join(', ');
}

function switches({ devices }: DesignReport): string {
  return markdownTable(
    [
      ...text('Type', 'Where'),
      ...number('Count'),
      ...text('Modules each'),
      ...number('Power each', 'To liquid', 'To air', 'Supplies give', 'Cages of chip', 'Height', 'Density'),
    ],
    devices
      .filter(({ kind }) => kind === 'switch')
      .map((each) => [
        ...deviceCells(each),
        each.supplies === undefined ? '–' : show(each.supplies),
        each.panel === undefined ? show(each.cages) : of(each.cages, each.panel.capacity),
        heightText(each.height),
        each.panel === undefined ? 'unknown' : show(each.panel.density),
      ]),
  );
}

function hosts({ devices }: DesignReport): string {
  return markdownTable(
    [
      ...text('Type', 'Where'),
      ...number('Count'),
      ...text('Modules each'),
      ...number('Power each', 'To liquid', 'To air', 'Cages', 'Height'),
    ],
    devices
      .filter(({ kind }) => kind === 'host')
      .map((each) => [...deviceCells(each), show(each.cages), heightText(each.height)]),
  );
}

function deviceCells(each: DeviceRow): string[] {
  const modules = each.modules.map(({ module, count }) => `${printNumber(count)} × ${module.name}`);
  if (each.empty > 0) modules.push(printCount(each.empty, 'cage empty', 'cages empty'));
  return [
    nameOf(each.part),
    each.where.map(code).join(', '),
    printNumber(each.count),
    modules.length === 0 ? 'no cages' : modules.join(', '),
    show(each.power),
    show(each.liquidHeat),
    show(each.airHeat),
  ];
}

/** A height in the rack unit it was written in. */
function heightText(height: Derivation): string {
  return height.unit === undefined || Number.isNaN(height.value)
    ? show(height)
    : printQuantity(height.value, 'length', height.unit);
}

function modules({ modules: rows }: DesignReport): string {
  return markdownTable(
    [...text('Type'), ...number('Count', 'Power each', 'Power of all')],
    rows.map(({ part, count, power, total }) => [part.name, printNumber(count), show(power), show(total)]),
  );
}

function racks({ racks: rows }: DesignReport): string {
  return markdownTable(
    [
      ...text('Racks', 'Type'),
      ...number('Devices each', 'Power each', 'Height used', 'To liquid', 'To air'),
      ...text('Loop'),
      ...number('Return'),
      ...text('Feeds'),
    ],
    rows.map((each) => [
      nameRanges(each.racks),
      nameOf(each.part),
      printNumber(each.devices),
      of(each.power, each.powerLimit),
      of(each.heightUsed, each.height),
      show(each.liquidHeat),
      show(each.airHeat),
      each.loop?.name ?? '–',
      each.loop === undefined ? '–' : show(each.returnTemperature),
      each.feeds.map(({ name }) => name).join(', ') || '–',
    ]),
  );
}

function loops({ loops: rows }: DesignReport): string {
  return markdownTable(
    [
      ...text('Loop', 'Coolant'),
      ...number('Racks', 'Heat', 'Flow', 'Supply', 'Rise', 'Return of limit', 'Headroom', 'CDUs left give'),
    ],
    rows.map((each) => [
      each.loop.name,
      each.loop.values.coolant?.value.name ?? 'unknown',
      printNumber(each.racks),
      show(each.heat),
      show(each.flow),
      show(each.supply),
      show(each.rise),
      of(each.returnTemperature, each.returnLimit),
      show(each.headroom),
      each.cdus === undefined
        ? '–'
        : `${show(each.cdus.heat)}, ${show(each.cdus.flow)} (${each.cdus.left} of ${each.cdus.all})`,
    ]),
  );
}

/** What stands before the CDUs of loops, and what their pumps have left. */
function water({ loops: rows }: DesignReport): string {
  return markdownTable(
    [
      ...text('Loop'),
      ...number('Warmest facility water', 'Pressure lost on the worst way', 'Head of the CDUs left', 'Head left'),
    ],
    rows.flatMap(({ loop, pressureDrop, cdus }) => {
      if (cdus === undefined) return [];
      const { facilityWater, head, headMargin } = cdus;
      const within = waterClassWithin(facilityWater.value);
      const warmest = `${show(facilityWater)}${within === undefined ? '' : ` (${within})`}`;
      return [[loop.name, warmest, ...[pressureDrop, head, headMargin].map(show)]];
    }),
  );
}

function branches({ branches: rows }: DesignReport): string {
  return markdownTable(
    [...text('Branch', 'Racks'), ...number('Heat', 'Flow', 'Inlet', 'Rise', 'Return', 'Pressure lost')],
    rows.map(({ branch, heat, flow, inlet, rise, outlet, pressureDrop }) => [
      branch.name,
      `${printNumber(branch.racks.length)} in ${branch.order}`,
      ...[heat, flow, inlet, rise, outlet, pressureDrop].map(show),
    ]),
  );
}

function feeds({ feeds: rows }: DesignReport): string {
  return markdownTable(
    [...text('Feed'), ...number('Racks', 'Load', 'Load when feeds fail')],
    rows.map(({ feed, racks, share, load, capacity }) => [
      feed.name,
      printNumber(racks),
      show(share),
      of(load, capacity),
    ]),
  );
}

/** Totals and how much of each stands on what. */
function footing({ footing: rows }: DesignReport): string {
  return markdownTable(
    [...text('Figure'), ...number('Total', 'Assumed', 'From a draft', 'Without a source', 'With a source')],
    rows.map(({ name, total, parts }) => {
      const known = parts.assumed + parts.draft + parts.unsourced + parts.sourced;
      const share = (part: number): string => printQuantity(part / known, 'ratio');
      return [
        name,
        show(total),
        share(parts.assumed),
        share(parts.draft),
        share(parts.unsourced),
        share(parts.sourced),
      ];
    }),
  );
}

function provenance(rows: readonly ProvenanceRow[], sources: Sources, reasons: boolean): string {
  return markdownTable(
    [...text('Figure'), ...number('Value'), ...text(...(reasons ? ['Why'] : []), 'Where')],
    rows.map((each) => [
      `${each.property} of ${each.of}`,
      writtenValue(each, sources),
      ...(reasons ? [each.reason ?? ''] : []),
      lineOf(each.origin, sources),
    ]),
  );
}
