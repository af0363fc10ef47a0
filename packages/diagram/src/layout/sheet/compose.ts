// Title, key figures, body, notes, legend and footer, one below the other.
import { type Graph, trunksOf } from '../../graph/index.ts';
import { ofA4, sheetOf } from '../geometry/paper.ts';
import type { Placed, PlacedPlan, PlacedText, Point } from '../geometry/placed.ts';
import { fit, textWidth, typeOf, wrap } from '../geometry/typography.ts';
import { type Arranged, sentenceWidth, usualWidth } from '../pieces/arranged.ts';
import { moveBy } from '../pieces/move.ts';
import { linkedFrames } from '../tiers/circle/linked-frames.ts';
import { bottomOf, bottomOfTexts } from './bottom.ts';
import { placeFindings } from './findings.ts';
import { lineOfFigures, placeFigures, widestFigure } from './key-figures.ts';
import { placeLegend } from './legend.ts';
import { movedTrunk } from './moved-trunk.ts';
import { leastBesidePlan, placePlan } from './plan.ts';
import { blockSize, placeBlock } from './title-block.ts';

const margin = 32;
const gap = { figures: 16, section: { usual: 24, close: 14 }, column: 32, plan: 24, notes: 10, block: 32 };
/** In this width a legend is beside the title block in any case; in less, where it takes no more lines there. */
const minLegend = 420;
/** Lines of a title that are shown. */
const maxTitleLines = 12;

/** Width of a page in landscape, divided by its height. */
const page = Math.SQRT2;
/**
 * Rows of racks, and other rows that are at least so wide, in pixels, grow to the right: they begin at the left, below the key figures,
 * where a box that comes moves no other. Narrower ones are in the middle.
 */
const growing = 560;
/** Unless they are higher than this, width divided by height. */
const high = 0.7;

/** Where key figures are: in lines above the drawing, or there beside the floor plan, in a column beside it, or in a line beside the title. */
type FiguresAt = 'above' | 'plan' | 'beside' | 'corner';

/**
 * Puts everything around an arranged body; key figures above or beside it, whichever is closer to a page. In a wide drawing they are
 * beside the title where that takes a smaller sheet, but for rows: one that comes would move all others.
 */
export function compose(graph: Graph, body: Arranged): Placed {
  const usual = usuallyComposed(graph, body);
  if (graph.figures.length === 0 || body.height === 0 || isByHand(graph) || ofA4(usual) <= 1) return usual;
  if (graph.arrangement === 'tiers' && grows(graph, body)) return usual;
  const corner = composed(graph, body, 'corner');
  return sheetOf(corner) < sheetOf(usual) ? corner : usual;
}

function usuallyComposed(graph: Graph, body: Arranged): Placed {
  const above = leastHigh(graph, body);
  if (graph.figures.length === 0 || body.height === 0 || isByHand(graph)) return above;
  if (graph.arrangement === 'tiers' && grows(graph, body) && above.width > high * above.height) return above;
  const beside = composed(graph, body, 'beside');
  const off = ({ width, height }: Placed): number => Math.abs(Math.log(width / height / page));
  const [needed, other] = [ofA4(above), ofA4(beside)];
  if (Math.max(needed, other) > 1 && needed !== other) return other < needed ? beside : above;
  return off(beside) < off(above) ? beside : above;
}

/** With key figures above the drawing; a floor plan is on the right of them where that is less high. */
function leastHigh(graph: Graph, body: Arranged): Placed {
  const above = composed(graph, body, 'above');
  const room = above.width - 2 * margin;
  const plan = planOf(graph, { x: 0, y: 0 }, room, 'small');
  if (plan === undefined || plan.width + leastBesidePlan > room) return above;
  const beside = composed(graph, body, 'plan');
  return beside.height < above.height ? beside : above;
}

function grows(graph: Graph, { width }: Arranged): boolean {
  switch (graph.arrangement) {
    case 'racks':
    case 'floor':
      return true;
    case 'tiers':
      // Frames in a circle grow on all sides.
      return isByHand(graph) || (width >= growing && linkedFrames(graph) === undefined);
    case 'loops':
      return width >= growing;
    case 'free':
    case 'chart':
      return isByHand(graph);
  }
}

/** Boxes that people placed stay on the page too, whatever comes beside them. */
function isByHand({ placements }: Graph): boolean {
  return placements?.locked === true;
}

