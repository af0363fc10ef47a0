// `lightloom lsp`: the language server, for editors that start one.
import { Option } from 'commander';
import { defineCommand } from '../command/command.ts';
import { exitCode } from '../process/exit-code.ts';

export const command = defineCommand({
  name: 'lsp',
  summary: 'run the language server, for editors',
  description: 'Runs the language server. An editor starts it and talks to it until it asks the server to stop.',
  prints: [],
  examples: [{ line: 'lsp --stdio', does: 'the command for an editor to start' }],
  takes: (command) =>
    void command
      .requiredOption('--stdio', 'talk over the standard input and output')
      .addOption(new Option('--clientProcessId <id>', 'process id of the editor').hideHelp()),
  async run({ io }) {
    // The server reads its channel from the arguments of the process, and ends the process itself.
    const [{ startServer }, { printerIn }] = await Promise.all([
      import('@lightloom/language/server'),
      import('@lightloom/render/printer'),
    ]);
    startServer({ printer: printerIn(io.assets) });
    return exitCode.clean;
  },
});
