// A session: designs opened from files or texts. The command line, the editor, tests and other programs all start here.
import { type LangiumDocument, URI } from 'langium';
import type { Analysis } from '../analysis/analysis.ts';
import { createFabricServices } from '../services/module.ts';
import type { FabricServices, ServiceOptions } from '../services/services.ts';

/** A design that was opened: its fabric, facts and findings. What it imports belongs to it. */
export type Design = Analysis;

/** What is given once and applies to every design of a session; nothing of it changes afterwards. */
export type SessionOptions = ServiceOptions;

/** A design that another session has opened, and the texts of that session. */
interface OpenedElsewhere {
  readonly design: Design;
  readonly textOf: Session['textOf'];
}

/** Designs that share the files they import. */
export interface Session {
  /**
   * Opens a design: reads it with all it imports, elaborates it and judges it.
   * @param uri its address, as `file:///designs/pod.fabric`
   * @param text what the file holds; read from the session's files when not given. A file that was opened before keeps its text
   * @param elsewhere a design that another session with the same options has opened: where this one consists of the same texts at the
   * same addresses, it is that one, and isn't judged again
   * @throws when the text is not given and the file can't be read; never for what the text says
   */
  readonly open: (uri: string, text?: string, elsewhere?: OpenedElsewhere) => Promise<Design>;
  /**
   * Reads files again that have changed, and all that depends on them is worked out anew when it is opened the next time.
   * @param uris files that were read and can be read: designs, what they import, and `lightloom.json`
   */
  readonly update: (uris: readonly string[]) => Promise<void>;
  /** Forgets designs that were opened: the next text at their address is a new one. */
  readonly close: (uris: readonly string[]) => Promise<void>;
  /** The text of a file that was opened or imported; undefined for any other. */
  readonly textOf: (uri: string) => string | undefined;
}

/** Starts a session without designs. */
export function openSession(options: SessionOptions): Session {
  return sessionOf(createFabricServices(options));
}

/** A session on services that exist already. */
export function sessionOf(services: FabricServices): Session {
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const documentOf = async (uri: URI, text: string | undefined): Promise<LangiumDocument> =>
    LangiumDocuments.getDocument(uri) ??
    (text === undefined ? LangiumDocuments.getOrCreateDocument(uri) : LangiumDocuments.createDocument(uri, text));
  return {
    async open(uri, text, elsewhere) {
      const document = await documentOf(URI.parse(uri), text);
      await DocumentBuilder.build([document], { validation: false });
      if (elsewhere !== undefined && consistsOfTheSame(document, elsewhere, services)) return elsewhere.design;
      return services.workspace.Analyses.of(document);
    },
    update: (uris) =>
      DocumentBuilder.update(
        uris.map((each) => URI.parse(each)),
        [],
      ),
    close: (uris) =>
      DocumentBuilder.update(
        [],
        uris.map((each) => URI.parse(each)),
      ),
    textOf: (uri) => LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText(),
  };
}

/** Whether a design and all that applies to it are written as those of another session. Plug-ins are more than what is written. */
function consistsOfTheSame(
  document: LangiumDocument,
  { design, textOf }: OpenedElsewhere,
  { workspace: { Imports, Configurations } }: FabricServices,
): boolean {
  const files = Imports.documentsInOrder(document);
  const configuration = Configurations.of(document.uri);
  return (
    files.length === design.uris.length &&
    files.every(({ uri, textDocument }, i) => {
      const address = uri.toString();
      return address === design.uris[i] && textDocument.getText() === textOf(address);
    }) &&
    isWrittenAs(configuration, design.configuration) &&
    isWrittenAs(Configurations.bookOf(document.uri), design.book) &&
    design.plugins.length === 0 &&
    (configuration === undefined || Object.values(configuration.plugins).every((some) => some.length === 0))
  );
}

/** A file, or that there is none. */
type Written = { readonly uri: string; readonly text: string } | undefined;

const isWrittenAs = (one: Written, other: Written): boolean => one?.uri === other?.uri && one?.text === other?.text;
