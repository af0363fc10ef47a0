// The drawings of a design in one file: a page for a browser, or sheets of paper.
import type { PaperTheme } from '@lightloom/diagram';
import type { PlacedView, Shown } from '@lightloom/language';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';
import { placedViews } from './all-views.ts';
import type { DrawingFormat } from './formats.ts';
import { type DrawingSize, type Picture, renderDrawing, renderSheets } from './render-picture.ts';

/** What is drawn of a design. */
interface Drawn {
  readonly opened: OpenedFile;
  /** The view that was asked for, or the first. */
  readonly view: Omit<PlacedView, 'title'>;
  readonly shown: Shown;
}

interface Target extends DrawingSize {
  readonly format: DrawingFormat;
  readonly theme: PaperTheme;
  /** Whether all views are drawn, where the format can hold them. */
  readonly all: boolean;
}

/** The view, or all views where these are asked for; a page has all of them, the view first. */
export async function renderViews({ opened, view, shown }: Drawn, target: Target, io: Io): Promise<Picture> {
  const { format, theme, all } = target;
  const { onSheets, pageOf } = await import('@lightloom/language');
  if (format === 'html')
    return {
      content: await pageOf(
        opened.analysis,
        await placedViews(opened.analysis, { ...shown, folded: true }, io),
        view.id,
      ),
    };
  if (format !== 'pdf') return renderDrawing(io, view.placed, { ...target, format });
  const views = all ? await placedViews(opened.analysis, shown, io) : [view];
  const printed = await onSheets(views, theme);
  const title = all ? view.placed.graph.file : undefined;
  return renderSheets(io, printed, { ...target, ...(title === undefined ? {} : { title }) });
}
