// The workspace of an editor: every file is checked from the start, open or not, and stays as a fresh start would find it.
import { type Basis, libraryScheme } from '@lightloom/core';
import {
  type BuildOptions,
  type Cancellation,
  DefaultWorkspaceManager,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type MaybePromise,
  OperationCancelled,
  URI,
  UriUtils,
  type WorkspaceFolder,
} from 'langium';
import type { Configurations } from '../configuration/index.ts';
import type { Boundary } from '../workspace/boundary.ts';
import { type AddedServices, FabricDocumentBuilder } from '../workspace/document-builder.ts';
import { pause } from '../workspace/interrupted.ts';

/** What a client may give at the start. */
interface InitializationOptions {
  /** Folders that imports may lead to beside those of the workspace; absolute paths. */
  readonly importFolders?: readonly string[];
  /** Whether the plug-ins that configurations name may run: only in a workspace that the user trusts. */
  readonly allowPlugins?: boolean;
  /** Whether notes are shown of files that aren't open too; without it, only errors and warnings are. */
  readonly notesOfClosedFiles?: boolean;
  /** Whether the client has the commands that code lenses run. */
  readonly commands?: boolean;
  /** What figures are computed from; the worst case when not given. */
  readonly basis?: Basis;
}

/** What decides which files of the workspace are read. */
interface Places {
  readonly Boundary: Boundary;
  readonly Configurations: Configurations;
}

export class FabricWorkspaceManager extends DefaultWorkspaceManager {
  override initialBuildOptions: BuildOptions = { validation: true };
  private readonly places: () => Places;
  private allowed: readonly URI[] = [];
  private allowsPlugins = false;
  /** Whether notes are shown of files that aren't open. */
  notesOfClosedFiles = false;
  /** Whether the client has the commands that code lenses run. */
  clientHasCommands = false;
  /** Whether the client takes edits with places to fill in. */
  clientHasSnippetEdits = false;
  /** What figures are computed from. */
  basis: Basis = 'worst-case';

  /** @param places asked for when first needed */
  constructor(services: LangiumSharedCoreServices, places: () => Places) {
    super(services);
    this.places = places;
  }

  override initialize(params: Parameters<DefaultWorkspaceManager['initialize']>[0]): void {
    super.initialize(params);
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const { importFolders, allowPlugins, commands, notesOfClosedFiles, basis } = options;
    this.allowsPlugins = allowPlugins === true;
    this.notesOfClosedFiles = notesOfClosedFiles === true;
    this.clientHasCommands = commands === true;
    this.clientHasSnippetEdits = params.capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    this.basis = basis === 'typical' ? 'typical' : 'worst-case';
    if (Array.isArray(importFolders))
      this.allowed = importFolders.filter((each) => typeof each === 'string').map((each) => URI.file(each));
  }

  /** Adds folders to the workspace, and takes others out of it. */
  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(addressOf));
    this.folders = [...(this.folders ?? []).filter((each) => !gone.has(addressOf(each))), ...added];
  }

  /** Where imports may lead from anywhere. */
  get importFolders(): readonly URI[] {
    return [...this.roots, ...this.allowed];
  }

  /** Whether plug-ins that a configuration names may run: what the user trusts is the workspace, and no file that is opened beside it. */
  allowsPluginsOf(configuration: URI): boolean {
    return this.allowsPlugins && this.roots.some((root) => stepsBelow(root, configuration) !== undefined);
  }

  /** Whether a search of the workspace finds a file, were it there. */
  async finds(uri: URI): Promise<boolean> {
    return this.isSearched(uri) && !(await this.places().Configurations.ignores(uri));
  }

  /** The files that a search of the workspace finds. */
  async search(): Promise<readonly URI[]> {
    const found = (await Promise.all(this.roots.map((root) => this.searchFolder(root)))).flat();
    const isRead = await Promise.all(found.map((uri) => this.isRead(uri)));
    return found.filter((_, i) => isRead[i]);
  }

  /** Whether a file that was found is read: no configuration ignores it, and it lies in the workspace, once links are followed. */
  private async isRead(uri: URI): Promise<boolean> {
    const { Boundary, Configurations } = this.places();
    if (await Configurations.ignores(uri)) return false;
    // The file that a link names may not exist; one that the search finds by its own name is read as that.
    const place = await Boundary.placeOf(uri, uri).catch(() => undefined);
    return place !== undefined && (place.toString() === uri.toString() || !(await this.finds(place)));
  }

  private isSearched(uri: URI): boolean {
    return this.roots.some((root) => {
      const steps = stepsBelow(root, uri);
      return steps?.every((step, i) => {
        const isFile = i === steps.length - 1;
        const at = UriUtils.joinPath(root, ...steps.slice(0, i + 1));
        return step !== '' && this.shouldIncludeEntry({ isFile, isDirectory: !isFile, uri: at });
      });
    });
  }

  /** Loads the files that are read; the others are reported where they are imported. */
  protected override async loadWorkspaceDocuments(
    uris: Parameters<DefaultWorkspaceManager['loadWorkspaceDocuments']>[0],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    const load = async (uri: URI): Promise<void> => {
      if (await this.isRead(uri)) collector(await this.langiumDocuments.getOrCreateDocument(uri));
    };
    await Promise.allSettled(uris.map(load));
  }

  private get roots(): readonly URI[] {
    return (this.folders ?? []).map((each: WorkspaceFolder) => URI.parse(each.uri));
  }
}

