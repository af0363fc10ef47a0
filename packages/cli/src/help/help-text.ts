// The text below the options in the help of a command: formats, notes, exit codes, examples.
import { formatsOf, otherNamesOf } from '@lightloom/print';
import type { CommandDefinition, ExitTexts } from '../command/command.ts';
import { type ExitCode, exitCode } from '../process/exit-code.ts';

/** What every command ends with, where it doesn't say otherwise. */
const usualExits: ExitTexts = {
  [exitCode.clean]: 'done',
  [exitCode.usage]:
    "the command can't be followed: an unknown option, a path that doesn't exist, a file that can't be read or written",
  [exitCode.internal]: 'a bug in Lightloom',
};

/** Characters beyond which the text of a row is not aligned with the others. */
const maxAligned = 56;

/** Exit codes of a command with their meaning, by code. */
export function exitsOf({ exits = {} }: Pick<CommandDefinition, 'exits'>): (readonly [ExitCode, string])[] {
  const texts = { ...usualExits, ...exits };
  return Object.values(exitCode).flatMap((code) => {
    const text = texts[code];
    return text === undefined ? [] : [[code, text] as const];
  });
}

/** Names of the formats a command prints, the default first, each with what it is for. */
export function formatChoices({
  prints,
  writes = {},
}: Pick<CommandDefinition, 'prints' | 'writes'>): ReadonlyMap<string, string> {
  const printed = prints.flatMap((kind) => formatsOf(kind).map(({ name, title }) => [name, title] as const));
  return new Map([...printed, ...Object.entries(writes)]);
}

/** Everything below the options. */
export function helpAfterOptions(command: CommandDefinition): string {
  const { notes, examples } = command;
  const formats = formatChoices(command);
  const lines = examples.map(({ line, does }) => [`lightloom ${line}`, does] as const);
  return [
    formats.size < 2
      ? ''
      : section(
          'Formats',
          [...formats].map(([name, title]) => [name, title + otherNamesText(name)]),
        ),
    notes === undefined ? '' : notes,
    section(
      'Exit codes',
      exitsOf(command).map(([code, text]) => [String(code), text] as const),
    ),
    section('Examples', lines),
  ]
    .filter((each) => each !== '')
    .map((each) => `\n${each}\n`)
    .join('');
}

/** `; or markdown` */
function otherNamesText(format: string): string {
  const others = otherNamesOf(format);
  return others.length === 0 ? '' : `; also named ${others.join(', ')}`;
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length).filter((each) => each <= maxAligned));
  return rows.length === 0
    ? ''
    : [`${title}:`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)].join('\n');
}
