// What a run doesn't count, as a design or the baseline accepts it: for viewers that show it apart.
import { type AllowedFinding, allowedFindings, type Finding } from '@lightloom/core';
import type { SuppressedFinding } from '@lightloom/print';
import { type Gathered, gatheredFindings } from '../input/gathered-findings.ts';
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import type { BaselineOutcome } from './use-baseline.ts';

/** A finding that was accepted, where it was found, and by what. */
export interface Suppressed extends Gathered {
  readonly by: SuppressedFinding['by'];
}

/** All that the allowances of some designs and their baseline accept: first by allowances, each part by file and place. */
export function suppressedFindings(
  designs: readonly OpenedFile[],
  workspace: Pick<Workspace, 'path'>,
  { accepted, shown }: Pick<BaselineOutcome, 'accepted' | 'shown'>,
): Suppressed[] {
  const by = new Map<Finding, AllowedFinding['by']>();
  const allowed = gatheredFindings(designs, workspace, ({ allowed: own }) =>
    allowedFindings(own).map((each) => {
      by.set(each.finding, each.by);
      return each.finding;
    }),
  );
  const inSource = allowed.map((each): Suppressed => {
    const statements = by.get(each.finding) ?? [];
    return { ...each, by: statements.map(({ reason, origin }) => ({ kind: 'allow', reason, origin })) };
  });
  const reason = `Accepted by ${shown}.`;
  return [...inSource, ...accepted.map((each): Suppressed => ({ ...each, by: [{ kind: 'baseline', reason }] }))];
}