/** The address of a folder, which some clients give with a slash at its end, and others without. */
function addressOf({ uri }: WorkspaceFolder): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}

/** The names that lead from a folder to a file; undefined when it isn't below it. */
function stepsBelow(root: URI, uri: URI): readonly string[] | undefined {
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const isBelow = root.scheme === uri.scheme && root.authority === uri.authority && uri.path.startsWith(folder);
  return isBelow ? uri.path.slice(folder.length).split('/') : undefined;
}

/** From when on judging a design takes long, and the longest pause before it, in ms. */
const slow = 200;
const longestPause = 300;

export class EditorDocumentBuilder extends FabricDocumentBuilder {
  /** How long judging one file took at most the last time, in ms. */
  private slowest = 0;
  /** Who waits for all documents to come to a state. */
  private readonly waiting = new Set<{ readonly state: DocumentState; done: () => void }>();
  private readonly workspace: () => FabricWorkspaceManager;

  constructor(services: LangiumSharedCoreServices, added: () => AddedServices) {
    super(services, added);
    this.workspace = () => services.workspace.WorkspaceManager as FabricWorkspaceManager;
  }

  protected override async isWanted(uri: URI): Promise<boolean> {
    return this.isOpen(uri) || this.workspace().finds(uri);
  }

  protected override search(): Promise<readonly URI[]> {
    return this.workspace().search();
  }

  /** Reads what the folders of the workspace hold by now; what nobody wants any more is forgotten. */
  async readFolders(cancelToken: Cancellation.CancellationToken): Promise<void> {
    const own = this.langiumDocuments.all.filter(({ uri }) => uri.scheme !== libraryScheme).map(({ uri }) => uri);
    const all = new Map([...own, ...(await this.search())].map((uri) => [uri.toString(), uri]));
    await this.update([...all.values()], [], cancelToken);
  }

  /** Whether judging a design took long the last time. */
  get isSlow(): boolean {
    return this.slowest > slow;
  }

  /** Waits for what was typed last too: until it is read, the state of a document is that of the text before. */
  protected override async awaitDocumentState(
    state: DocumentState,
    uri: URI,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<URI> {
    for (;;) {
      while (isBehind(this.langiumDocuments.getDocument(uri))) await this.nextRead(cancelToken);
      const reached = await super.awaitDocumentState(state, uri, cancelToken);
      if (!isBehind(this.langiumDocuments.getDocument(uri))) return reached;
    }
  }

  /** Waits until all documents are in a state, and no longer where there is nothing to do for any: then no listener is called. */
  protected override async awaitBuilderState(
    state: DocumentState,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    if (this.currentState >= state) return;
    if (cancelToken.isCancellationRequested) throw OperationCancelled;
    await new Promise<void>((done) => {
      const waiting = { state, done };
      this.waiting.add(waiting);
      const cancelled = cancelToken.onCancellationRequested(() => waiting.done());
      waiting.done = () => {
        this.waiting.delete(waiting);
        cancelled.dispose();
        done();
      };
    });
    if (cancelToken.isCancellationRequested) throw OperationCancelled;
  }

  /** Waits until some documents are read, or gone. */
  private async nextRead(cancelToken: Cancellation.CancellationToken): Promise<void> {
    const waiting: { dispose(): void }[] = [];
    await new Promise<void>((done) => {
      waiting.push(
        this.onBuildPhase(DocumentState.Parsed, () => done()),
        this.onUpdate(() => done()),
        cancelToken.onCancellationRequested(() => done()),
      );
    });
    for (const each of waiting) each.dispose();
    await interruptAndCheck(cancelToken);
  }

  /** Waits before a design is judged that takes long: what is typed meanwhile ends the build, and the next one waits again. */
  protected override async runCancelable(
    documents: LangiumDocument[],
    targetState: DocumentState,
    cancelToken: Cancellation.CancellationToken,
    callback: (document: LangiumDocument) => MaybePromise<unknown>,
  ): Promise<void> {
    if (targetState === DocumentState.Validated) await this.judge(documents, cancelToken, callback);
    else await super.runCancelable(documents, targetState, cancelToken, callback);
    for (const each of this.waiting) if (each.state <= targetState) each.done();
  }

  private async judge(
    documents: LangiumDocument[],
    cancelToken: Cancellation.CancellationToken,
    callback: (document: LangiumDocument) => MaybePromise<unknown>,
  ): Promise<void> {
    if (this.isSlow && documents.length > 0) await pause(Math.min(this.slowest, longestPause), cancelToken);
    let slowest = 0;
    await super.runCancelable(documents, DocumentState.Validated, cancelToken, async (document) => {
      const start = performance.now();
      await callback(document);
      slowest = Math.max(slowest, performance.now() - start);
    });
    if (documents.length > 0) this.slowest = slowest;
  }
}

/** Whether an editor has changed the text of a document since it was read. */
function isBehind(document: LangiumDocument | undefined): boolean {
  return (
    document !== undefined && document.parseResult.value.$cstNode?.root.fullText !== document.textDocument.getText()
  );
}
