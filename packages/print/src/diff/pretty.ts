// Two designs compared, for the terminal.
import { isSameFigure, printCount, printNumber, wholeDesign } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import { widthOf } from '../text/cells.ts';
import { lineAddress, type Sources } from '../text/source-text.ts';
import type { Theme } from '../text/theme.ts';
import { conditionsLine } from '../wording/conditions.ts';
import type { ComparedPair } from './compared/pair.ts';
import { diffDocument } from './document.ts';
import { cablesLine, cableText, trunkTexts } from './words/cables.ts';
import { detailTexts, inOrder, placesOf, signs, subjectOf } from './words/families.ts';
import { bySubject, deltaText, figureName, figureTexts, ratioOf } from './words/figures.ts';
import { listedFindings, shareText } from './words/findings.ts';
import { headlineOf } from './words/headline.ts';
import { differing, isWorse, limitIn, requirementText, valueIn, verdictText } from './words/requirements.ts';
import { doubtText, equalText, incompleteText, splitPairs, titleOf } from './words/title.ts';

/** Lines of one list that are printed, at most; the JSON format has all of them. */
const maxLines = 40;

export const format = defineFormat({
  document: diffDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print({ pairs, settings, basis }, { theme }) {
    const conditions = conditionsLine({ basis, settings });
    const { shown, equal } = splitPairs(pairs);
    const blocks = shown.map((pair) => (pair.facts === undefined ? pairText(pair, theme) : factsText(pair, theme)));
    const lines = [
      ...(conditions === undefined ? [] : [visible(conditions)]),
      ...blocks,
      ...equalText(equal).map(visible),
    ];
    return `${lines.join('\n\n')}\n`;
  },
});

function pairText(pair: ComparedPair, theme: Theme): string {
  const { diff } = pair;
  const title = [theme.strong(visible(titleOf(pair))), ...incompleteText(pair).map(visible), visible(headlineOf(pair))];
  const sections = [
    section('Changes', changeLines(pair, theme), theme),
    section('Cables', cableLines(pair, theme), theme),
    section('Figures', figureLines(pair), theme),
    section('Requirements', requirementLines(pair, theme), theme),
    section('New findings', findingLines(pair, 'new', theme), theme),
    section('Findings that are gone', findingLines(pair, 'gone', theme), theme),
    section(
      'Renamed',
      inOrder(diff.renamed).map((each) => visible(`= ${subjectOf(each)}: ${placesOf(each).join(' → ')}`)),
      theme,
    ),
  ];
  return [title.join('\n'), ...sections.flat()].join('\n\n');
}

function section(title: string, lines: readonly string[], theme: Theme): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, maxLines).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return [
    [
      theme.strong(title),
      ...shown,
      ...(more > 0 ? [`  … and ${printCount(more, 'more', 'more')}: -f json lists them all.`] : []),
    ].join('\n'),
  ];
}

function changeLines({ diff: { changes } }: ComparedPair, theme: Theme): string[] {
  const paint = {
    added: theme.good,
    removed: theme.severity.error,
    replaced: theme.severity.warning,
    moved: theme.severity.note,
    changed: theme.severity.warning,
    renamed: theme.quiet,
  };
  return inOrder(changes).map((each) => {
    const [before, after] = placesOf(each);
    const places = before === after || after === '' ? before : before === '' ? after : `${before} → ${after}`;
    const details = detailTexts(each);
    const text = `${each.kind} ${subjectOf(each)}: ${places}${details.length === 0 ? '' : `; ${details.join('; ')}`}`;
    return `${paint[each.kind](signs[each.kind])} ${visible(text)}`;
  });
}

function cableLines({ diff: { cables } }: ComparedPair, theme: Theme): string[] {
  if (cables.touched.length === 0) return [];
  const lines = cables.touched.map((each) => {
    const why = each.why.length === 0 ? '' : ` (${each.why.join('; ')})`;
    return visible(
      `${each.work}: ${printNumber(each.count, 0)} × ${cableText(each)}, ${trunkTexts(each).join(' → ')}${why}`,
    );
  });
  return [theme.strong(cablesLine(cables)), ...lines];
}

function figureLines({ diff: { figures } }: ComparedPair): string[] {
  return aligned(
    figures
      .filter((each) => !isSameFigure(each))
      .map((each) => {
        const [before, after] = figureTexts(each);
        return [figureName(each, wholeDesign), before || '–', '→', after || '–', deltaText(each)];
      }),
  );
}

function requirementLines({ diff: { requirements } }: ComparedPair, theme: Theme): string[] {
  return differing(requirements).map((each) => {
    const verdict = isWorse(each) ? theme.severity.error(verdictText(each)) : verdictText(each);
    const [old, now] = [valueIn(each.before), valueIn(each.after)];
    const values = [old, now].filter((value) => value !== '').join(' → ');
    const limit = each.kind === 'limit' ? `; the limit was ${limitIn(each.before)}` : '';
    return `${verdict}: ${visible(`${requirementText(each)}, is ${values}${limit}`)}`;
  });
}

function findingLines(pair: ComparedPair, what: 'new' | 'gone', theme: Theme): string[] {
  const {
    diff: { findings },
    before,
    after,
  } = pair;
  const sources: Sources = what === 'new' ? after.sources : before.sources;
  const lines = listedFindings(what === 'new' ? findings.fresh : findings.gone).map((each) => {
    const { severity, rule, message, origin } = each.finding;
    const place = origin.uri === '' ? '' : `${lineAddress(origin, sources)}: `;
    return `${theme.severity[severity](`${severity}[${rule}]`)} ${visible(`${place}${message}${shareText(each, what)}`)}`;
  });
  const doubt = doubtText(pair, what);
  return lines.length === 0 || doubt === '' ? lines : [visible(doubt), ...lines];
}

/** Every fact side by side, by what it is of, in columns that all blocks share. */
function factsText(pair: ComparedPair, theme: Theme): string {
  const blocks = [...bySubject(pair.facts ?? [])];
  const rows = blocks.flatMap(([, own]) =>
    own.map((each) => {
      const [before, after] = figureTexts(each);
      return [each.name, before || '–', after || '–', ratioOf(each)];
    }),
  );
  const [head = '', ...lines] = aligned([['', 'before', 'after', 'ratio'], ...rows]).map((line) => `  ${line}`);
  const title = [theme.strong(visible(titleOf(pair))), ...incompleteText(pair).map(visible)].join('\n');
  let at = 0;
  const shown = blocks.map(([subject, own]) => {
    at += own.length;
    return [theme.strong(visible(subject)), ...lines.slice(at - own.length, at)].join('\n');
  });
  return [title, theme.quiet(head), ...shown].join('\n\n');
}

/** Rows with their cells below each other. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.min(40, Math.max(...rows.map((row) => widthOf(row[i] ?? '')))));
  return rows.map((row) =>
    row
      .map((text, i) => visible(text) + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text))))
      .join('  ')
      .trimEnd(),
  );
}
