// An analysis of texts that have changed since: what it knows stays, and everything is at the place that it has moved to.
import type { Origin } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { addressOf, extentOf, rootOf, wholeText } from '../parse/index.ts';
import type { Analysis } from './analysis.ts';
import { changeBetween, offsetsAfter, offsetsBefore, type TextChange } from './text-change.ts';

/**
 * An analysis as it applies to the texts that its files have by now. What was written in the stretch that has changed is at the edge of
 * that stretch.
 * @param then the files that were analyzed
 * @param textNow the text that a file has by now, by its address; undefined where it is gone
 */
export function movedAnalysis(
  analysis: Analysis,
  then: readonly ast.FabricFile[],
  textNow: (uri: string) => string | undefined,
): Analysis {
  const texts = new Map(then.map((file) => [addressOf(file), wholeText(file)]));
  const changes = new Map<string, TextChange | undefined>();
  const changeOf = (uri: string): TextChange | undefined => {
    if (changes.has(uri)) return changes.get(uri);
    const [before, after] = [texts.get(uri), textNow(uri)];
    const change =
      before === undefined || after === undefined || before === after ? undefined : changeBetween(before, after);
    changes.set(uri, change);
    return change;
  };
  const placeOf = (node: AstNode): Origin => {
    const uri = addressOf(rootOf(node));
    const { start, end } = extentOf(node);
    const change = changeOf(uri);
    if (change === undefined) return { uri, start, end };
    const { start: startOf, end: endOf } = offsetsBefore(change);
    return { uri, start: startOf(start), end: endOf(end) };
  };
  const moved = (each: Analysis): Analysis => ({
    ...each,
    placeOf,
    declarationOf(node) {
      const { uri, start } = placeOf(node);
      return each.declarationAt(uri, start);
    },
    now(there) {
      const change = changeOf(there.uri);
      if (change === undefined) return there;
      const { start, end } = offsetsAfter(change);
      return { uri: there.uri, start: start(there.start), end: end(there.end) };
    },
    at(phase) {
      const found = each.at(phase);
      return found === undefined ? undefined : moved(found);
    },
  });
  return moved(analysis);
}
