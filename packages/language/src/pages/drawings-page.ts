// All drawings of a design on one page for a browser.
import type { Graph, Placed } from '@lightloom/diagram';
import type { PageDrawing, PageFold, PagePicture } from '@lightloom/print';

import type { Analysis } from '../analysis/analysis.ts';
import { explainAllDrawn } from '../session/index.ts';
import type { Drawn } from './foldings.ts';
import type { PlacedView } from './placed-views.ts';

/**
 * The page as text.
 * @param views at least one
 * @param first id of the one that is shown first
 */
export async function pageOf(
  design: Analysis,
  views: readonly PlacedView[],
  first: string | undefined,
): Promise<string> {
  const [{ svg }, { drawingsPage }] = await Promise.all([import('@lightloom/diagram'), import('@lightloom/print')]);
  const ordered = [...views.filter(({ id }) => id === first), ...views.filter(({ id }) => id !== first)];
  const { file = '', block = {} } = ordered[0]?.placed.graph ?? {};
  return drawingsPage({
    file,
    verdict: block.verdict,
    fields: [
      ...(block.revision === undefined ? [] : [`Revision ${block.revision}`]),
      ...(block.author === undefined ? [] : [block.author]),
      ...(block.date === undefined ? [] : [block.date]),
      ...(block.tool === undefined ? [] : [block.tool]),
    ],
    drawings: await Promise.all(
      ordered.map(async ({ id, title, placed, foldings = [] }) => {
        const drawn = foldings.length === 0 ? [{ placed, folds: new Map<string, number>() }] : foldings;
        const things = drawn.map((each) => thingsIn(each.placed));
        // Most things are in several drawings of a view, and explained once.
        const about = await explainAllDrawn(design, id, [...new Set(things.flat())], maxAbout);
        const [first, ...others] = drawn.map(
          (each, i): PagePicture => ({
            svg: svg(each.placed, { theme: 'page' }),
            folds: foldsIn(each),
            about: new Map((things[i] ?? []).flatMap((thing) => entryOf(about, thing))),
          }),
        );
        return { id, title, findings: findingsIn(placed), ...(first as PagePicture), others };
      }),
    ),
  });
}

function entryOf<V>(map: ReadonlyMap<string, V>, key: string): (readonly [string, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

/** Where folding or unfolding a thing leads to, by its id. */
function foldsIn({ placed: { graph }, folds }: Drawn): PagePicture['folds'] {
  return new Map(
    [...graph.nodes, ...graph.groups].flatMap((each): (readonly [string, PageFold])[] => {
      const folding = 'folding' in each ? each.folding : undefined;
      const to = folding === undefined ? undefined : folds.get(folding.key);
      return folding === undefined || to === undefined ? [] : [[each.id, { ...folding, to }]];
    }),
  );
}

/** Lines of a derivation that a tooltip has room for. */
const maxAbout = 10;

/** Ids of what a reader may point at. */
function thingsIn({ graph }: Placed): string[] {
  return [...graph.nodes, ...('trunks' in graph ? graph.trunks : [])].map(({ id }) => id);
}

/** What is listed below the drawing and what is marked in it: each rule with each message once, with all things that have its mark. */
function findingsIn({ graph }: Placed): PageDrawing['findings'] {
  const found = new Map<string, { -readonly [K in keyof Found]: Found[K] }>();
  const add = ({ severity, rule, message }: Omit<Found, 'ids'>, id?: string): void => {
    const key = `${rule}\n${message}`;
    const known = found.get(key) ?? { severity, rule, message, ids: [] };
    found.set(key, id === undefined ? known : { ...known, ids: [...known.ids, id] });
  };
  for (const each of graph.findings ?? []) add(each);
  for (const { id, marks = [] } of markedIn(graph))
    for (const { severity, rule, message } of marks) if (rule !== undefined) add({ severity, rule, message }, id);
  const all = [...found.values()];
  return [
    ...all.filter(({ severity }) => severity === 'error'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}

type Found = PageDrawing['findings'][number];

function markedIn(graph: Graph) {
  const figures = graph.figures.flatMap(({ id, label, marks }) => [{ id: id ?? label, marks }]);
  return [...graph.nodes, ...graph.groups, ...('trunks' in graph ? graph.trunks : []), ...figures];
}
