// `lightloom parts`: what the library has.

import { jsonParts, partPage, partTable, themeFor } from '@lightloom/print';
import { type Command, Option } from 'commander';
import { type ExitCode, exitCode } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import type { Finish, GlobalOptions } from './command.ts';
import { deliver, say } from './output.ts';

interface PartsOptions extends GlobalOptions {
  readonly format: 'pretty' | 'json';
  readonly output?: string;
}

export function addParts(program: Command, finish: Finish): void {
  program
    .command('parts')
    .summary('list the parts that ship with the tool')
    .description(
      'Lists the parts of the library with their key figures and what to import; one part with all of its figures and where each comes from.',
    )
    .argument('[pattern]', 'a name, a piece of one, a kind, a file or a word of the description; * stands for anything')
    .addOption(new Option('-f, --format <name>', 'how they are printed').choices(['pretty', 'json']).default('pretty'))
    .option('-o, --output <file>', 'write them to a file')
    .addHelpText(
      'after',
      `
Examples:
  lightloom parts              all of them
  lightloom parts osfp         what has osfp in its name
  lightloom parts "*DR8*"      as a pattern
  lightloom parts switch       all of a kind
  lightloom parts std/cooling  all of a file
  lightloom parts SN5600       one, with every figure and its source
`,
    )
    .action((pattern: string | undefined, _options, command: Command) =>
      finish((io) => parts(pattern, command.optsWithGlobals<PartsOptions>(), io)),
    );
}

async function parts(pattern: string | undefined, options: PartsOptions, io: Io): Promise<ExitCode> {
  const { closest, libraryParts } = await import('@lightloom/language');
  const all = await libraryParts();
  const found = matching(all, pattern);
  if (found.length === 0) {
    const near = closest(
      pattern ?? '',
      all.map((each) => each.name),
    );
    const help = near === undefined ? '`lightloom parts` lists all.' : `Did you mean ${near}?`;
    say(io, `No part matches \`${pattern}\`. ${help}`);
    return exitCode.usage;
  }
  const { color } = options;
  const toTerminal = options.output === undefined && io.stdout.isTerminal;
  const theme = themeFor({ flag: options.output === undefined ? color : false, env: io.env, isTerminal: toTerminal });
  const [first] = found;
  const text =
    options.format === 'json'
      ? jsonParts(found)
      : found.length === 1 && first !== undefined
        ? partPage(first, theme)
        : partTable(found, theme);
  return (await deliver(io, text, options.output)) ? exitCode.clean : exitCode.usage;
}

interface Named {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly doc: string;
}

/** The parts a pattern means: the one of that name, all of a kind or a file, or those that have it somewhere. */
function matching<P extends Named>(all: readonly P[], pattern: string | undefined): readonly P[] {
  if (pattern === undefined) return all;
  const wanted = pattern.toLowerCase();
  const same = (text: string): boolean => text.toLowerCase() === wanted;
  const exact = all.filter((each) => each.name === pattern);
  if (exact.length > 0) return exact;
  const group = all.filter((each) => same(each.kind) || same(each.file));
  if (group.length > 0) return group;
  const test = wanted.includes('*') ? wildcard(wanted) : (text: string) => text.toLowerCase().includes(wanted);
  const named = all.filter((each) => test(each.name));
  return named.length > 0 ? named : all.filter((each) => test(each.doc));
}

/** A test for texts that are as a pattern says, whatever the case. */
function wildcard(pattern: string): (text: string) => boolean {
  const pieces = pattern.split('*').map((each) => each.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${pieces.join('.*')}$`, 'i');
  return (text) => expression.test(text);
}
