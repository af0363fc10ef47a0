// Requirements and findings of two designs, in Markdown.
import { numberColumns as number, textColumns as text } from '../../markdown/table.ts';
import { code, type Markdown, markdown, markdownText, sentence } from '../../shown/index.ts';
import { lineAddress } from '../../text/source-text.ts';
import type { ComparedPair } from '../compared/pair.ts';
import { listedFindings, shareText } from '../words/findings.ts';
import {
  differing,
  isWorse,
  limitIn,
  requirementText,
  unchangedText,
  valueIn,
  verdictText,
} from '../words/requirements.ts';
import { doubtText } from '../words/title.ts';
import { foldedTable, section } from './folded.ts';

/** Requirements of which something differs. */
export function requirementSection({ diff: { requirements } }: ComparedPair, mostRows: number): string[] {
  const changed = differing(requirements);
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
    mostRows,
  );
  return table === '' ? [] : section('Requirements', table, unchangedText(requirements));
}

/** Findings that are new, and those that are gone. */
export function findingSections(pair: ComparedPair, mostRows: number): string[] {
  const {
    diff: { findings },
    before,
    after,
  } = pair;
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
  const list = (title: string, what: 'new' | 'gone'): string[] => {
    const table = foldedTable(columns, rows(what), mostRows);
    return table === '' ? [] : section(title, markdownText(doubtText(pair, what)), table);
  };
  return [...list('New findings', 'new'), ...list('Findings that are gone', 'gone')];
}
