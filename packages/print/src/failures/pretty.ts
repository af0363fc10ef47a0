// Single failures for the terminal: the worst first, with what each breaks and costs.
import { costsOf, type FailureEffect, failureName, printCount } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { visible } from '../shown/index.ts';
import type { Theme } from '../text/theme.ts';
import { failuresDocument } from './document.ts';
import { brokenText, introOf } from './effect-text.ts';

/** Failures that are printed at most; the JSON format has all of them. */
const maxPrinted = 40;

export const format = defineFormat({
  document: failuresDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print(document, { theme }) {
    const ranked = document.sweep.effects.map((effect, i) => ({
      effect,
      rank: i + 1,
      costs: costsOf(effect, document.facts.fabric),
    }));
    const isIdle = ({ effect, costs }: Ranked): boolean => effect.broken.length === 0 && costs.length === 0;
    const harmful = ranked.filter((each) => !isIdle(each));
    const digits = String(ranked.length).length;
    const lines = [
      ...introOf(document).map(visible),
      ...harmful.slice(0, maxPrinted).flatMap((each) => ['', ...failureLines(each, digits, theme)]),
      ...moreLines(harmful.length - maxPrinted),
      ...idleLines(ranked.filter(isIdle), theme),
    ];
    return `${lines.join('\n')}\n`;
  },
});

interface Ranked {
  readonly effect: FailureEffect;
  readonly rank: number;
  readonly costs: readonly string[];
}

function failureLines({ effect, rank, costs }: Ranked, digits: number, theme: Theme): string[] {
  const indent = ' '.repeat(digits + 2);
  return [
    `${String(rank).padStart(digits)}. ${theme.strong(visible(failureName(effect)))}`,
    ...effect.broken.map((each) => `${indent}${theme.severity.error('breaks')} ${visible(brokenText(each))}`),
    ...costs.map((each) => `${indent}${visible(each)}`),
  ];
}

function moreLines(more: number): string[] {
  if (more <= 0) return [];
  return [
    '',
    `${printCount(more, 'more kind')} of failure ${more === 1 ? 'costs' : 'cost'} less: -f json lists them all.`,
  ];
}

function idleLines(idle: readonly Ranked[], theme: Theme): string[] {
  if (idle.length === 0) return [];
  const names = idle.slice(0, maxPrinted).map(({ effect }) => visible(failureName(effect)));
  const more = idle.length - maxPrinted;
  return [
    '',
    `${theme.good('Without effect:')} ${names.join('; ')}${more > 0 ? `; and ${printCount(more, 'more', 'more')}` : ''}`,
  ];
}
