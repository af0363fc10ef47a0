// Two designs compared, as Markdown for a pull request: a reviewer reads this alone.
import { printCount } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { commentLimit } from '../markdown/comment.ts';
import { markdown, markdownText, sentence } from '../shown/index.ts';
import { conditionsLine } from '../wording/conditions.ts';
import type { ComparedPair } from './compared/pair.ts';
import { diffDocument } from './document.ts';
import { cableSection } from './markdown/cables.ts';
import { changeSection, renamedSection } from './markdown/changes.ts';
import { factSections, figureSection } from './markdown/figures.ts';
import { findingSections, requirementSection } from './markdown/judged.ts';
import { headlineOf } from './words/headline.ts';
import { equalText, incompleteText, splitPairs, titleOf } from './words/title.ts';

/** Rows of a table: as many as leave the whole short enough for a comment. */
const rowLimits = [200, 100, 50, 25, 12, 6, 3];

/** Characters for the sentence that says what is left out. */
const marginForRest = 100;

export const format = defineFormat({
  document: diffDocument,
  name: 'md',
  title: 'Markdown, for a pull request',
  print({ pairs, settings, basis }) {
    const conditions = conditionsLine({ basis, settings });
    const { shown: listed, equal } = splitPairs(pairs);
    const head = conditions === undefined ? [] : [`> ${markdownText(conditions)}`];
    const tail = equalText(equal).map((each) => markdownText(each));
    const room = commentLimit - lengthOf(head) - lengthOf(tail);
    const whole = (designs: readonly string[]): string => `${[...head, ...designs, ...tail].join('\n\n')}\n`;
    let designs: readonly string[] = [];
    for (const rows of rowLimits) {
      designs = textsWithin(room, listed, (pair) => pairText(pair, rows));
      if (designs.length === listed.length) return whole(designs);
    }
    // Not even the first may fit: then it is shown by its title and what changed in one sentence.
    if (designs.length === 0) designs = listed.slice(0, 1).map((pair) => headOf(pair).join('\n\n'));
    const left = printCount(listed.length - designs.length, 'more design differs', 'more designs differ');
    return whole([...designs, `… and ${left}; \`--format json\` lists them all.`]);
  },
});

/** As many texts, from the first on, as are no longer than some room in all. */
function textsWithin<T>(room: number, all: readonly T[], textOf: (one: T) => string): readonly string[] {
  const texts: string[] = [];
  let left = room - marginForRest;
  for (const one of all) {
    const text = textOf(one);
    left -= lengthOf([text]);
    if (left < 0) break;
    texts.push(text);
  }
  return texts;
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((all, { length }) => all + length + 2, 0);
}

function pairText(pair: ComparedPair, rows: number): string {
  const sections = pair.facts === undefined ? changed(pair, rows) : factSections(pair.facts, rows);
  return [...headOf(pair), ...sections].filter((each) => each !== '').join('\n\n');
}

function headOf(pair: ComparedPair): string[] {
  return [
    markdown`## Design diff: ${titleOf(pair)}`.source,
    ...incompleteText(pair).map((each) => `> **Incomplete:** ${sentence(each).source}`),
    ...(pair.facts === undefined ? [`**${markdownText(headlineOf(pair))}**`] : []),
  ];
}

function changed(pair: ComparedPair, rows: number): string[] {
  return [
    ...figureSection(pair, rows),
    ...requirementSection(pair, rows),
    ...findingSections(pair, rows),
    ...changeSection(pair, rows),
    ...cableSection(pair, rows),
    ...renamedSection(pair, rows),
  ];
}
