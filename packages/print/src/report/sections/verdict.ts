// The first lines of the report: whether the design holds, and under which conditions.
import { type DesignReport, type Judged, printCount } from '@lightloom/core';
import type { Block, State } from '../../blocks/block.ts';
import { asCode, between, type Rich } from '../../blocks/rich.ts';
import { type Counts, countText } from '../../wording/counts.ts';
import { countLimits, limitsText } from '../../wording/limits.ts';

/** Whether a design holds, in a sentence, and what that rests on. */
export interface VerdictText {
  readonly state: State;
  readonly verdict: string;
  /** How many requirements hold. */
  readonly required: string;
  /** What a check finds. */
  readonly found: string;
}

/** Whether the design holds, how many requirements do, and what a check finds. */
export function verdictText({ requirements, totals }: DesignReport, counts: Counts, judged: Judged): VerdictText {
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
  return {
    state: !sound ? 'bad' : isEmpty || limits.unjudged > 0 ? 'open' : 'good',
    verdict,
    required,
    found: `${found}; ${limitsText(limits)}.`,
  };
}

/** What a reader must know about the figures: their basis, values set for a what-if, and gaps. */
export function conditionNotes(report: DesignReport): Block[] {
  return [...basisNote(report), ...settingsNote(report), ...gapsNote(report)];
}

function basisNote({ basis }: DesignReport): Block[] {
  if (basis !== 'typical') return [];
  return [
    {
      kind: 'note',
      title: 'Typical figures',
      text: 'power, heat and loss, and everything derived from them, use the typical values of parts. A part without a typical value counts with its maximum.',
    },
  ];
}

function settingsNote({ settings }: DesignReport): Block[] {
  if (settings.length === 0) return [];
  const list = settings.map(({ name, text }) => asCode(`${name} = ${text}`));
  return [
    { kind: 'note', title: 'What-if', text: ['the figures use ', between(list, ', '), ', set on the command line.'] },
  ];
}

function gapsNote({ gaps, unlaid }: DesignReport): Block[] {
  const missing: Rich[] = [
    ...(gaps.length === 0 ? [] : [`some ${gaps.join(', ')} could not be understood`]),
    ...(unlaid.length === 0
      ? []
      : [
          [
            between(
              unlaid.map((each) => asCode(each.statement)),
              ', ',
            ),
            ' made no links',
          ],
        ]),
  ];
  if (missing.length === 0) return [];
  const text = [between(missing, '; '), '. Figures that depend on them are unknown or incomplete.'];
  return [{ kind: 'note', title: 'Incomplete', text }];
}
