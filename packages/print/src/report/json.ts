// The report of a design for other programs: `schemas/report.schema.json` describes the document.
import { defineFormat } from '../format/format.ts';
import { jsonLimits } from '../json/limits.ts';
import { jsonText } from '../json/number.ts';
import { basisName } from '../wording/conditions.ts';
import { countFindings } from '../wording/counts.ts';
import { boundedReport } from './bounded.ts';
import { reportDocument } from './document.ts';
import { jsonCables, jsonClosest, jsonFree, jsonPairs } from './json/capacity.ts';
import { jsonBranches, jsonFeeds, jsonLoops } from './json/cooling-and-feeds.ts';
import { jsonCost } from './json/cost.ts';
import { jsonDevices, jsonModules } from './json/devices.ts';
import { jsonFibers } from './json/fibers.ts';
import { jsonFigures } from './json/figures.ts';
import { jsonLinks, jsonUnmadeLinks } from './json/links.ts';
import { jsonNetworks } from './json/networks.ts';
import { jsonPhases } from './json/phases.ts';
import { jsonFigureSources, jsonProvenance } from './json/provenance.ts';
import { jsonRackRows, jsonRacks } from './json/racks.ts';
import { jsonRequirements } from './json/requirements.ts';
import { jsonTotals } from './json/totals.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: reportDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'report.schema.json',
  print({ path, findings, judged, report: whole, mostRows, date }, { sources }) {
    const { report, cut } = boundedReport(whole, mostRows);
    const { settings } = report;
    const counts = countFindings(findings);
    return jsonText({
      version,
      file: path,
      ...(date === undefined ? {} : { date }),
      basis: basisName(report.basis),
      findings: { errors: counts.error, warnings: counts.warning, notes: counts.note },
      limits: jsonLimits(judged, sources),
      ...(settings.length === 0 ? {} : { settings: settings.map(({ name, text }) => ({ name, value: text })) }),
      gaps: report.gaps,
      totals: jsonTotals(report),
      ...jsonCost(report),
      requirements: jsonRequirements(report, sources),
      ...(report.phases.length === 0 ? {} : { phases: jsonPhases(report) }),
      ...(report.figures.length === 0 ? {} : { figures: jsonFigures(report, sources) }),
      closest: jsonClosest(report),
      networks: jsonNetworks(report),
      linksBetweenTiers: jsonPairs(report),
      links: jsonLinks(report, sources),
      notLaid: jsonUnmadeLinks(report, sources),
      switches: jsonDevices(report, 'switch'),
      hosts: jsonDevices(report, 'host'),
      modules: jsonModules(report),
      racks: jsonRacks(report),
      rows: jsonRackRows(report),
      fibers: jsonFibers(report),
      cables: jsonCables(report),
      loops: jsonLoops(report),
      ...(report.branches.length === 0 ? {} : { branches: jsonBranches(report) }),
      feeds: jsonFeeds(report),
      free: jsonFree(report),
      restsOn: jsonFigureSources(report),
      assumed: report.assumed.map((each) => ({ ...jsonProvenance(each, sources), reason: each.reason ?? '' })),
      unsourced: report.unsourced.map((each) => jsonProvenance(each, sources)),
      ...(cut.length === 0 ? {} : { truncated: cut }),
    });
  },
});
