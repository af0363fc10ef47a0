// A view as it is when things in it are folded and unfolded: drawn beforehand, because a page has no design to draw from.
import type { Graph, LayoutEngine, Placed } from '@lightloom/diagram';
import type { Analysis } from '../analysis/analysis.ts';
import { seenGraphOf } from '../session/index.ts';

/** Drawings of one view, and things in one of them, at most; designs with more links take too long to be drawn again and again. */
const [mostDrawings, mostThings, mostLinks] = [8, 800, 300_000];

/** A drawing of a view. */
export interface Drawn {
  readonly placed: Placed;
  /** The drawing that a key leads to, by its index: what has the key is drawn one by one there, or as one again. */
  readonly folds: ReadonlyMap<string, number>;
}

/**
 * The view and its drawings with some things folded or unfolded, those with one change first. What there is no drawing for is folded
 * back when another thing is unfolded.
 * @param placed the view as it is
 */
export async function foldingsOf(
  design: Analysis,
  { id, placed }: { readonly id: string; readonly placed: Placed },
  engine: LayoutEngine | undefined,
): Promise<readonly Drawn[]> {
  const { layout } = await import('@lightloom/diagram');
  /** Whether what has a key is drawn as one by itself. */
  const folded = keysIn(placed.graph);
  const drawings: { readonly changed: readonly string[]; readonly placed: Placed }[] = [{ changed: [], placed }];
  const known = new Map([['', 0]]);
  const isLarge = design.facts.fabric.links.count > mostLinks;
  for (let at = 0; at < drawings.length && !isLarge; at++) {
    const { changed, placed: own } = drawings[at] as (typeof drawings)[number];
    for (const key of keysIn(own.graph).keys()) {
      const next = toggled(changed, key);
      const name = next.join('\n');
      if (known.has(name) || drawings.length >= mostDrawings) continue;
      const seen = await seenGraphOf(design, id, {
        unfolded: next.filter((each) => folded.get(each) ?? true),
        folded: next.filter((each) => folded.get(each) === false),
      });
      if (seen === undefined || sizeOf(seen.graph) > mostThings) continue;
      const { block, placements: _, ...graph } = seen.graph;
      for (const [each, isFolded] of keysIn(seen.graph)) if (!folded.has(each)) folded.set(each, isFolded);
      known.set(name, drawings.length);
      const fields = placed.graph.block ?? block;
      drawings.push({
        changed: next,
        placed: await layout({ ...graph, ...(fields === undefined ? {} : { block: fields }) } as Graph, engine),
      });
    }
  }
  return drawings.map(({ changed, placed: own }) => ({
    placed: own,
    folds: new Map(
      [...keysIn(own.graph).keys()].flatMap((key): (readonly [string, number])[] => {
        const next = known.get(toggled(changed, key).join('\n')) ?? known.get(key);
        return next === undefined ? [] : [[key, next]];
      }),
    ),
  }));
}

/** The keys of a drawing, and whether what has them is drawn as one. */
function keysIn(graph: Graph): Map<string, boolean> {
  const all = [...graph.nodes, ...graph.groups].flatMap((each) => ('folding' in each ? (each.folding ?? []) : []));
  return new Map(all.map(({ key, folded }) => [key, folded]));
}

function toggled(changed: readonly string[], key: string): readonly string[] {
  return (changed.includes(key) ? changed.filter((each) => each !== key) : [...changed, key]).toSorted();
}

function sizeOf(graph: Graph): number {
  return graph.nodes.length + ('trunks' in graph ? graph.trunks.length : 0);
}