function composed(graph: Graph, body: Arranged, figuresAt: FiguresAt): Placed {
  const section = gap.section[figuresAt === 'corner' ? 'close' : 'usual'];
  const column = figuresAt === 'beside' ? widestFigure(graph.figures) + gap.column : 0;
  const room = Math.max(usualWidth, Math.ceil(body.width) + column);
  const writer = createWriter(margin, room);
  const onRight = figuresAt === 'plan' ? planOf(graph, { x: 0, y: 0 }, room, 'small') : undefined;
  const lines = onRight === undefined ? room : room - onRight.width - gap.plan;
  const corner =
    figuresAt === 'beside' || figuresAt === 'plan' ? undefined : cornerOf(graph, room, figuresAt === 'corner');
  const words = corner === undefined ? lines : corner - gap.column;
  for (const line of wrappedTitle(graph.title, words)) writer.write(line, 'title');
  if (graph.subtitle !== '')
    for (const line of wrap(graph.subtitle, 'subtitle', Math.min(words, sentenceWidth))) writer.write(line, 'subtitle');
  const top = corner === undefined ? writer.y() + gap.figures : margin;
  const figures = placeFigures(graph.figures, {
    ...{ x: margin + (corner ?? 0), y: top },
    ...(figuresAt === 'beside'
      ? ({ width: column - gap.column, flow: 'column' } as const)
      : ({ width: room - (corner ?? 0), flow: 'lines' } as const)),
    ...(onRight === undefined ? {} : { narrow: { width: lines, bottom: margin + onRight.height } }),
  });
  // Without figures the body begins where they would.
  const figuresEnd = graph.figures.length === 0 ? top - gap.figures : Math.max(writer.y(), figures.bottom);
  let y = figuresAt === 'beside' ? top : figuresEnd + section;

  const left = margin + column;
  const plan =
    onRight === undefined
      ? planOf(graph, { x: left, y }, room - column)
      : planOf(graph, { x: left + lines + gap.plan, y: margin }, room, 'small');
  if (plan !== undefined)
    y = onRight === undefined ? y + plan.height + section : Math.max(y, margin + plan.height + section);
  const inset = grows(graph, body) ? 0 : Math.max(0, (room - column - body.width) / 2);
  const move = moveBy(left + inset, y);
  y += body.height;
  if (figuresAt === 'beside') y = Math.max(y, figures.bottom);
  writer.goTo(y);
  if (graph.notes.length > 0 && (graph.findings ?? []).length === 0 && body.height > 0) writer.goTo(y + section);
  const { findings: found = [] } = graph;
  if (found.length > 0) writer.goTo(writer.y() + (body.height > 0 ? section : 0));
  const findings = placeFindings(found, margin, writer.y(), room);
  writer.goTo(findings.bottom);
  if (found.length > 0 && graph.notes.length > 0) writer.goTo(findings.bottom + gap.notes);
  const notes = graph.notes.flatMap((each) => wrap(each, 'subtitle', Math.min(room, sentenceWidth)));
  const notesTop = writer.y();
  for (const line of notes) writer.write(line, 'subtitle');

  const legendTop = writer.y() + section;
  const size = blockSize(graph, room);
  const aside = room - size.width - gap.block;
  const legendIn = (width: number) => placeLegend(graph.legend, trunksOf(graph), { x: margin, y: legendTop, width });
  const beside = aside >= minLegend || (aside > 0 && legendIn(aside).height <= legendIn(room).height);
  // The title block is beside captions, findings and notes too, where these leave the room.
  const said = [...findings.texts, ...writer.texts.filter((each) => each.y > notesTop)];
  const { x: shift, y: drop } = move.point({ x: 0, y: 0 });
  const blockTop = Math.max(
    drop + bottomOf(body, margin + aside - shift) + section,
    bottomOfTexts(said, margin + aside) + gap.notes,
  );
  const { height, ...legend } = legendIn(beside ? aside : room);
  const end = beside
    ? Math.max(legendTop + height, blockTop + size.height)
    : legendTop + height + (height === 0 ? 0 : gap.notes) + size.height;
  return {
    graph,
    width: room + 2 * margin,
    height: Math.ceil(end + margin - 8),
    nodes: body.nodes.map(move.node),
    groups: body.groups.map(move.group),
    trunks: body.trunks.map((each) => movedTrunk(each, body, move)),
    figures: figures.placed,
    ...(plan === undefined ? {} : { plan }),
    legend,
    findings: findings.marks,
    block: placeBlock(graph, margin + room, end, room),
    texts: [...writer.texts, ...findings.texts, ...body.texts.map(move.point)],
  };
}

/** Lines of a subtitle that has key figures beside it: as high as these, or little higher where a sheet is saved. */
const maxBeside = { usual: 2, close: 3 };
/** Widths that decide what is beside what are multiples of this, so that a digit more moves nothing. */
const grain = 60;

/**
 * Where key figures begin beside the title, from the left edge, where both have room in one line; otherwise they are below it. That is a line of
 * the narrowest drawing, so that one that grows to the right leaves what it has at its height.
 * @param saves whether the line is as wide as this drawing, as it saves a sheet
 */
function cornerOf({ title, subtitle, figures }: Graph, room: number, saves: boolean): number | undefined {
  if (figures.length === 0) return undefined;
  const chips = lineOfFigures(figures);
  const words = (saves ? room : usualWidth) - gap.column - Math.ceil(chips / grain) * grain;
  const fits =
    textWidth(title, 'title') <= words &&
    wrap(subtitle, 'subtitle', words).length <= maxBeside[saves ? 'close' : 'usual'];
  return fits ? Math.floor(room - chips) : undefined;
}

/** A title in lines; what is more than there is room for is cut in the last of them. */
function wrappedTitle(title: string, room: number): string[] {
  const lines = wrap(title, 'title', room);
  return lines.length <= maxTitleLines
    ? lines
    : [...lines.slice(0, maxTitleLines - 1), fit(lines.slice(maxTitleLines - 1).join(' '), 'title', room)];
}

/** Writes lines of text one below the other. */
function createWriter(x: number, width: number) {
  const texts: PlacedText[] = [];
  let y = margin;
  return {
    texts,
    y: () => y,
    goTo: (level: number): void => {
      y = level;
    },
    write: (text: string, role: PlacedText['role']): void => {
      const { line, size } = typeOf[role];
      texts.push({ text: fit(text, role, width), role, x, y: y + (line + size * 0.7) / 2, anchor: 'start' });
      y += line;
    },
  };
}

/** The floor plan; only drawings of racks have one. */
function planOf(graph: Graph, at: Point, width: number, size?: 'small'): PlacedPlan | undefined {
  return graph.arrangement !== 'racks' || graph.plan === undefined ? undefined : placePlan(graph.plan, at, width, size);
}
