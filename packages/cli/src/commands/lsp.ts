// `lightloom lsp`: the language server, for editors that start one.
import type { Command } from 'commander';
import { Option } from 'commander';
import { exitCode } from '../process/exit-code.ts';
import type { Finish } from './command.ts';

export function addLsp(program: Command, finish: Finish): void {
  program
    .command('lsp')
    .summary('run the language server, for editors')
    .description('Runs the language server. An editor starts it and talks to it until it says to stop.')
    .requiredOption('--stdio', 'talk over the standard input and output')
    .addOption(new Option('--clientProcessId <id>', 'the process of the editor').hideHelp())
    .action(() =>
      finish(async () => {
        // The server reads its channel from the arguments of the process, and ends the process itself.
        const { startServer } = await import('@lightloom/language/server');
        startServer();
        return exitCode.clean;
      }),
    );
}
