// `lightloom completion`: a script that completes commands and options in a shell.
import { Argument } from 'commander';
import { defineCommand, type GlobalOptions } from '../command/command.ts';
import { exitCode } from '../process/exit-code.ts';
import { completionScript, type Shell, shells } from '../shell/completion-scripts.ts';

export const command = defineCommand<GlobalOptions, [Shell]>({
  name: 'completion',
  summary: 'print a completion script for a shell',
  description: 'Prints a script that completes commands, options, their values and .fabric files in a shell.',
  notes: `To install it, in a folder that must be there:
  bash  lightloom completion bash > ~/.local/share/bash-completion/completions/lightloom
  zsh   lightloom completion zsh > ~/.zfunc/_lightloom    (a folder in fpath, before compinit)
  fish  lightloom completion fish > ~/.config/fish/completions/lightloom.fish`,
  prints: [],
  examples: [{ line: 'completion bash', does: 'the script for bash' }],
  takes: (command) => void command.addArgument(new Argument('<shell>', 'the shell').choices(shells)),
  async run({ args: [shell], io, program }) {
    io.stdout.write(completionScript(shell, program));
    return exitCode.clean;
  },
});
