// Offers `lightloom mcp` to the agents of VS Code: the program is in the extension, and runs on the editor's own Node.
import { type Disposable, type ExtensionContext, lm, McpStdioServerDefinition, Uri } from 'vscode';

/** As the manifest calls it. */
const providerId = 'lightloom.mcp';

/** How the program is started: Electron is Node when it is asked to be. It serves the folders that the client names, and writes nothing. */
function mcpDefinition({ extensionUri, extension }: ExtensionContext): McpStdioServerDefinition {
  const program = Uri.joinPath(extensionUri, 'dist', 'agents', 'lightloom.cjs').fsPath;
  const env = { ELECTRON_RUN_AS_NODE: '1' };
  const { version } = extension.packageJSON as { readonly version: string };
  return new McpStdioServerDefinition('Lightloom', process.execPath, [program, 'mcp'], env, version);
}

/** Registers the server; VS Code asks the person before it starts it. */
export function provideMcpServer(context: ExtensionContext): Disposable {
  return lm.registerMcpServerDefinitionProvider(providerId, {
    provideMcpServerDefinitions: () => [mcpDefinition(context)],
  });
}
