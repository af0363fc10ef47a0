// Requirements and findings of two designs, in Markdown.
import { printCount } from '@lightloom/core';
import { numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, type Markdown, markdown, sentence } from '../../shown/index.ts';
import { lineAddress } from '../../text/source-text.ts';
import type { ComparedPair } from '../document.ts';
import { listedFindings, shareText } from '../words/findings.ts';
import { differing, isWorse, limitIn, requirementText, valueIn, verdictText } from '../words/requirements.ts';
import { foldedTable, section } from './folded.ts';

/** Requirements of which something differs. */
export function requirementSection({ diff: { requirements } }: ComparedPair): string[] {
  const changed = differing(requirements);
  const left = requirements.length - changed.length;
  const table = foldedTable(
    [...text('Verdict', 'Requirement'), ...number('Before', 'After', 'Limit')],
    changed.map((each) => {
      const limits =
        each.kind === 'limit'
          ? `${limitIn(each.before)}, now ${limitIn(each.after)}`
          : limitIn(each.after ?? each.before);
      const verdict = verdictText(each);
      return [
        isWorse(each) ? markdown`✗ **${verdict}**` : verdict,
        code(requirementText(each)),
        valueIn(each.before) || '–',
        valueIn(each.after) || '–',
        limits,
      ];
    }),
  );
  const others = left === 0 ? '' : `${printCount(left, 'other requirement is', 'other requirements are')} as before.`;
  return table === '' ? [] : section('Requirements', table, others);
}

/** Findings that are new, and those that are gone. */
export function findingSections({ diff: { findings }, before, after }: ComparedPair): string[] {
  const rows = (what: 'new' | 'gone'): (readonly (string | Markdown)[])[] =>
    listedFindings(what === 'new' ? findings.fresh : findings.gone).map((each) => {
      const { severity, rule, message, origin } = each.finding;
      const sources = what === 'new' ? after.sources : before.sources;
      return [
        severity,
        sentence(`${message}${shareText(each, what)}`),
        origin.uri === '' ? '' : code(lineAddress(origin, sources)),
        code(rule),
      ];
    });
  const columns = text('Severity', 'Finding', 'Place', 'Rule');
  return [
    ...section('New findings', foldedTable(columns, rows('new'))),
    ...section('Findings that are gone', foldedTable(columns, rows('gone'))),
  ];
}
