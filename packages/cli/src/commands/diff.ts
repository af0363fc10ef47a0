// `lightloom diff`: what differs between two designs, or the designs of two folders, on the disk or in revisions of a repository.
import type { PaperTheme } from '@lightloom/diagram';
import { diffDocument, incompleteText } from '@lightloom/print';
import type { Paper } from '@lightloom/render';
import { Option } from 'commander';
import { defineCommand } from '../command/command.ts';
import {
  addDesignOptions,
  type OneDesignOptions,
  outputOption,
  stdinFilenameOption,
} from '../command/design-options.ts';
import { deliverDocument, deliverPicture } from '../command/output.ts';
import type { DiffDrawing } from '../drawing/draw-diff.ts';
import { fontOption } from '../drawing/fonts.ts';
import { drawingScale, pdfPaper, sizeConflict } from '../drawing/render-picture.ts';
import { basisOf, settingsOf } from '../input/design-options.ts';
import { say } from '../output/deliver.ts';
import type { PrintOptions } from '../output/printed.ts';
import { exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';

interface DiffOptions extends OneDesignOptions, PrintOptions {
  readonly theme: PaperTheme;
  /** Pixels of a PNG for one of the drawing. */
  readonly scale?: number;
  readonly paper?: Paper;
  readonly font?: readonly string[];
  readonly figures?: boolean;
  readonly exitCode?: boolean;
  readonly phases?: boolean;
}

export const command = defineCommand<DiffOptions, [string, string | undefined]>({
  name: 'diff',
  summary: 'show what differs between two designs',
  description:
    'Shows what differs between two designs: devices, modules, links, racks and plant that were added, removed, moved or changed, which cables must be touched, and what becomes of figures, requirements and findings. Either design is a file, a folder with designs, or one in a Git revision, REVISION:PATH; with @PHASE behind it, as it is there in that phase of its growth.',
  exits: { 1: 'with --exit-code, something differs' },
  notes: `Compared is what a design means, not its text: formatting, comments, the order and the files of statements, arrays or single things,
and names of types with equal figures don't count. A thing under another name is found by what it is joined to; where that says too
little, it is removed and added.

A file that ends with .svg, .png, .pdf, .mmd, .d2, .dot or .drawio becomes a drawing of both designs, with what was added, removed and
changed. Where several designs are compared, each two that differ become a file of their own, with the name of the design behind that of
the file.

As in Git, a path in a revision starts at the top of the repository, and with ./ in the working directory. What it imports is read from the
same revision. A path that exists, or that starts with a drive, is never read as a revision. A path that exists is never read as a phase
either.`,
  prints: [diffDocument],
  examples: [
    { line: 'diff osfp-leaf-spine.fabric xpo-pod.fabric', does: 'two files' },
    {
      line: 'diff osfp-leaf-spine.fabric xpo-pod.fabric --figures',
      does: 'every fact of both, side by side, with its ratio',
    },
    { line: 'diff xpo-pod.fabric xpo-pod.fabric --exit-code', does: 'whether anything differs' },
    { line: 'diff osfp-leaf-spine.fabric xpo-pod.fabric -f md -o diff.md', does: 'for a pull request' },
    { line: 'diff osfp-leaf-spine.fabric xpo-pod.fabric -f json', does: 'for other programs' },
    { line: 'diff growth.fabric@day1 growth.fabric@second', does: 'what one step of growth needs' },
    { line: 'diff growth.fabric --phases', does: 'every step of growth' },
    {
      line: 'diff osfp-leaf-spine.fabric xpo-pod.fabric -o diff.svg',
      does: 'as a drawing of both; also .png and .pdf',
    },
  ],
  takes: (command) =>
    void addDesignOptions(
      command
        .argument('<old>', 'the old design: a file, a folder, REVISION:PATH, or - for the standard input')
        .argument('[new]', 'the new design; with --phases none'),
    )
      .addOption(stdinFilenameOption())
      .option('--figures', 'print every fact of both designs side by side with its ratio, instead of the changes')
      .option('--phases', 'compare each phase of one design with the one before')
      .option('--exit-code', 'exit with 1 when something differs')
      .addOption(
        new Option('--theme <name>', 'drawing: color theme').choices(['light', 'dark', 'print']).default('light'),
      )
      .addOption(drawingScale())
      .addOption(pdfPaper())
      .addOption(fontOption())
      .addOption(outputOption()),
  async run({ args: [old, now], options, io }) {
    const { output = '-' } = options;
    const isUsual = options.format === diffDocument.defaultFormat;
    const [{ comparePairs, comparePhases }, { drawDiff, drawingConflict, diffDrawingOf }] = await Promise.all([
      import('../input/compare-pairs.ts'),
      import('../drawing/draw-diff.ts'),
    ]);
    const drawing = diffDrawingOf(output);
    const conflict =
      drawing === undefined
        ? undefined
        : drawingConflict(output, { ...options, format: isUsual ? undefined : options.format });
    const compared =
      conflict ??
      sizeConflict(options, drawing) ??
      phasesConflict(options, now) ??
      (now === undefined ? await comparePhases(old, options, io) : await comparePairs(old, now, options, io));
    if (typeof compared === 'string') {
      say(io, compared);
      return exitCode.usage;
    }
    const document = { pairs: compared, settings: settingsOf(options), basis: basisOf(options) };
    const isDelivered =
      drawing === undefined
        ? await deliverDocument(io, diffDocument, document, options)
        : await deliverDrawings(drawDiff(compared, output, options, io), options, io);
    if (!isDelivered) return exitCode.usage;
    const incomplete = drawing === undefined ? [] : compared.flatMap(incompleteText);
    for (const each of incomplete) say(io, each, 'warning');
    const isDifferent = compared.some(({ diff }) => !diff.isSame);
    return options.exitCode === true && isDifferent ? exitCode.findings : exitCode.clean;
  },
});

/** Writes drawings one after the other. @returns false when one can't be rendered or written, which is reported */
async function deliverDrawings(drawings: AsyncIterable<DiffDrawing>, options: DiffOptions, io: Io): Promise<boolean> {
  let written = 0;
  for await (const { output, picture } of drawings) {
    if (!(await deliverPicture(io, picture, { ...options, output }))) return false;
    if (output !== options.output) say(io, `${output} is drawn.`, 'note');
    written++;
  }
  if (written === 0) say(io, 'No design differs; nothing is drawn.', 'note');
  return true;
}

/** What is wrong with the number of designs; undefined when nothing is. */
function phasesConflict({ phases = false, phase }: DiffOptions, now: string | undefined): string | undefined {
  if (!phases) return now === undefined ? 'Name two designs, or one with --phases.' : undefined;
  if (now !== undefined) return '--phases compares the phases of one design; name one.';
  return phase === undefined ? undefined : '--phases compares all phases; remove --phase.';
}
