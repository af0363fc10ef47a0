// What differs between two designs, as things that are installed: not as text.
import type { Facts } from '../answers/index.ts';
import type { Finding } from '../findings/index.ts';
import { type CableWork, cableWorkOf } from './cables/work.ts';
import { installedChanges } from './changes/installed.ts';
import { linkChanges, type PathDifferences, pathDifferences } from './changes/links.ts';
import { moduleChanges } from './changes/modules.ts';
import { movedCdus, movedDevices, movedRacks } from './changes/moved.ts';
import { plantChanges } from './changes/plant.ts';
import { typeChanges } from './changes/types.ts';
import type { Change } from './compare/change.ts';
import { comparerOf } from './compare/differences.ts';
import type { FigurePair } from './figures/figure-pair.ts';
import { keyFigurePairs } from './figures/key-figures.ts';
import { type FindingChanges, findingChanges } from './judged/findings.ts';
import { type RequirementChange, requirementChanges } from './judged/requirements.ts';
import { type Matching, matchingOf } from './match/matching.ts';
import { trunkEndsOf } from './naming/trunk-ends.ts';

/** A design with what was found in it. */
export interface JudgedDesign {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
}

/** What differs between two designs. */
export interface DesignDiff {
  readonly before: Facts;
  readonly after: Facts;
  readonly matching: Matching;
  /** Without those that were only renamed. */
  readonly changes: readonly Change[];
  /** The same under another name. */
  readonly renamed: readonly Change[];
  /** What the paths of two links that are the same differ in. */
  readonly pathDifferences: PathDifferences;
  readonly cables: CableWork;
  readonly figures: readonly FigurePair[];
  readonly requirements: readonly RequirementChange[];
  readonly findings: FindingChanges;
  /** Whether the designs mean the same: names aside, nothing installed, required or found differs. */
  readonly isSame: boolean;
}

/** Compares two designs. */
export function diffOf(old: JudgedDesign, now: JudgedDesign): DesignDiff {
  const { facts: before } = old;
  const { facts: after } = now;
  const matching = matchingOf(before.fabric, after.fabric);
  const comparer = comparerOf(matching);
  const paths = pathDifferences(matching, before, after, comparer);
  const ends = [trunkEndsOf(before.fabric), trunkEndsOf(after.fabric)] as const;
  const all = [
    ...typeChanges(matching, comparer),
    ...installedChanges('device', matching, comparer),
    ...movedDevices(matching),
    ...moduleChanges(matching, comparer),
    ...linkChanges(matching, before, after, paths, ends),
    ...installedChanges('rack', matching, comparer),
    ...movedRacks(matching),
    ...installedChanges('cdu', matching, comparer),
    ...movedCdus(matching),
    ...plantChanges(matching, comparer),
  ];
  const changes = all.filter(({ kind }) => kind !== 'renamed');
  const requirements = requirementChanges(matching, before, after);
  const findings = findingChanges(matching, old.findings, now.findings);
  return {
    before,
    after,
    matching,
    changes,
    renamed: all.filter(({ kind }) => kind === 'renamed'),
    pathDifferences: paths,
    cables: cableWorkOf(matching, before, after, comparer, paths, ends),
    figures: keyFigurePairs(matching, before, after),
    requirements,
    findings,
    isSame:
      changes.length === 0 &&
      findings.fresh.length === 0 &&
      findings.gone.length === 0 &&
      requirements.every(({ kind }) => kind === 'same'),
  };
}
