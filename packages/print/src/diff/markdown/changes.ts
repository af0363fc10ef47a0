// What was added, removed, moved, changed and renamed, in Markdown.
import { type Change, printCount } from '@lightloom/core';
import { textColumns as text } from '../../markdown/table.ts';
import { code, joined, Markdown, markdown, markdownText } from '../../shown/index.ts';
import type { ComparedPair } from '../compared/pair.ts';
import { detailTexts, inOrder, placesOf, reuseTexts, signs, subjectOf } from '../words/families.ts';
import { folded, foldedTable, limitedTable, section } from './folded.ts';

/** Everything that changed, with its sign. */
export function changeSection({ diff: { changes } }: ComparedPair, mostRows: number): string[] {
  return section(
    'Changes',
    foldedTable(
      text('', 'What', 'Where', 'Details'),
      inOrder(changes).map((each) => [
        new Markdown(`${signs[each.kind]} ${each.kind}`),
        subjectOf(each),
        placesCell(each),
        detailsCell(each),
      ]),
      mostRows,
    ),
    reuseTexts(changes).map(markdownText).join(' '),
  );
}

/** What is the same under another name. */
export function renamedSection({ diff: { renamed } }: ComparedPair, mostRows: number): string[] {
  const rows = inOrder(renamed).map((each) => [subjectOf(each), ...placesOf(each).map(code)]);
  if (rows.length === 0) return [];
  const things = renamed.reduce((all, { count }) => all + count, 0);
  const table = limitedTable(text('What', 'Before', 'After'), rows, mostRows);
  return section(
    'Renamed',
    folded(`${printCount(things, 'thing is', 'things are')} the same under another name`, table),
  );
}

function placesCell(change: Change): string | Markdown {
  const [before, after] = placesOf(change);
  if (before === after || after === '') return code(before);
  return before === '' ? code(after) : markdown`${code(before)} → ${code(after)}`;
}

function detailsCell(change: Change): Markdown {
  return joined(detailTexts(change), '; ');
}
