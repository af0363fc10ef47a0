// The report of a design as Markdown: what a review asks first comes first.
import type { DesignReport } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { markdown } from '../shown/index.ts';
import type { Sources } from '../text/source-text.ts';
import { reportDocument } from './document.ts';
import { branchTable, facilityWaterTable, loopTable } from './markdown/cooling.ts';
import { costTable } from './markdown/cost.ts';
import { hostTable, moduleTable, switchTable } from './markdown/devices.ts';
import { fiberTables } from './markdown/fibers.ts';
import { figureTable } from './markdown/figures.ts';
import { keyFigures } from './markdown/key-figures.ts';
import { linkTable } from './markdown/links.ts';
import { networkTable, tierTable } from './markdown/networks.ts';
import { feedTable, powerTable } from './markdown/power.ts';
import { assumedTable, figureSourceTable, unsourcedTable } from './markdown/provenance.ts';
import { rackRowTable, rackTable } from './markdown/racks.ts';
import { requirementTable } from './markdown/requirements.ts';
import { unjudgedTable } from './markdown/unjudged.ts';
import { unknownReasons } from './markdown/unknown-reasons.ts';
import { conditionNotes, verdictText } from './markdown/verdict.ts';

export const format = defineFormat({
  document: reportDocument,
  name: 'md',
  title: 'Markdown, for a review or a pull request',
  print({ path, report, counts, judged, detail }, { sources }) {
    const blocks = [
      markdown`# Design report: ${path}`.source,
      verdictText(report, counts, judged),
      ...conditionNotes(report),
      ...section('Key figures', keyFigures(report)),
      ...section('Requirements', requirementTable(report)),
      ...section('Figures', figureTable(report)),
      ...section('What was not judged', unjudgedTable(judged, sources)),
      ...(detail === 'brief' ? [] : details(report, sources)),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
});

/** Everything below the requirements, in the order of a review. */
function details(report: DesignReport, sources: Sources): string[] {
  return [
    section('Power', powerTable(report)),
    section('Cost', costTable(report)),
    section('Networks', networkTable(report)),
    section('Tiers', tierTable(report)),
    section('Links', linkTable(report, sources)),
    section('Switches', switchTable(report)),
    section('Hosts', hostTable(report)),
    section('Modules', moduleTable(report)),
    section('Racks', rackTable(report)),
    section('Rows', rackRowTable(report)),
    section('Fibers', fiberTables(report)),
    section('Coolant loops', loopTable(report)),
    section('Facility water and pressure', facilityWaterTable(report)),
    section('Branches', branchTable(report)),
    section('Feeds', feedTable(report)),
    section('Where the figures come from', figureSourceTable(report)),
    section('Assumed figures', assumedTable(report, sources)),
    section('Figures without a source', unsourcedTable(report, sources)),
    section('Why figures are unknown', unknownReasons(report)),
  ].flat();
}

/** A heading and its text; nothing when there is no text. */
function section(title: string, text: string): string[] {
  return text === '' ? [] : [`## ${title}`, text];
}
