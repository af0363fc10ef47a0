// A server that does nothing of an edit but what no server can do without: it takes the message, makes the text anew as one string, and says
// that it is done. What it takes is the bound of what a key can cost.
import { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2 } }));
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: [] });
  void connection.sendNotification('lightloom/analyzed', { uri, version });
});
documents.listen(connection);
connection.listen();
