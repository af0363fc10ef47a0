// Fixes the texts of a run: what can be fixed is, then what is still wrong, until nothing is left to fix.
import { realpath } from 'node:fs/promises';
import { applyFixes, type Finding, type Fix, findingKey, type Texts } from '@lightloom/core';
import { formatFabric } from '@lightloom/language';
import { disk as thisDisk } from '@lightloom/language/disk';
import { addressOfFile } from '@lightloom/language/node';
import type { DesignOptions } from '../input/design-options.ts';
import { gatheredFindings } from '../input/gathered-findings.ts';
import { openAll } from '../input/open-all.ts';
import { isBelow } from '../input/shown-path.ts';
import { createWorkspace, type OpenedFile, type WorkspaceFiles } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** Rounds after which nothing more is fixed: a fix that another one takes back would go on for ever. */
const maxRounds = 20;

/** A file with its text before and after. */
export interface FixedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What was fixed, in the texts only. */
export interface FixedTexts {
  /** The files that change, in the order of the run. */
  readonly files: readonly FixedFile[];
  /** How many problems were fixed. */
  readonly count: number;
  /** How many problems have a fix that is left to people, as it isn't safe. */
  readonly unsafe: number;
  /** The texts after all fixes. */
  readonly texts: Texts;
  /** Files that are not below the working directory, which are never changed; absolute. */
  readonly outside: readonly string[];
}

/** Where the files of a run are, and which may change. */
export interface FixPlace {
  readonly io: Io;
  readonly options: DesignOptions;
  /** Folders whose files may change; the working directory when not given. Absolute. */
  readonly folders?: readonly string[];
  /** Where files are read from, and what some are taken to hold. */
  readonly read?: Pick<WorkspaceFiles, 'texts' | 'disk'>;
}

/** A file that may be changed. */
interface Changeable {
  readonly path: string;
  readonly before: string;
}

/**
 * Fixes files until nothing is left to fix. Only files of the run below the working directory, or the folders given, change, links
 * followed; a text in the one style stays in it.
 * @param files absolute paths
 * @param withUnsafe whether fixes are applied that may change what the design means
 */
export async function fixedTexts(
  files: readonly string[],
  withUnsafe: boolean,
  { io, options, folders = [io.cwd], read = {} }: FixPlace,
): Promise<FixedTexts> {
  const { changeable, outside } = await changeableFiles(files, folders, read);
  const texts = new Map([...changeable].map(([uri, { before }]) => [uri, before]));
  const style = new Styles();
  let [count, unsafe] = [0, 0];
  for (let round = 0; round < maxRounds; round++) {
    const workspace = createWorkspace(io, options, { ...read, texts });
    const { designs } = await openAll(files, workspace);
    const common = commonFindings(designs, workspace.path);
    const fixes = common.flatMap((each) => fixOf(each, withUnsafe) ?? []);
    unsafe = common.filter((each) => fixOf(each, true) !== undefined && fixOf(each, withUnsafe) === undefined).length;
    for (const [uri, text] of texts) style.note(uri, text);
    const applied = applyFixes(texts, fixes);
    if (applied.changed.size === 0) break;
    count += applied.count;
    for (const [uri, text] of applied.changed) texts.set(uri, text);
  }
  for (const [uri, text] of texts) if (text !== changeable.get(uri)?.before) texts.set(uri, style.kept(uri, text));
  const fixed = [...changeable].map(([uri, { path, before }]) => ({ path, before, after: texts.get(uri) ?? before }));
  return { files: fixed.filter(({ before, after }) => before !== after), count, unsafe, texts, outside };
}

/** The fix that is applied to a finding: the likeliest one that may be. What changes the design itself is left to its author. */
function fixOf({ fixes }: Finding, withUnsafe: boolean): Fix | undefined {
  return fixes.find((each) => each.changesDesign !== true && (withUnsafe || each.isSafe));
}

/** Findings that all designs have which a fix of them would change: what one doesn't use, another may. */
function commonFindings(designs: readonly OpenedFile[], path: (uri: string) => string): Finding[] {
  const keys = new Map(designs.map(({ uri, analysis }) => [uri, new Set(analysis.findings.map(findingKey))]));
  const seen = new Set<string>();
  return gatheredFindings(designs, { path }).flatMap(({ finding }) => {
    const key = findingKey(finding);
    if (seen.has(key)) return [];
    seen.add(key);
    const changed = new Set(finding.fixes.flatMap(({ edits }) => edits.map(({ origin }) => origin.uri)));
    const isCommon = designs
      .filter(({ analysis }) => analysis.uris.some((each) => changed.has(each)))
      .every(({ uri }) => keys.get(uri)?.has(key) === true);
    return isCommon ? [finding] : [];
  });
}

/** The files that may change, by their address; one that several links lead to once. A text that was given needs no file. */
async function changeableFiles(
  files: readonly string[],
  folders: readonly string[],
  { texts = new Map(), disk = thisDisk }: Pick<WorkspaceFiles, 'texts' | 'disk'>,
) {
  const changeable = new Map<string, Changeable>();
  const outside: string[] = [];
  const roots = await Promise.all(folders.map((each) => realpath(each)));
  const seen = new Set<string>();
  for (const path of files) {
    const uri = addressOfFile(path);
    const given = texts.get(uri);
    const real = given === undefined ? await realpath(path).catch(() => undefined) : path;
    const read = given === undefined ? await disk.text(path) : { text: given };
    if (real === undefined || 'problem' in read) continue;
    if (given === undefined && !roots.some((each) => isBelow(real, each))) outside.push(path);
    else if (!seen.has(real)) changeable.set(uri, { path, before: read.text });
    seen.add(real);
  }
  return { changeable, outside };
}

/** Whether texts are in the one style. That of one with syntax errors is known once they are fixed. */
class Styles {
  private readonly isKept = new Map<string, boolean>();

  /** Looks at a text before it is changed, unless its style is known. */
  note(uri: string, text: string): void {
    if (this.isKept.has(uri)) return;
    const formatted = formatFabric(text, 'none');
    if (formatted.problems.length === 0) this.isKept.set(uri, formatted.text === text);
  }

  /** A text after all changes, in the one style where it was in it before. */
  kept(uri: string, text: string): string {
    const formatted = formatFabric(text, 'none');
    return this.isKept.get(uri) === true && formatted.problems.length === 0 ? formatted.text : text;
  }
}
