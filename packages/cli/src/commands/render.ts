// `lightloom render`: a drawing of a design, as SVG or PNG.
import { type Command, Option } from 'commander';
import type { DesignOptions } from '../input/design-options.ts';
import { settingProblems } from '../input/setting-problems.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish } from './command.ts';
import { basisOption, configOption, setOption } from './design-options.ts';
import { deliver, say, tellErrors } from './output.ts';
import { type DrawingFormat, formatFor, pngScale, renderPng } from './render-png.ts';

interface RenderOptions extends DesignOptions {
  readonly view?: string;
  readonly theme: 'light' | 'dark';
  readonly format?: DrawingFormat;
  readonly scale?: number;
  readonly output?: string;
  readonly list?: boolean;
  readonly stdinFilename?: string;
}

export function addRender(program: Command, finish: Finish): void {
  program
    .command('render')
    .summary('draw a design as SVG or PNG')
    .description('Draws a view of a design as SVG or PNG: those it declares, its networks, its racks and its cooling.')
    .argument('<file>', 'the design, or - for the standard input')
    .option('-o, --output <file>', 'the file to write, .svg or .png (default: the standard output)')
    .addOption(
      new Option('-f, --format <name>', 'svg or png (default: from the name of the file)').choices(['svg', 'png']),
    )
    .addOption(pngScale())
    .option('--view <name>', 'the view to draw (default: the first)')
    .addOption(new Option('--theme <name>', 'colors to draw in').choices(['light', 'dark']).default('light'))
    .option('--list', 'print the views there are, and draw none')
    .addOption(setOption())
    .addOption(configOption())
    .addOption(basisOption())
    .option('--stdin-filename <path>', 'what the standard input is called; its imports start there')
    .addHelpText(
      'after',
      `
Examples:
  lightloom render pod.fabric -o pod.svg
  lightloom render pod.fabric -o pod.png --scale 2
  lightloom render pod.fabric --list
  lightloom render pod.fabric --view racks --theme dark -o racks.svg
`,
    )
    .action((file: string, _options, command: Command) =>
      finish((io) => render(file, command.optsWithGlobals<RenderOptions>(), io)),
    );
}

async function render(file: string, options: RenderOptions, io: Io): Promise<ExitCode> {
  const format = formatFor(options, io.stdout);
  if ('problem' in format) {
    say(io, format.problem);
    return exitCode.usage;
  }
  const [{ createWorkspace }, { graphOf, viewsOf }] = await Promise.all([
    import('../input/workspace.ts'),
    import('@lightloom/diagram/views'),
  ]);
  const opened = await createWorkspace(io, options).open(file, options.stdinFilename);
  if (typeof opened === 'string') {
    say(io, opened);
    return exitCode.usage;
  }
  const notSet = settingProblems([opened]);
  if (notSet.length > 0) {
    for (const problem of notSet) say(io, problem);
    return exitCode.usage;
  }
  const { facts } = opened.analysis;
  const views = viewsOf(facts);
  if (options.list === true) {
    const longest = Math.max(0, ...views.map(({ id }) => id.length));
    return (await deliver(
      io,
      views.map(({ id, title }) => `${id.padEnd(longest)}  ${title}\n`).join(''),
      options.output,
    ))
      ? exitCode.clean
      : exitCode.usage;
  }
  const id = options.view ?? views[0]?.id ?? '';
  const graph = graphOf(facts, id);
  if (graph === undefined) {
    say(
      io,
      await unknownView(
        opened.path,
        id,
        views.map((each) => each.id),
      ),
    );
    return exitCode.usage;
  }
  const [{ elkEngine, layout, svg }, { startElkWorker }] = await Promise.all([
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const placed = await layout(
    graph,
    elkEngine(() => startElkWorker(io.assets)),
  );
  const drawing = svg(placed, { theme: options.theme });
  const picture = format.name === 'svg' ? drawing : await renderPng(io, drawing, options.scale);
  if (picture === undefined || !(await deliver(io, picture, options.output))) return exitCode.usage;
  tellErrors(io, opened, 'drawing');
  return exitCode.clean;
}

async function unknownView(path: string, id: string, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return `There is nothing to draw in ${path}.`;
  const { closest } = await import('@lightloom/language');
  const near = closest(id, ids) ?? ids.find((each) => each.endsWith(`:${id}`));
  const views = `It has ${ids.join(', ')}.`;
  return `${path} has no view \`${id}\`. ${near === undefined ? views : `Did you mean \`${near}\`? ${views}`}`;
}
