// The document of a check: what was found in its designs, as every format prints it.
import { type Finding, fingerprintsOf } from '@lightloom/core';
import { countFindings, type FindingsDocument } from '@lightloom/print';
import { basisOf } from '../input/design-options.ts';
import type { Gathered } from '../input/gathered-findings.ts';
import { allTopics } from '../input/topics.ts';
import type { OpenedFile } from '../input/workspace.ts';
import type { CheckOptions } from './check-options.ts';

/** What a document is made of beside its designs. */
interface Made {
  readonly options: CheckOptions;
  /** How many files and folders can't be read. */
  readonly unreadable: number;
  /** The version of the program. */
  readonly version: string;
}

/** The document of some designs, with the findings that no baseline accepts. */
export function findingsOfRun(
  designs: readonly OpenedFile[],
  gathered: readonly Gathered[],
  { options, unreadable, version }: Made,
): FindingsDocument {
  const all = gathered.map(({ finding }) => finding);
  const shown = options.quiet === true ? onlyErrors(gathered) : gathered;
  return {
    files: designs.map(({ path }) => path),
    findings: shown.map(({ finding }) => finding),
    fabrics: new Map(shown.map(({ finding, fabric }) => [finding, fabric])),
    designs: new Map(shown.map(({ finding, designs }) => [finding, designs])),
    fingerprints: fingerprintsIn(shown),
    topics: new Map(allTopics().map((each) => [each.id, each])),
    version,
    counts: countFindings(all),
    judged: designs.map(({ path, analysis }) => ({ design: path, judged: analysis.judged })),
    unreadable,
    settings: options.set ?? [],
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
function onlyErrors(gathered: readonly Gathered[]): Gathered[] {
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  return gathered
    .filter(({ finding }) => isError(finding))
    .map((each) => ({ ...each, finding: { ...each.finding, folded: (each.finding.folded ?? []).filter(isError) } }));
}
