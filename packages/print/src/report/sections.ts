// The sections of a report for people, in the order in which a review asks.
import type { Section } from '../blocks/block.ts';
import type { Sources } from '../text/source-text.ts';
import type { ReportDocument } from './document.ts';
import { cableTable } from './sections/cables.ts';
import { closestTables } from './sections/closest.ts';
import { branchTable, facilityWaterTable, loopTable } from './sections/cooling.ts';
import { costTable } from './sections/cost.ts';
import { hostTable, moduleTable, switchTable } from './sections/devices.ts';
import { fiberTables } from './sections/fibers.ts';
import { figureTable } from './sections/figures.ts';
import { noteTable, problemTable } from './sections/findings.ts';
import { freeTables } from './sections/free.ts';
import { keyFigures } from './sections/key-figures.ts';
import { linkTable } from './sections/links.ts';
import { networkTable, pairTable, tierTable } from './sections/networks.ts';
import { feedTable, powerTable } from './sections/power.ts';
import { assumedTable, figureSourceTable, unsourcedTable } from './sections/provenance.ts';
import { rackRowTable, rackTable } from './sections/racks.ts';
import { requirementTable } from './sections/requirements.ts';
import { unjudgedTable } from './sections/unjudged.ts';
import { unknownReasons } from './sections/unknown-reasons.ts';

/** What a decision needs: the sections of a brief report, and the first ones of a full one. */
export function briefSections({ report, judged, findings, fabric }: ReportDocument, sources: Sources): Section[] {
  return filled([
    { title: 'Findings', blocks: problemTable({ findings, fabric }, sources) },
    { title: 'Requirements', blocks: requirementTable(report) },
    { title: 'Key figures', blocks: keyFigures(report) },
    { title: 'Figures', blocks: figureTable(report) },
    { title: 'What was not judged', blocks: unjudgedTable(judged, sources) },
  ]);
}

/** What is closest to its limits: the first thing to read after the verdict. */
export function limitSections({ report }: ReportDocument): Section[] {
  return filled([{ title: 'Closest to their limits', blocks: closestTables(report) }]);
}

/** Everything below them. */
export function detailSections({ report, findings, fabric }: ReportDocument, sources: Sources): Section[] {
  return filled([
    { title: 'Power', blocks: powerTable(report) },
    { title: 'Cost', blocks: costTable(report) },
    { title: 'Networks', blocks: networkTable(report) },
    { title: 'Tiers', blocks: tierTable(report) },
    { title: 'Links between tiers', blocks: pairTable(report) },
    { title: 'Links', blocks: linkTable(report, sources) },
    { title: 'Switches', blocks: switchTable(report) },
    { title: 'Hosts', blocks: hostTable(report) },
    { title: 'Modules', blocks: moduleTable(report) },
    { title: 'Racks', blocks: rackTable(report) },
    { title: 'Rows', blocks: rackRowTable(report) },
    { title: 'Fibers', blocks: fiberTables(report) },
    { title: 'Cables by length', blocks: cableTable(report) },
    { title: 'Coolant loops', blocks: loopTable(report) },
    { title: 'Facility water and pressure', blocks: facilityWaterTable(report) },
    { title: 'Branches', blocks: branchTable(report) },
    { title: 'Feeds', blocks: feedTable(report) },
    { title: 'Free capacity', blocks: freeTables(report) },
    { title: 'Notes', blocks: noteTable({ findings, fabric }, sources) },
    { title: 'Where the figures come from', blocks: figureSourceTable(report) },
    { title: 'Assumed figures', blocks: assumedTable(report, sources) },
    { title: 'Figures without a source', blocks: unsourcedTable(report, sources) },
    { title: 'Why figures are unknown', blocks: unknownReasons(report) },
  ]);
}

/** Those that have something in them. */
function filled(sections: readonly Section[]): Section[] {
  return sections.filter(({ blocks }) => blocks.length > 0);
}
