// The report of a design as Markdown: what a review asks first comes first.
import { type Derivation, type DesignReport, printCount, printNumber, printValue, type Verdict } from '@lightloom/core';
import { markdownSections } from './markdown-sections.ts';
import { code, markdownTable } from './markdown-table.ts';
import { nameRanges } from './name-ranges.ts';
import { type Reported, ratioText as ratio, showValue as show } from './reported.ts';
import type { Sources } from './source.ts';
import { countText } from './summary.ts';

/**
 * The report, ending in a line break.
 * @param brief verdict, key figures and requirements only
 */
export function markdownReport(reported: Reported, sources: Sources, brief = false): string {
  const { path, report } = reported;
  const blocks = [
    `# Design report: ${path}`,
    verdictText(reported),
    ...basisText(report),
    ...settingsText(report),
    ...gapsText(report),
    '## Key figures',
    keyFigures(report),
    ...(report.requirements.length === 0 ? [] : ['## Requirements', requirementTable(report.requirements)]),
  ];
  if (!brief) blocks.push(...sections(report, sources), ...unknowns(report));
  return `${blocks.join('\n\n')}\n`;
}

function sections(report: DesignReport, sources: Sources): string[] {
  return markdownSections(report, sources).flatMap(({ title, text }) => (text === '' ? [] : [`## ${title}`, text]));
}

/** What a reviewer wants to know before anything else. */
function verdictText({ counts, report: { requirements, totals } }: Reported): string {
  const held = requirements.filter((each) => each.holds === true).length;
  const wanted =
    requirements.length === 0
      ? 'It states no requirements.'
      : `${held} of ${printCount(requirements.length, 'requirement')} ${held === 1 ? 'holds' : 'hold'}.`;
  const sound = counts.error === 0 && held === requirements.length;
  const found = counts.error + counts.warning === 0 ? ['0 problems'] : [];
  const rest = [...found, countText(counts)].filter((each) => each !== '').join(', ');
  const isEmpty = totals.switches + totals.hosts + totals.racks === 0;
  const verdict = !sound
    ? 'The design does not hold yet.'
    : isEmpty
      ? 'Nothing is installed yet.'
      : requirements.length === 0
        ? 'Nothing is known to be wrong.'
        : 'The design holds.';
  return `**${verdict}** ${wanted} \`lightloom check\`: ${rest}.`;
}

function basisText({ basis }: DesignReport): string[] {
  if (basis === 'worst-case') return [];
  return [
    '> **Typical figures:** power, heat and loss, and all that follows from them, are what parts say is typical. Where a part says nothing typical, its maximum counts.',
  ];
}

function settingsText({ settings }: DesignReport): string[] {
  if (settings.length === 0) return [];
  const list = settings.map(({ name, text }) => code(`${name} = ${text}`)).join(', ');
  return [`> **What if:** the figures are those with ${list}, which was set from outside.`];
}

function gapsText({ gaps, unlaid }: DesignReport): string[] {
  const missing = [
    ...(gaps.length === 0 ? [] : [`some ${gaps.join(', ')} could not be understood`]),
    ...(unlaid.length === 0 ? [] : [`${unlaid.map((each) => code(each.statement)).join(', ')} could not be laid`]),
  ];
  if (missing.length === 0) return [];
  return [`> **Incomplete:** ${missing.join('; ')}. Figures that rest on it are unknown or lack a part.`];
}

function keyFigures({ totals, basis }: DesignReport): string {
  const most = basis === 'typical' ? ', at the most' : '';
  const rows: (readonly [string, string])[] = [
    ['Accelerators', show(totals.accelerators)],
    ['Hosts', printNumber(totals.hosts)],
    ['Switches', printNumber(totals.switches)],
    ['Modules', show(totals.modules)],
    ['Links', show(totals.links)],
    ['Fibers', show(totals.fibers)],
    ['Racks', printNumber(totals.racks)],
    ['Power of all devices', show(totals.power)],
    ['– of which modules', show(totals.modulePower)],
    ['– typically', show(totals.typicalPower)],
    ...(totals.hall === undefined
      ? []
      : ([[`Power of racks and CDU pumps${most}`, show(totals.hall['worst-case'].total)]] as const)),
    ['Heat to liquid', show(totals.liquidHeat)],
    ['Heat to air', show(totals.airHeat)],
  ];
  return markdownTable([{ head: 'Figure' }, { head: 'Value', align: 'right' }], rows);
}

const verdicts = new Map([
  [true, '✓ holds'],
  [false, '✗ **broken**'],
  [undefined, '? unknown'],
]);

function requirementTable(requirements: readonly Verdict[]): string {
  return markdownTable(
    [
      { head: 'Verdict' },
      { head: 'Requirement' },
      { head: 'Value', align: 'right' },
      { head: 'Limit', align: 'right' },
      { head: 'Worst case: lost' },
    ],
    requirements.map(({ requirement, value, limit, holds, failed }) => [
      verdicts.get(holds) ?? '',
      code(requirement.text.replace(/^require\s+/, '')),
      requirement.fact === 'oversubscription' ? ratio(value) : show(value),
      `${requirement.comparator} ${limitText(requirement, value, limit)}`,
      failed.length === 0 ? '–' : nameRanges(failed),
    ]),
  );
}

function limitText({ fact, ofFull, limit: share }: Verdict['requirement'], value: Derivation, limit: number): string {
  const at = { ...value, value: limit };
  const text = fact === 'oversubscription' ? ratio(at) : printValue(at);
  return ofFull ? `${text} (${printValue({ ...value, dimension: 'ratio', value: share })} of full)` : text;
}

/** Figures that are named for one reason. */
const mostNamed = 3;

/** Why figures are unknown: each reason once, with what it leaves unknown. */
function unknowns(report: DesignReport): string[] {
  const reasons = new Map<string, Set<string>>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || !isUnknown(value)) return;
    const reason = value.unknown ?? 'a figure it rests on is unknown';
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(value.label));
  };
  const {
    totals,
    requirements,
    networks,
    devices,
    racks,
    rows: rackRows,
    fibers,
    loops,
    branches,
    feeds,
    links,
  } = report;
  const rows = [
    ...networks,
    ...devices,
    ...racks,
    ...rackRows,
    ...(totals.hall === undefined ? [] : [totals.hall['worst-case'], totals.hall.typical]),
    ...fibers.racks,
    ...(fibers.tray === undefined ? [] : [fibers.tray, ...fibers.tray.rows]),
    ...fibers.panels,
    ...fibers.connectors,
    ...loops,
    ...branches,
    ...feeds,
    ...links.flatMap(({ budget }) => (budget.class.group.cable === undefined ? [budget] : [])),
  ];
  for (const each of [totals, ...requirements, ...rows]) Object.values(each).forEach(look);
  const lines = [...reasons].map(([reason, labels]) => {
    const rest = labels.size > mostNamed ? ` and ${printCount(labels.size - mostNamed, 'more figure')}` : '';
    return `- ${reason}: ${[...labels].slice(0, mostNamed).join(', ')}${rest}`;
  });
  return lines.length === 0 ? [] : ['## Why figures are unknown', lines.join('\n')];
}

function isUnknown(value: object): value is Derivation {
  return 'terms' in value && 'label' in value && Number.isNaN((value as Derivation).value);
}
