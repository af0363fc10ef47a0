// The files of one run: read, analyzed and shown by name.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analysis } from '@lightloom/language';
import { analyzeAt, createNodeServices } from '@lightloom/language/node';
import { type Sources, type SourceText, sourceTextOf } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { basisOf, configurationPath, type DesignOptions } from './design-options.ts';
import { isFabric, shownPath } from './find-files.ts';
import { decode, largestFile, type ReadText, readText } from './read-text.ts';

/** A file that was analyzed. */
export interface OpenedFile {
  readonly uri: string;
  /** As it is shown. */
  readonly path: string;
  /** Where its own text ends. */
  readonly end: number;
  readonly analysis: Analysis;
}

/** All files of a run. What two of them import is read once. */
export interface Workspace {
  /**
   * Analyzes a file with all it imports. The result is one sentence when it can't be read.
   * @param path relative to the working directory, or `-` for the standard input
   * @param name what the standard input is called: where its imports start, and how it is shown
   * @param statement a statement to read after all others
   */
  open(path: string, name?: string, statement?: string): Promise<OpenedFile | string>;
  /** The text of a file that was read, by its address. */
  readonly source: Sources;
  /** The path a file is shown with. */
  path(uri: string): string;
}

/** What the standard input is called when nobody names it. */
const unnamed = '<stdin>';

/**
 * Starts with no files.
 * @param options values to set, and the configuration to take
 */
export function createWorkspace(io: Io, options: DesignOptions = {}): Workspace {
  const chosen = configurationPath(options, io.cwd);
  const services = createNodeServices({ settings: options.set ?? [], configuration: chosen, basis: basisOf(options) });
  const { LangiumDocuments } = services.shared.workspace;
  const sources = new Map<string, SourceText>();
  const path = (uri: string): string => {
    if (uri.startsWith('file:')) return shownPath(fileURLToPath(uri), io.cwd).replace(`${unnamed}.fabric`, unnamed);
    return uri.replace(/^[a-z]+:\/*/, '');
  };
  return {
    path,
    async open(file, name, statement) {
      const isInput = file === '-';
      const absolute = resolve(io.cwd, isInput ? (name ?? `${unnamed}.fabric`) : file);
      const shown = path(pathToFileURL(absolute).href);
      if (chosen !== undefined && !(await isFile(chosen))) return `${shownPath(chosen, io.cwd)} does not exist.`;
      if (!isFabric(absolute)) return `${shown} is not a .fabric file.`;
      const read: ReadText = isInput ? decode(await io.stdin(largestFile)) : await readText(absolute);
      if ('problem' in read) return `${shown} ${read.problem}`;
      const { document, analysis } = await analyzeAt(
        services,
        absolute,
        statement === undefined ? read.text : `${read.text}\n${statement}`,
      );
      const { configuration } = analysis;
      if (configuration !== undefined && !sources.has(configuration.uri))
        sources.set(configuration.uri, sourceTextOf(path(configuration.uri), configuration.text));
      return { uri: document.uri.toString(), path: shown, end: read.text.length, analysis };
    },
    source(uri) {
      let source = sources.get(uri);
      if (source === undefined) {
        const document = LangiumDocuments.all.find((each) => each.uri.toString() === uri);
        sources.set(uri, (source = sourceTextOf(path(uri), document?.textDocument.getText() ?? '')));
      }
      return source;
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}
