// `lightloom init`: a small design to start from, with its configuration.
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reasonOf } from '@lightloom/language/disk';
import { type Template, templates, titleOf } from '@lightloom/language/templates';
import { visibleLines } from '@lightloom/print/shown';
import { Option } from 'commander';
import { type CiSystem, ciSystems, projectFiles } from '../../templates/project-files.ts';
import { defineCommand, type GlobalOptions } from '../command/command.ts';
import { say } from '../output/deliver.ts';
import { exitCode } from '../process/exit-code.ts';
import { targetOf, writeTarget } from '../process/write-file.ts';

interface InitOptions extends GlobalOptions {
  readonly template: string;
  readonly ci?: CiSystem;
}

const names = templates.map(({ name }) => name);
const width = Math.max(...names.map((each) => each.length));

export const command = defineCommand<InitOptions, [string | undefined]>({
  name: 'init',
  summary: 'start a project from a template',
  description: 'Writes a small design that checks clean, and lightloom.json. It replaces no file.',
  notes: ['Templates:', ...templates.map((each) => `  ${each.name.padEnd(width)}  ${titleOf(each)}`)].join('\n'),
  exits: { 2: "a file is there already, or can't be written; then nothing is written" },
  prints: [],
  examples: [
    { line: 'init pod', does: 'a leaf-spine network in the folder pod' },
    { line: 'init pod --template xpo-pod --ci github', does: 'a pod on XPO, checked in every pull request' },
  ],
  takes: (command) =>
    void command
      .argument('[folder]', 'the folder to write to; it is made if needed (default: this folder)')
      .addOption(new Option('--template <name>', 'the design to start from').choices(names).default(names[0]))
      .addOption(new Option('--ci <system>', 'also write a job that checks the designs').choices(ciSystems)),
  async run({ args: [folder = '.'], options: { template, ci }, io, program }) {
    const chosen = templates.find(({ name }) => name === template) as Template;
    const files = projectFiles(chosen, ci, program.version() ?? '');
    const root = resolve(io.cwd, folder);
    const shown = (path: string): string => relative(io.cwd, join(root, path)).replaceAll('\\', '/');
    const there = files.filter(({ path }) => existsSync(join(root, path)));
    for (const { path } of there) say(io, `${shown(path)} is there already; nothing was written.`);
    if (there.length > 0) return exitCode.usage;
    for (const { path, text } of files) {
      try {
        await writeTarget(await targetOf(join(root, path)), text);
      } catch (error) {
        say(io, `${shown(path)} can't be written: ${reasonOf(error)}.`);
        return exitCode.usage;
      }
    }
    const design = shown(`${chosen.name}.fabric`);
    io.stdout.write(
      visibleLines(
        [
          ...files.map(({ path }) => `wrote ${shown(path)}`),
          '',
          'Next:',
          `  lightloom check ${design}`,
          `  lightloom report ${design}`,
          `  lightloom render ${design} -o ${design.replace(/\.fabric$/, '.svg')}`,
          '',
        ].join('\n'),
      ),
    );
    return exitCode.clean;
  },
});
