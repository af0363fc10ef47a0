// `lightloom render`: a drawing of a design, as a picture or in the language of another program.
import type { PaperTheme } from '@lightloom/diagram';
import { visible } from '@lightloom/print';
import type { Orientation, Paper } from '@lightloom/render';
import { Option } from 'commander';
import { defineCommand, type GlobalOptions } from '../command/command.ts';
import { addOneDesign, type OneDesignOptions } from '../command/design-options.ts';
import { openDesign } from '../command/open-design.ts';
import { deliverPicture } from '../command/output.ts';
import { fontOption } from '../drawing/fonts.ts';
import { type DrawingFormat, drawingFormats } from '../drawing/formats.ts';
import { drawingScale, formatFor, pdfMargin, pdfOrientation, pdfPaper } from '../drawing/render-picture.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { deliver, say } from '../output/deliver.ts';
import { reportErrors } from '../output/report-errors.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

interface RenderOptions extends GlobalOptions, OneDesignOptions {
  readonly view?: string;
  readonly theme: PaperTheme;
  readonly format?: DrawingFormat;
  /** Of a PNG or a PDF. */
  readonly scale?: number;
  readonly font?: readonly string[];
  readonly paper?: Paper;
  /** Millimeters. */
  readonly margin?: number;
  readonly orientation?: Orientation;
  /** Whether all views are drawn. */
  readonly all?: boolean;
  readonly output?: string;
  readonly list?: boolean;
  /** Whether to keep where boxes are. */
  readonly pin?: boolean;
  /** Whether positions that are kept count. */
  readonly pins: boolean;
  /** Fields of the title block. */
  readonly revision?: string;
  readonly author?: string;
  readonly date?: string;
}

export const command = defineCommand<RenderOptions, [string]>({
  name: 'render',
  summary: 'draw a design, as a picture or in the language of another diagram tool',
  description:
    'Draws a view of a design: a view it declares, one of its networks, its racks, its power or its cooling. The name of the file says the format: a picture as SVG, PNG or PDF, a page with all views to look at in a browser, or a diagram to edit in Mermaid, D2, DOT (Graphviz) or draw.io.',
  prints: [],
  examples: [
    { line: 'render xpo-pod.fabric -o pod.svg', does: 'the first view' },
    { line: 'render xpo-pod.fabric -o pod.png --scale 2', does: 'as PNG, at twice the size' },
    { line: 'render xpo-pod.fabric -o pod.pdf --paper a3', does: 'as PDF, to print' },
    {
      line: 'render xpo-pod.fabric -o pod.pdf --revision C --author "A. Person" --date 2026-11-30',
      does: 'with the title block filled in',
    },
    { line: 'render xpo-pod.fabric --all -o review.pdf', does: 'all views, a sheet or more for each' },
    { line: 'render xpo-pod.fabric -o pod.html', does: 'all views in a browser: zoom, search, findings' },
    { line: 'render xpo-pod.fabric -o pod.drawio', does: 'to edit in draw.io; also .mmd, .d2, .dot' },
    { line: 'render xpo-pod.fabric -f md', does: 'Mermaid in Markdown, for a page of a repository' },
    { line: 'render xpo-pod.fabric -o pod.svg --pin', does: 'and leave the boxes there when the design grows' },
    { line: 'render xpo-pod.fabric --list', does: 'the views of a design' },
    { line: 'render xpo-pod.fabric --view racks --theme dark -o racks.svg', does: 'a view by name' },
  ],
  takes: (command) =>
    void addOneDesign(command)
      .option('-o, --output <file>', 'the file to write; its ending says the format (default: the standard output)')
      .addOption(
        new Option('-f, --format <name>', 'format of the drawing (default: from the name of the file)').choices(
          drawingFormats,
        ),
      )
      .addOption(drawingScale())
      .addOption(fontOption())
      .addOption(pdfPaper())
      .addOption(pdfMargin())
      .addOption(pdfOrientation())
      .option('--all', 'PDF: all views that show something, one after the other')
      .option('--view <name>', 'the view to draw (default: the first)')
      .addOption(new Option('--theme <name>', 'color theme').choices(['light', 'dark', 'print']).default('light'))
      .option('--revision <text>', 'title block: the revision of the design')
      .option('--author <text>', 'title block: who drew it')
      .option('--date <text>', 'title block: the date, as it is to be written')
      .option('--pin', 'keep where the boxes are in DESIGN.view.json; later drawings leave them there')
      .option('--no-pins', 'arrange the boxes anew, whatever DESIGN.view.json keeps')
      .option('--list', 'list the views instead of drawing one'),
  async run({ args: [file], options, io, program }) {
    const format = formatFor(options, io.stdout);
    if ('problem' in format) {
      say(io, format.problem);
      return exitCode.usage;
    }
    const [design, { viewsOf }] = await Promise.all([openDesign(file, options, io), import('@lightloom/language')]);
    if (design === undefined) return exitCode.usage;
    const version = program.version() ?? '';
    if (options.list !== true) return draw(design.opened, options, { format: format.name, version }, io);
    const views = await viewsOf(design.opened.analysis);
    const width = Math.max(0, ...views.map(({ id }) => id.length));
    const list = views.map(({ id, title }) => `${id.padEnd(width)}  ${visible(title)}\n`).join('');
    return (await deliver(io, list, options)) ? exitCode.clean : exitCode.usage;
  },
});

/** What is drawn, by which version of this program. */
interface Wanted {
  readonly format: DrawingFormat;
  readonly version: string;
}

async function draw(
  opened: OpenedFile,
  options: RenderOptions,
  { format, version }: Wanted,
  io: Io,
): Promise<ExitCode> {
  const { all = false } = options;
  const shown = { placed: options.pins, block: blockOf(options, version), numbered: format === 'pdf' };
  const [{ placeView }, { renderViews }] = await Promise.all([
    import('../drawing/draw-view.ts'),
    import('../drawing/render-views.ts'),
  ]);
  const view = await placeView(opened, { ...options, ...shown }, io);
  if (view === undefined) return exitCode.usage;
  const { keepPositions, reportPositions } = await import('../drawing/positions.ts');
  if (options.pins) await reportPositions(opened, io);
  if (options.pin === true && !(await keepPositions(opened, view.id, options.pins, io))) return exitCode.usage;
  if (!(await deliverPicture(io, await renderViews({ opened, view, shown }, { ...options, all, format }, io), options)))
    return exitCode.usage;
  reportErrors(io, opened, 'drawing');
  return exitCode.clean;
}

/** The title block: what is given, and the program that drew it. */
function blockOf({ revision, author, date }: RenderOptions, version: string) {
  return {
    ...(revision === undefined ? {} : { revision }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    tool: `Lightloom ${version}`,
  };
}
