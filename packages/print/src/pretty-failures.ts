// Single failures for the terminal: the worst first, with what each breaks and costs.
import { printCount } from '@lightloom/core';
import { visible } from './cells.ts';
import { brokenText, costsOf, type Failed, nameOfFailure, summaryOf } from './failed.ts';
import type { Theme } from './theme.ts';

/** Most failures that are printed: the rest is for programs. */
const mostPrinted = 40;

/** The ranking, ending in a line break. */
export function prettyFailures(failed: Failed, theme: Theme): string {
  const { effects } = failed.sweep;
  const digits = String(effects.length).length;
  const idle: string[] = [];
  let printed = 0;
  const lines: string[] = summaryOf(failed).map(visible);
  for (const [i, effect] of effects.entries()) {
    const name = visible(nameOfFailure(effect));
    const costs = costsOf(effect);
    if (effect.broken.length === 0 && costs.length === 0) {
      idle.push(name);
      continue;
    }
    printed++;
    if (printed > mostPrinted) continue;
    const indent = ' '.repeat(digits + 2);
    lines.push('', `${String(i + 1).padStart(digits)}. ${theme.strong(name)}`);
    for (const each of effect.broken)
      lines.push(`${indent}${theme.severity.error('breaks')} ${visible(brokenText(each))}`);
    for (const each of costs) lines.push(`${indent}${visible(each)}`);
  }
  if (printed > mostPrinted)
    lines.push(
      '',
      `${printCount(printed - mostPrinted, 'more sort')} of failure ${printed - mostPrinted === 1 ? 'costs' : 'cost'} less: -f json has all.`,
    );
  if (idle.length > 0)
    lines.push(
      '',
      `${theme.good('Without effect:')} ${idle.slice(0, mostPrinted).join('; ')}${idle.length > mostPrinted ? `; and ${printCount(idle.length - mostPrinted, 'more', 'more')}` : ''}`,
    );
  return `${lines.join('\n')}\n`;
}
