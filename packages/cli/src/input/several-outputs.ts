// `-f` and `-o` of a command that writes several outputs in one run: `-f sarif -o findings.sarif -f github`.
import { formatName } from '@lightloom/print';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { sameFile } from '../process/write-file.ts';

/** One output: a format, the usual one when none is named, and a file, or the standard output. */
export interface Output {
  readonly format?: string;
  readonly output?: string;
}

/** What the options of several outputs are read to: both hold the same list. */
export interface SeveralOutputs {
  readonly format?: readonly Output[];
  readonly output?: readonly Output[];
}

/**
 * Adds the options. A file belongs to the format before it, or to the one after it where none is before it.
 * @param formats names of the formats, the usual one first
 */
export function addSeveralOutputs(command: Command, formats: readonly string[]): Command {
  const outputs: { format?: string; output?: string }[] = [];
  const add = (name: 'format' | 'output', text: string): readonly Output[] => {
    const last = outputs.at(-1);
    if (last !== undefined && last[name] === undefined) last[name] = text;
    else outputs.push({ [name]: text });
    return outputs;
  };
  return command
    .addOption(
      new Option(
        '-f, --format <name>',
        `output format; repeatable, each with an -o of its own (default: "${formats[0]}")`,
      )
        .choices(formats)
        .argParser((text: string) => {
          if (formats.includes(formatName(text))) return add('format', formatName(text));
          throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.`);
        }),
    )
    .addOption(
      new Option(
        '-o, --output <file>',
        'write the format named before it to a file instead of the standard output',
      ).argParser((text: string) => add('output', text)),
    );
}

/**
 * The outputs of a run; one sentence when they can't all be written.
 * @param cwd where relative paths start; absolute
 */
export async function outputsOf({ format, output }: SeveralOutputs, cwd: string): Promise<readonly Output[] | string> {
  const outputs = format ?? output ?? [{}];
  const standard = outputs.filter(({ output: file }) => file === undefined || file === '-');
  if (standard.length > 1)
    return `${standard.length} formats would go to the standard output; name a file with \`-o\` after all but one.`;
  const files = outputs.flatMap(({ output: file }) => (file === undefined || file === '-' ? [] : [file]));
  const twice = await sameFile(files, cwd);
  return twice === undefined ? outputs : `${twice} is named for two formats; name a file for each.`;
}
