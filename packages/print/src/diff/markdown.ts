// Two designs compared, as Markdown for a pull request: a reviewer reads this alone.
import { defineFormat } from '../format/format.ts';
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

export const format = defineFormat({
  document: diffDocument,
  name: 'md',
  title: 'Markdown, for a pull request',
  print({ pairs, settings, basis }) {
    const conditions = conditionsLine({ basis, settings });
    const { shown: listed, equal } = splitPairs(pairs);
    const blocks = listed.flatMap((pair) => [
      markdown`## Design diff: ${titleOf(pair)}`.source,
      ...incompleteText(pair).map((each) => `> **Incomplete:** ${sentence(each).source}`),
      ...(pair.facts === undefined ? changed(pair) : factSections(pair.facts)),
    ]);
    const shown = [
      ...(conditions === undefined ? [] : [`> ${markdownText(conditions)}`]),
      ...blocks,
      ...equalText(equal).map((each) => markdownText(each)),
    ];
    return `${shown.filter((each) => each !== '').join('\n\n')}\n`;
  },
});

function changed(pair: ComparedPair): string[] {
  return [
    `**${markdownText(headlineOf(pair))}**`,
    ...figureSection(pair),
    ...requirementSection(pair),
    ...findingSections(pair),
    ...changeSection(pair),
    ...cableSection(pair),
    ...renamedSection(pair),
  ];
}
