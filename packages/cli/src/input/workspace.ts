// The designs of one run: read, opened in one session and shown by name.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Texts } from '@lightloom/core';
import type { Design } from '@lightloom/language';
import { type Disk, decode, largestFile, type ReadText, disk as thisDisk } from '@lightloom/language/disk';
import { addressOfFile, openNodeSession } from '@lightloom/language/node';
import { type Sources, type SourceText, sourceTextOf } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { basisOf, configurationPath, type DesignOptions, importFolders, pricesPath } from './design-options.ts';
import { isFabric } from './find-files.ts';
import { shownPath } from './shown-path.ts';

/** A design that was opened. */
export interface OpenedFile {
  readonly uri: string;
  /** As it is shown. */
  readonly path: string;
  readonly analysis: Design;
  /** The same as it is in the last phase. */
  readonly whole: Design;
}

/** All designs of a run. What two of them import is read once. */
export interface Workspace {
  /**
   * Opens a design with all it imports. The result is one sentence when it can't be read.
   * @param path relative to the working directory, or `-` for the standard input
   * @param name what the standard input is called: where its imports start, and how it is shown
   * @param phase the phase of growth, where it isn't that of the options
   * @param elsewhere what was opened with the same options in other files: a design that is written alike isn't judged again
   */
  open(
    path: string,
    name?: string,
    phase?: string,
    elsewhere?: { readonly opened: OpenedFile; readonly textOf: (uri: string) => string | undefined },
  ): Promise<OpenedFile | string>;
  /** The text of a file that was read, by its address; undefined for others. */
  readonly textOf: (uri: string) => string | undefined;
  /** A design without text in the working directory: what the configuration there names. */
  project(): Promise<Design>;
  /** The text of a file that was read, by its address. */
  readonly source: Sources;
  /** The path a file is shown with. */
  path(uri: string): string;
  /** What the files are read from. */
  readonly disk: Disk;
  /** Reads files again that have changed and can be read; what depends on them is worked out anew when it is opened. */
  update(uris: readonly string[]): Promise<void>;
}

/** Where the files of a run are read from. */
export interface WorkspaceFiles {
  /** What some files are taken to hold instead of what they do hold, by their address. */
  readonly texts?: Texts;
  readonly disk?: Disk;
  /** The path a file is shown with, where it isn't the one below the working directory. @param file absolute */
  readonly shown?: (file: string) => string | undefined;
}

/** What applies to all designs of a run. */
interface WorkspaceOptions extends DesignOptions {
  /** Which types of imported files of the part library a design has: those it uses when not given. */
  readonly libraryTypes?: 'used' | 'all';
}

/** Why a design can't be looked at as it is at a phase. */
function noPhase(shown: string, phase: string, { fabric: { phases } }: Design): string {
  const names = phases.map(({ name }) => name);
  if (names.length === 0) return `${shown} has no phases.`;
  return `${shown} has no phase ${phase}; it has ${names.join(', ')}.`;
}

/** What the standard input is called when nobody names it. */
const unnamed = '<stdin>';

/**
 * Starts without designs.
 * @param options values to set, the configuration, the basis, and whether plug-ins run
 */
export function createWorkspace(
  io: Io,
  options: WorkspaceOptions = {},
  { texts = new Map(), disk = thisDisk, shown: shownAs }: WorkspaceFiles = {},
): Workspace {
  const chosen = configurationPath(options, io.cwd);
  const prices = pricesPath(options, io.cwd);
  const session = openNodeSession({
    settings: options.set ?? [],
    configuration: chosen,
    prices,
    basis: basisOf(options),
    libraryTypes: options.libraryTypes ?? 'used',
    folders: importFolders(options, io.cwd),
    texts,
    allowPlugins: options.allowPlugins === true,
    disk,
  });
  const sources = new Map<string, SourceText>();
  const path = (uri: string): string => {
    const own = uri.startsWith('file:') ? shownAs?.(fileURLToPath(uri)) : undefined;
    if (own !== undefined) return own;
    if (uri.startsWith('file:')) return shownPath(fileURLToPath(uri), io.cwd).replace(`${unnamed}.fabric`, unnamed);
    return uri.replace(/^[a-z]+:\/*/, '');
  };
  return {
    path,
    disk,
    async update(uris) {
      sources.clear();
      await session.update(uris);
    },
    project: () => session.open(addressOfFile(resolve(io.cwd, `${unnamed}.fabric`)), ''),
    textOf: session.textOf,
    async open(file, name, phase = options.phase, elsewhere) {
      const isInput = file === '-';
      const absolute = resolve(io.cwd, isInput ? (name ?? `${unnamed}.fabric`) : file);
      const uri = addressOfFile(absolute);
      const shown = path(uri);
      if (!isFabric(absolute)) return `${shown} is not a .fabric file.`;
      // A file that another one imports was read with it, and is what it was then.
      const held = texts.get(uri) ?? (isInput ? undefined : session.textOf(uri));
      const read: ReadText = isInput
        ? decode(await io.stdin(largestFile))
        : held === undefined
          ? await disk.text(absolute)
          : { text: held };
      if ('problem' in read) return `${shown} ${read.problem}`;
      const whole = await session.open(
        uri,
        read.text,
        elsewhere && { design: elsewhere.opened.whole, textOf: elsewhere.textOf },
      );
      const analysis = phase === undefined ? whole : whole.at(phase);
      if (analysis === undefined) return noPhase(shown, phase ?? '', whole);
      for (const each of [analysis.configuration, analysis.book])
        if (each !== undefined && !sources.has(each.uri))
          sources.set(each.uri, sourceTextOf(path(each.uri), each.text));
      return { uri, path: shown, analysis, whole };
    },
    source(uri) {
      let source = sources.get(uri);
      if (source === undefined) sources.set(uri, (source = sourceTextOf(path(uri), session.textOf(uri) ?? '')));
      return source;
    },
  };
}
