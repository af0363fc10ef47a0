// The text of selectors in one iteration of a `for`: `leaf[3].up[1]` for `leaf[i].up[j - 1]`.
import type * as ast from '../../generated/ast.ts';
import { extentOf, textOfNode } from '../../parse/index.ts';
import type { Scope } from '../scope/scope.ts';
import { plainNumber } from '../values/evaluate.ts';
import { textOf } from './selector-text.ts';

/** Selectors with numbers in place of indices. */
export function textInIteration(selectors: readonly ast.Selector[], scope: Scope): string {
  return selectors.map((each) => inIteration(each, scope)).join(', ');
}

function inIteration(selector: ast.Selector, scope: Scope): string {
  const { start } = extentOf(selector);
  const whole = textOfNode(selector);
  let text = '';
  let at = 0;
  for (const expression of expressionsIn(selector)) {
    const value = plainNumber(scope, expression);
    if (!Number.isInteger(value)) continue;
    const extent = extentOf(expression);
    text += whole.slice(at, extent.start - start) + String(value);
    at = extent.end - start;
  }
  return at === 0 ? textOf(selector) : (text + whole.slice(at)).replace(/\s+/g, ' ');
}

/** The indices of a selector, in the order of the text. */
function expressionsIn({ segments, channels }: ast.Selector): ast.Expression[] {
  const items = segments.flatMap((each) => (each.$type === 'Segment' ? each.dimensions.flatMap((d) => d.items) : []));
  return [...items, ...(channels === undefined ? [] : [channels])].flatMap(({ low, high }) =>
    [low, high].filter((each): each is ast.Expression => each !== undefined),
  );
}
