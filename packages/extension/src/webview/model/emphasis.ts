// What stands out in a drawing: what is selected, found, at the cursor; and what steps back.
import { type Graph, itemsOf } from '@lightloom/diagram';
import { neighborhoodOf } from './connections.ts';

export interface Emphasis {
  readonly selected?: string;
  /** What the cursor in the editor is in. */
  readonly cursor: readonly string[];
  /** What a search found, and the one that is shown. */
  readonly hits: readonly string[];
  readonly hit?: string;
  /** What stays in sight; everything where it is absent. */
  readonly only?: ReadonlySet<string>;
}

export const noEmphasis: Emphasis = { cursor: [], hits: [] };

/** What an emphasis follows from. */
export interface Attention {
  readonly graph: Graph | undefined;
  readonly selected: string | undefined;
  readonly cursor: readonly string[];
  readonly search: { readonly hits: readonly string[]; readonly at: number } | undefined;
  /** Whether only what is connected to the selected thing stays in sight. */
  readonly connected: boolean;
  /** Whether only what has findings stays in sight. */
  readonly findings: boolean;
}

export function emphasisOf({ graph, selected, cursor, search, connected, findings }: Attention): Emphasis {
  if (graph === undefined) return noEmphasis;
  const hit = search?.hits[search.at];
  const only =
    connected && selected !== undefined
      ? neighborhoodOf(graph, selected)
      : findings
        ? new Set(itemsOf(graph).flatMap(({ id, marks = [] }) => (marks.length > 0 ? [id] : [])))
        : undefined;
  return {
    ...(selected === undefined ? {} : { selected }),
    cursor,
    hits: search?.hits ?? [],
    ...(hit === undefined ? {} : { hit }),
    ...(only === undefined ? {} : { only }),
  };
}
