// Lists the uses of a name: what the lens above a type runs.
import { commands, type Disposable, type Location, Position, Uri } from 'vscode';
import type { Position as ProtocolPosition } from 'vscode-languageclient';

export function registerShowUses(): Disposable {
  return commands.registerCommand('lightloom.showUses', async (file: string, { line, character }: ProtocolPosition) => {
    const [uri, position] = [Uri.parse(file), new Position(line, character)];
    const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position);
    const uses = found.filter(({ uri: at, range }) => at.toString() !== file || !range.contains(position));
    await commands.executeCommand('editor.action.showReferences', uri, position, uses);
  });
}
