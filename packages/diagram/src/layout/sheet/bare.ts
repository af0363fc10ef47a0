// A body without a sheet around it: for a page that shows title, key figures and legend by itself.
import type { Graph } from '../../graph/index.ts';
import type { Placed } from '../geometry/placed.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { moveBy } from '../pieces/move.ts';
import { movedTrunk } from './moved-trunk.ts';
import { placePlan } from './plan.ts';

/** Boxes of several devices have others behind them. */
const shadow = 8;
/** Room around the body for shadows and marks at its edge, and below a floor plan. */
const [margin, gap] = [10, 24];

/** What a sheet has and a body alone has not. */
const noSheet = {
  figures: [],
  findings: [],
  legend: { swatches: [], texts: [] },
  block: { x: 0, y: 0, width: 0, height: 0, fields: [] },
} satisfies Partial<Placed>;

/** A body without a sheet. */
export interface Body {
  readonly placed: Placed;
  /** What many of its boxes or bands have in common; empty where nothing is said below them. */
  readonly caption: string;
}

/** The body alone, with a floor plan above it where it has one. */
export function bare(graph: Graph, body: Arranged): Body {
  const plan =
    graph.arrangement !== 'racks' || graph.plan === undefined
      ? undefined
      : placePlan(graph.plan, { x: margin, y: margin }, Math.max(body.width, narrowestPlan));
  const top = plan === undefined ? margin : margin + plan.height + gap;
  const move = moveBy(margin, top);
  const texts = body.texts.filter(({ isCaption }) => isCaption !== true);
  const isWhole = texts.length === body.texts.length;
  const bottoms = [...body.nodes, ...body.groups, ...body.trunks.flatMap(({ pill }) => pill ?? [])];
  // Without its captions a body ends with its lowest box.
  const height = isWhole ? body.height : Math.max(0, ...bottoms.map((each) => each.y + each.height)) + shadow;
  const placed: Placed = {
    graph,
    width: Math.ceil(Math.max(body.width, plan?.width ?? 0)) + 2 * margin,
    height: Math.ceil(top + height) + margin,
    nodes: body.nodes.map(move.node),
    groups: body.groups.map(move.group),
    trunks: body.trunks.map((each) => movedTrunk(each, body, move)),
    ...noSheet,
    ...(plan === undefined ? {} : { plan }),
    texts: texts.map(move.point),
  };
  const captions = body.texts.filter(({ isCaption }) => isCaption === true);
  return { placed, caption: captions.map(({ text }) => text).join(' ') };
}

/** Width that a floor plan can use, at least, in pixels. */
const narrowestPlan = 560;
