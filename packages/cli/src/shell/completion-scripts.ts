// Completion scripts, made from the commands as they are.
import type { Command, Option } from 'commander';

/** Shells that a script can be made for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** What a shell has to know of a command. */
interface Known {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly KnownOption[];
  /** Values of its first argument, where they are few. */
  readonly values: readonly string[];
}

interface KnownOption {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

/** The script for a shell. */
export function completionScript(shell: Shell, program: Command): string {
  const global = program.options.map(knownOption);
  const commands = program.commands.map(
    (each): Known => ({
      name: each.name(),
      summary: each.summary(),
      options: [...each.options.map(knownOption), ...global],
      values: each.registeredArguments[0]?.argChoices ?? [],
    }),
  );
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}

function knownOption({ short, long, description, required, argChoices }: Option): KnownOption {
  const flags = [short, long].filter((each) => each !== undefined && each !== null);
  return { flags, description, takesValue: required, values: argChoices ?? [] };
}

const words = (all: readonly string[]): string => [...new Set(all)].join(' ');
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function bashScript(commands: readonly Known[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const own = options.flatMap((each) =>
      each.values.length === 0
        ? []
        : [`    ${name},${each.flags.join(`|${name},`)}) values=${quoted(words(each.values))} ;;`],
    );
    const files = options
      .filter((each) => each.takesValue && each.values.length === 0)
      .map((each) => `    ${name},${each.flags.join(`|${name},`)}) COMPREPLY=($(compgen -f -- "$word")); return ;;`);
    return {
      options: `    ${name}) options=${quoted(words(options.flatMap((each) => each.flags)))} values=${quoted(words(values))} ;;`,
      values: [...own, ...files],
    };
  });
  return `# Completes lightloom in bash.
_lightloom() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' options='' values='' each
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in -*) ;; *) command=$each; break ;; esac
  done
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W ${quoted(words(commands.map(({ name }) => name)))} -- "$word"))
    return
  fi
  case $command,$before in
${cases.flatMap((each) => each.values).join('\n')}
  esac
  if [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$word"))
    return
  fi
  case $command in
${cases.map((each) => each.options).join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -W "$values" -- "$word") $(compgen -f -X '!*.fabric' -- "$word") $(compgen -d -- "$word"))
  fi
}
complete -o filenames -F _lightloom lightloom
`;
}

function zshScript(commands: readonly Known[]): string {
  const escaped = (text: string): string => text.replace(/[[\]:]/g, '\\$&');
  const argument = ({ flags, description, takesValue, values }: KnownOption): string[] =>
    flags.map((flag) => {
      const value = !takesValue ? '' : values.length > 0 ? `:value:(${words(values)})` : ':value:_files';
      return quoted(`*${flag}[${escaped(description)}]${value}`);
    });
  const cases = commands.map(({ name, options, values }) => {
    const rest = values.length > 0 ? `'1:value:(${words(values)})'` : `'*:file:_files -g "*.fabric(-.) *(-/)"'`;
    return `    ${name}) _arguments ${[...options.flatMap(argument), rest].join(' \\\n      ')} ;;`;
  });
  return `#compdef lightloom
# Completes lightloom in zsh.
_lightloom() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${escaped(summary)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _lightloom ]]; then
  _lightloom "$@"
else
  compdef _lightloom lightloom
fi
`;
}

function fishScript(commands: readonly Known[]): string {
  const lines = commands.flatMap(({ name, summary, options, values }) => {
    const own = `complete -c lightloom -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c lightloom -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...(values.length > 0 ? [`${own} -f -a ${quoted(words(values))}`] : []),
      ...options.map(({ flags, description, takesValue, values: choices }) => {
        const names = flags.map((each) => (each.startsWith('--') ? `-l ${each.slice(2)}` : `-s ${each.slice(1)}`));
        const value = !takesValue ? '' : choices.length > 0 ? ` -x -a ${quoted(words(choices))}` : ' -r';
        return `${own} ${names.join(' ')}${value} -d ${quoted(description)}`;
      }),
    ];
  });
  return `# Completes lightloom in fish.\n${lines.join('\n')}\n`;
}
