// `lightloom mcp`: the tools of this program for models, as a server of the Model Context Protocol.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reasonOf } from '@lightloom/language/disk';
import { defineCommand, type GlobalOptions } from '../command/command.ts';
import { say } from '../output/deliver.ts';
import { exitCode } from '../process/exit-code.ts';

interface McpOptions extends GlobalOptions {
  readonly allowWrite?: boolean;
  readonly allowPlugins?: boolean;
}

export const command = defineCommand<McpOptions, [readonly string[]]>({
  name: 'mcp',
  summary: 'run the MCP server, for AI agents',
  description:
    'Runs a server of the Model Context Protocol over the standard input and output. An agent starts it, calls its tools (check, explain, diff, render, parts, fix), and reads the language reference, the rules and the part library as resources. It ends when its input does.',
  notes: `Nothing is read outside of the folders, links followed, and nothing is written without --allow-write. Where no folder is named, those
that the client says it works in are used, or else this folder.`,
  prints: [],
  examples: [
    { line: 'mcp', does: 'the command for a client to start, in the folder of the designs' },
    { line: 'mcp pods --allow-write', does: 'for one folder, whose designs may be fixed' },
  ],
  takes: (command) =>
    void command
      .argument('[folders...]', 'folders that may be read; paths are relative to the first')
      .option('--allow-write', 'let the tool fix write files')
      .option('--allow-plugins', 'run the plug-ins that lightloom.json names: code of the project, so trust it first'),
  async run({ args: [folders], options, io, program }) {
    const problems = (await Promise.all(folders.map((each) => folderProblem(each, io.cwd)))).filter(
      (each) => each !== undefined,
    );
    for (const each of problems) say(io, each);
    if (problems.length > 0) return exitCode.usage;
    const { serve } = await import('../mcp/serve.ts');
    const { allowWrite = false, allowPlugins = false } = options;
    const version = program.version() ?? '';
    await serve({ folders, allowsWriting: allowWrite, allowsPlugins: allowPlugins, version }, io);
    return exitCode.clean;
  },
});

async function folderProblem(folder: string, cwd: string): Promise<string | undefined> {
  if (folder === '') return 'A path is empty; name a folder.';
  try {
    return (await stat(resolve(cwd, folder))).isDirectory()
      ? undefined
      : `${folder} is not a folder; name the folder that it is in.`;
  } catch (error) {
    return `${folder} can't be read: ${reasonOf(error)}.`;
  }
}
