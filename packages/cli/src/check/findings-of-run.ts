// The document of a check: what was found in its designs, as every format prints it.
import { type Finding, fingerprintsOf } from '@lightloom/core';
import { countFindings, type FindingsDocument } from '@lightloom/print';
import type { Suppressed } from '../baseline/suppressed-findings.ts';
import { basisOf, settingsOf } from '../input/design-options.ts';
import type { Gathered } from '../input/gathered-findings.ts';
import { allTopics, pluginRules } from '../input/topics.ts';
import type { OpenedFile } from '../input/workspace.ts';
import type { CheckOptions } from './check-options.ts';

/** The findings of a run. */
interface RunFindings {
  /** Those that no baseline accepts. */
  readonly left: readonly Gathered[];
  /** What was accepted and is listed all the same. */
  readonly accepted: readonly Suppressed[];
}

/** What a document shows beside findings. */
interface Made {
  readonly options: CheckOptions;
  /** How many files and folders can't be read. */
  readonly unreadable: number;
  /** The version of the program. */
  readonly version: string;
}

/** The document of some designs. */
export function findingsOfRun(
  designs: readonly OpenedFile[],
  { left, accepted }: RunFindings,
  { options, unreadable, version }: Made,
): FindingsDocument {
  const all = left.map(({ finding }) => finding);
  const shown = options.quiet === true ? onlyErrors(left) : left;
  const suppressed = options.quiet === true ? onlyErrors(accepted) : accepted;
  const listed = [...shown, ...suppressed];
  return {
    files: designs.map(({ path }) => path),
    findings: shown.map(({ finding }) => finding),
    suppressed,
    fabrics: new Map(listed.map(({ finding, fabric }) => [finding, fabric])),
    designs: new Map(listed.map(({ finding, designs }) => [finding, designs])),
    fingerprints: fingerprintsIn(listed),
    topics: new Map(allTopics(pluginRules(designs)).map((each) => [each.id, each])),
    version,
    counts: countFindings(all),
    judged: designs.map(({ path, analysis }) => ({ design: path, judged: analysis.judged })),
    unreadable,
    settings: settingsOf(options),
    basis: basisOf(options),
    derivations: options.explain === true ? 'whole' : 'short',
  };
}

/** The fingerprint of each finding. */
function fingerprintsIn(gathered: readonly Gathered[]): FindingsDocument['fingerprints'] {
  const fabrics = new Map<Gathered['fabric'], ReturnType<typeof fingerprintsOf>>();
  return new Map(
    gathered.map(({ finding, fabric }) => {
      const known = fabrics.get(fabric) ?? fingerprintsOf(fabric);
      fabrics.set(fabric, known);
      return [finding, known.fingerprint(finding)];
    }),
  );
}

/** The errors, each with those of its consequences that are errors. */
function onlyErrors<T extends Gathered>(gathered: readonly T[]): T[] {
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  return gathered
    .filter(({ finding }) => isError(finding))
    .map((each) => ({ ...each, finding: { ...each.finding, folded: (each.finding.folded ?? []).filter(isError) } }));
}
