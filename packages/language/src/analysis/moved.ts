// An analysis of texts that have changed since: what it knows stays, and everything is at the place that it has moved to.
import type { CurableFinding, DesignChange, Finding, Origin } from '@lightloom/core';
import type { AstNode } from 'langium';
import { addressOf, extentOf, offsetsAfter, offsetsBefore, rootOf, type TextChange } from '../parse/index.ts';
import type { Analysis } from './analysis.ts';

/** The changes of each file, by its address, one after the other. */
export type Changes = ReadonlyMap<string, readonly TextChange[]>;

/** Where something is now that was written somewhere before some changes. What was written in a stretch that changed is at its edge. */
export function placeAfter(changes: Changes): (there: Origin) => Origin {
  const offsets = new Map([...changes].map(([uri, all]) => [uri, all.map(offsetsAfter)]));
  return (there) => {
    const { uri } = there;
    let { start, end } = there;
    if (!offsets.has(uri)) return there;
    for (const each of offsets.get(uri) ?? []) {
      const isPoint = start === end;
      end = each.end(end);
      start = isPoint ? end : Math.min(each.start(start), end);
    }
    return { uri, start, end };
  };
}

/** Where something was before some changes of its file. */
export function placeBefore(changes: readonly TextChange[], { uri, start, end }: Origin): Origin {
  let [first, last] = [start, end];
  for (const each of changes.map(offsetsBefore).reverse()) [first, last] = [each.start(first), each.end(last)];
  return { uri, start: first, end: last };
}

/** An analysis as it applies to the texts that its files have by now. */
export function movedAnalysis(analysis: Analysis, changes: Changes): Analysis {
  const placeOf = (node: AstNode): Origin => {
    const uri = addressOf(rootOf(node));
    return placeBefore(changes.get(uri) ?? [], { uri, ...extentOf(node) });
  };
  const now = placeAfter(changes);
  const moved = (each: Analysis): Analysis => ({
    ...each,
    placeOf,
    now,
    declarationOf(node) {
      const { uri, start } = placeOf(node);
      return each.declarationAt(uri, start);
    },
    at(phase) {
      const found = each.at(phase);
      return found === undefined ? undefined : moved(found);
    },
  });
  return moved(analysis);
}

/** A finding at the place that it has moved to, with all that it says of the text. Its derivation stays as it is. */
export function movedFinding(finding: CurableFinding, now: (there: Origin) => Origin): CurableFinding {
  const { remedies, folded } = finding;
  return {
    ...finding,
    origin: now(finding.origin),
    related: finding.related.map((each) => ({ ...each, origin: now(each.origin) })),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((each) => ({ ...each, origin: now(each.origin) })),
    })),
    ...(folded === undefined ? {} : { folded: folded.map((each): Finding => movedFinding(each, now)) }),
    ...(remedies === undefined
      ? {}
      : { remedies: remedies.map((each) => ({ ...each, changes: each.changes.map((one) => movedChange(one, now)) })) }),
  };
}

function movedChange(change: DesignChange, now: (there: Origin) => Origin): DesignChange {
  return change.kind === 'use' ? { ...change, at: change.at.map(now) } : { ...change, at: now(change.at) };
}
