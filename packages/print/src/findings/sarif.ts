// Findings as SARIF 2.1.0 (OASIS), as GitHub code scanning and other viewers take it.
import { concernedBy, type Fix } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { type JsonLocation, jsonLocation } from '../json/location.ts';
import { jsonText } from '../json/number.ts';
import type { Topic } from '../rules/document.ts';
import { visible } from '../shown/index.ts';
import type { Sources } from '../text/source-text.ts';
import { findingsDocument } from './document.ts';
import { bySeverity, type ListedFinding, listedWithSuppressed, paragraphsOf, relativeAddress } from './listed.ts';

/** Results of a run that GitHub takes; with more it refuses the file. The most serious are kept. */
const maxResults = 25_000;
/** Related locations of a result that GitHub shows. */
const maxRelated = 100;

export const format = defineFormat({
  document: findingsDocument,
  name: 'sarif',
  title: 'SARIF 2.1.0, for code scanning',
  print(document, { sources }) {
    const all = listedWithSuppressed(document, sources);
    // Either all results say whether they are suppressed, or none does.
    const tells = document.suppressed.length > 0;
    const listed = all.length > maxResults ? bySeverity(all).slice(0, maxResults) : all;
    const ids = [...new Set(listed.map(({ finding }) => finding.rule))].sort();
    const rules = ids.map((id) => ruleOf(document.topics.get(id) ?? { id, severity: 'error', title: id, why: id }));
    const dropped = all.length - listed.length;
    const note = {
      level: 'warning',
      message: { text: `${dropped} findings are left out: a run has at most ${maxResults}.` },
    };
    return jsonText({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Lightloom', semanticVersion: document.version, rules } },
          columnKind: 'utf16CodeUnits',
          // The tool succeeds when it finds something: uploads of runs that did not succeed are refused.
          invocations: [{ executionSuccessful: true, ...(dropped > 0 ? { toolExecutionNotifications: [note] } : {}) }],
          results: listed.map((each) => ({
            ...resultOf(each, ids.indexOf(each.finding.rule), sources),
            ...(tells ? { suppressions: each.suppressions.map((by) => suppressionOf(by, sources)) } : {}),
          })),
        },
      ],
    });
  },
});

function ruleOf({ id, severity, title, why, override, bad, good, sources = [] }: Topic) {
  const fenced = (text: string): string => `\`\`\`fabric\n${text.trim()}\n\`\`\``;
  const markdown = [
    why,
    ...(override === undefined ? [] : [`**Change the limit.** ${override}`]),
    ...(bad === undefined ? [] : ['**Reported:**', fenced(bad)]),
    ...(good === undefined ? [] : ['**Fixed:**', fenced(good)]),
    ...(sources.length === 0 ? [] : ['**Sources:**', sources.map((each) => `- ${each}`).join('\n')]),
  ];
  return {
    id,
    name: id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: [why, override].filter((each) => each !== undefined).join(' '), markdown: markdown.join('\n\n') },
    defaultConfiguration: { level: severity },
    properties: { tags: [id.split('/')[0]] },
  };
}

function resultOf(listed: ListedFinding, ruleIndex: number, sources: Sources) {
  const { finding, location, fabric, fingerprint } = listed;
  const related = finding.related.flatMap(({ origin, message }, id) => {
    const place = jsonLocation(origin, sources);
    return place === null ? [] : [{ id, message: { text: message }, ...placeOf(place) }];
  });
  const concerns = fabric === undefined ? [] : concernedBy(fabric, finding);
  const fixes = finding.fixes.map((each) => fixOf(each, sources));
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: paragraphsOf(listed).join('\n') },
    locations: [placeOf(location)],
    ...(related.length > 0 ? { relatedLocations: related.slice(0, maxRelated) } : {}),
    // The name of the key is the one that GitHub matches alerts by.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(concerns.length > 0 ? { properties: { concerns } } : {}),
  };
}

function suppressionOf({ kind, reason, origin }: ListedFinding['suppressions'][number], sources: Sources) {
  const place = origin === undefined ? null : jsonLocation(origin, sources);
  return {
    kind: kind === 'allow' ? 'inSource' : 'external',
    status: 'accepted',
    justification: visible(reason),
    ...(place === null ? {} : { location: placeOf(place) }),
  };
}

function placeOf({ path, start, end }: JsonLocation) {
  return { physicalLocation: { artifactLocation: { uri: relativeAddress(path) }, region: regionOf(start, end) } };
}

function regionOf(start: JsonLocation['start'], end: JsonLocation['end']) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A fix, file by file. */
function fixOf({ title, edits }: Fix, sources: Sources) {
  const files = [...new Set(edits.map(({ origin }) => origin.uri))];
  const changes = files.map((uri) => ({
    artifactLocation: { uri: relativeAddress(sources(uri).path) },
    replacements: edits.flatMap(({ origin, text }) => {
      if (origin.uri !== uri) return [];
      const place = jsonLocation(origin, sources);
      if (place === null) return [];
      return [{ deletedRegion: regionOf(place.start, place.end), insertedContent: { text } }];
    }),
  }));
  return { description: { text: title }, artifactChanges: changes };
}
