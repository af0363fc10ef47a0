// The findings of several designs, each with the designs it is about: together they are what each design has alone.
import { byPlace, type Fabric, type Finding, findingKey, nameOf } from '@lightloom/core';
import type { OpenedFile, Workspace } from './workspace.ts';

/** A finding and where it was found. */
export interface Gathered {
  readonly finding: Finding;
  /** The fabric of the first of its designs. */
  readonly fabric: Fabric;
  /** The designs that have it, as they are shown. */
  readonly designs: readonly string[];
}

interface Gathering extends Gathered {
  readonly designs: string[];
  /** All that is printed of it, as text; made when it is first compared. */
  content?: string;
}

/**
 * Findings of some designs, by file and place. One in a file that several of them import is there once if it is the same in
 * all of them, to the last figure; under another configuration or with other parameters it is another finding.
 * @param findingsOf which findings of a design: those it reports when not given
 */
export function gatheredFindings(
  designs: readonly OpenedFile[],
  { path }: Pick<Workspace, 'path'>,
  findingsOf: (analysis: OpenedFile['analysis']) => readonly Finding[] = ({ findings }) => findings,
): Gathered[] {
  const atPlace = new Map<string, Gathering[]>();
  // Files that import each other share their findings.
  const shared = new Map<Finding, Gathering>();
  for (const { path: design, analysis } of designs)
    for (const finding of findingsOf(analysis)) {
      const before = shared.get(finding);
      if (before !== undefined) {
        before.designs.push(design);
        continue;
      }
      const key = findingKey(finding);
      const known = atPlace.get(key) ?? [];
      atPlace.set(key, known);
      const own: Gathering = { finding, fabric: analysis.fabric, designs: [design] };
      // Designs come one after the other, so one that has a finding already is the last of its designs.
      const same = known.find((each) => each.designs.at(-1) !== design && contentOf(each) === contentOf(own));
      if (same === undefined) known.push(own);
      else same.designs.push(design);
      shared.set(finding, same ?? own);
    }
  const file = ({ finding }: Gathered): string => path(finding.origin.uri);
  return [...atPlace.values()].flat().sort((a, b) => {
    const [first, second] = [file(a), file(b)];
    return first === second ? byPlace(a.finding, b.finding) : first < second ? -1 : 1;
  });
}

function contentOf(each: Gathering): string {
  return (each.content ??= content(each));
}

/** What a finding says, as text. Ids differ from design to design, so its subjects are compared by name. */
function content({
  finding: { subjects, origin: _, rule: __, alike: ___, folded = [], ...said },
  fabric,
}: Pick<Gathered, 'finding' | 'fabric'>): string {
  const names = subjects === undefined ? [] : [...subjects.ids].map((id) => nameOf(fabric, subjects.of, id));
  const others = folded.map((each) => content({ finding: each, fabric }));
  return JSON.stringify([said, subjects?.of, names, others], (_key, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}
