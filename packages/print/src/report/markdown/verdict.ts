// The first lines of the report: whether the design holds, and under which conditions.
import { type DesignReport, type Judged, printCount } from '@lightloom/core';
import { code, joined, markdown } from '../../shown/index.ts';
import { type Counts, countText } from '../../wording/counts.ts';
import { countLimits, limitsText } from '../../wording/limits.ts';

/** Whether the design holds, how many requirements do, and what a check finds. */
export function verdictText({ requirements, totals }: DesignReport, counts: Counts, judged: Judged): string {
  const held = requirements.filter((each) => each.holds === true).length;
  const required =
    requirements.length === 0
      ? 'It states no requirements.'
      : `${held} of ${printCount(requirements.length, 'requirement')} ${held === 1 ? 'holds' : 'hold'}.`;
  const sound = counts.error === 0 && held === requirements.length;
  const isEmpty = totals.switches + totals.hosts + totals.racks === 0;
  const limits = countLimits([judged]);
  const open =
    limits.unjudged === 0
      ? '.'
      : ` as far as it was judged: ${printCount(limits.unjudged, 'limit')} ${limits.unjudged === 1 ? 'was' : 'were'} not.`;
  const verdict = !sound
    ? 'The design does not hold.'
    : isEmpty
      ? 'Nothing is installed yet.'
      : requirements.length === 0
        ? `No problems are known${open}`
        : `The design holds${open}`;
  const problems = counts.error + counts.warning === 0 ? ['0 problems'] : [];
  const found = [...problems, countText(counts)].filter((each) => each !== '').join(', ');
  return `**${verdict}** ${required} \`lightloom check\`: ${found}; ${limitsText(limits)}.`;
}

/** What a reader must know about the figures: their basis, values set for a what-if, and gaps. */
export function conditionNotes(report: DesignReport): string[] {
  return [...basisNote(report), ...settingsNote(report), ...gapsNote(report)];
}

function basisNote({ basis }: DesignReport): string[] {
  if (basis !== 'typical') return [];
  return [
    '> **Typical figures:** power, heat and loss, and everything derived from them, use the typical values of parts. A part without a typical value counts with its maximum.',
  ];
}

function settingsNote({ settings }: DesignReport): string[] {
  if (settings.length === 0) return [];
  const list = settings.map(({ name, text }) => code(`${name} = ${text}`));
  return [markdown`> **What-if:** the figures use ${joined(list, ', ')}, set on the command line.`.source];
}

function gapsNote({ gaps, unlaid }: DesignReport): string[] {
  const missing = [
    ...(gaps.length === 0 ? [] : [`some ${gaps.join(', ')} could not be understood`]),
    ...(unlaid.length === 0
      ? []
      : [
          markdown`${joined(
            unlaid.map((each) => code(each.statement)),
            ', ',
          )} made no links`,
        ]),
  ];
  if (missing.length === 0) return [];
  const list = joined(missing, '; ');
  return [markdown`> **Incomplete:** ${list}. Figures that depend on them are unknown or incomplete.`.source];
}
