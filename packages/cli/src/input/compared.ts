// The two sides of a comparison: a file, a folder, the standard input, or something in a revision of a repository.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Texts } from '@lightloom/core';
import { type Disk, disk as thisDisk } from '@lightloom/language/disk';
import type { Io } from '../process/io.ts';
import { configurationPath, type DesignOptions } from './design-options.ts';
import { findFiles, isFabric } from './find-files.ts';
import { ignoredFilesOf } from './ignored-files.ts';
import { type NamedInRevision, namedInRevision, openRevision, type Revision, revisionDisk } from './revision.ts';
import { isBelow, shownPath } from './shown-path.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** One side: its designs, by a name that the same design has on the other side. */
export interface ComparedSide {
  readonly workspace: Workspace;
  /** Whether all designs of a folder are compared. */
  readonly isFolder: boolean;
  /** By path below the folder, the absolute path; of a single design, by an empty name. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether the configuration of this side leaves out a path below the folder, be there such a file or not. */
  readonly isIgnored: (name: string) => Promise<boolean>;
  /** The phase of growth that the argument names. */
  readonly phase?: string;
}

/** `pod.fabric@day1`: a design, and the phase of its growth at which it is compared. A path that exists is never read so. */
function withPhase(argument: string, cwd: string): { readonly path: string; readonly phase: string | undefined } {
  const [, path, phase] = /^(.*\.fabric)@([^@/\\]+)$/is.exec(argument) ?? [];
  return path === undefined || existsSync(resolve(cwd, argument))
    ? { path: argument, phase: undefined }
    : { path, phase };
}

/** Where a side is read from. */
export interface SideFiles {
  /** What some files are taken to hold instead of what they do hold, by their address. */
  readonly texts?: Texts;
  /** The part of a disk that may be read; all of it when not given. */
  readonly part?: {
    readonly of: (disk: Disk) => Disk;
    /** Whether a path is in it by its text. @param path absolute */
    readonly hasName: (path: string) => boolean;
  };
}

/** Finds the designs of a side. The result is one sentence when there is none. */
export async function comparedSide(
  argument: string,
  options: DesignOptions,
  io: Io,
  given: SideFiles = {},
): Promise<ComparedSide | string> {
  const { path, phase } = withPhase(argument, io.cwd);
  const side = await sideAt(path, options, io, given);
  return typeof side === 'string' || phase === undefined ? side : { ...side, phase };
}

async function sideAt(
  argument: string,
  options: DesignOptions,
  io: Io,
  { texts, part }: SideFiles,
): Promise<ComparedSide | string> {
  const disk = part?.of(thisDisk) ?? thisDisk;
  const onDisk = (): Workspace => createWorkspace(io, options, { texts, disk });
  if (argument === '-') return single(onDisk(), '-');
  if (argument === '') return 'A path is empty; name a file, a folder, or REVISION:PATH.';
  const named = namedInRevision(argument, io.cwd);
  if (named !== undefined && texts === undefined) return sideInRevision(named, options, io, part);
  const absolute = resolve(io.cwd, argument);
  const found = await stat(absolute).catch(() => undefined);
  if (found?.isDirectory() !== true) return single(onDisk(), absolute);
  // A folder without designs is one in which all are new, or gone.
  const { files, unreadable } = await findFiles([argument], io.cwd);
  if (unreadable[0] !== undefined) return unreadable[0];
  const isIgnored = (await ignoredFilesOf(options, io.cwd, disk)).has;
  return folderSide({ workspace: onDisk(), folder: absolute, files, isIgnored });
}

async function sideInRevision(
  { revision: name, path }: NamedInRevision,
  options: DesignOptions,
  io: Io,
  part: SideFiles['part'],
): Promise<ComparedSide | string> {
  // A link in a revision may lead to any place of the repository.
  const revision = await openRevision(name, io.cwd, { followsLinks: part === undefined });
  if (typeof revision === 'string') return revision;
  const { root } = revision;
  const absolute = /^\.{1,2}(?:[\\/]|$)/.test(path) ? resolve(io.cwd, path) : resolve(root, path);
  if (absolute !== root && !isBelow(absolute, root)) return `${path} is outside of the repository.`;
  if (part?.hasName(absolute) === false) return `${path} is outside of the folders that may be read.`;
  const within = absolute === root ? '' : shownPath(absolute, root);
  const inRevision = revisionDisk(revision, configurationPath(options, io.cwd));
  const disk = part?.of(inRevision) ?? inRevision;
  const workspace = createWorkspace(io, options, { disk, shown: revision.shown });
  const entry = await revision.read(within);
  if (entry === 'nothing') return notThere(revision, path, io.cwd);
  if (entry !== 'folder') return single(workspace, absolute);
  const listed = (await revision.list(within)).filter(
    (each) => isFabric(each) && !isSkipped(each.slice(within.length)),
  );
  const isIgnored = (await ignoredFilesOf(options, io.cwd, disk)).has;
  return folderSide({ workspace, folder: absolute, files: listed.map((each) => resolve(root, each)), isIgnored });
}

/** A path that a revision doesn't have; one that it has below the working directory is suggested. */
async function notThere(revision: Revision, path: string, cwd: string): Promise<string> {
  const { name, root } = revision;
  const here = resolve(cwd, path);
  const isBelowHere = isBelow(here, root) && (await revision.read(shownPath(here, root))) !== 'nothing';
  return `${name} has no ${path}${isBelowHere && !path.startsWith('.') ? `; paths start at the top of the repository. Did you mean ${name}:./${path}?` : '.'}`;
}

/** Folders that a search of the disk leaves out: what a system hides, other people's packages. */
function isSkipped(path: string): boolean {
  return /(^|\/)(?:\.|node_modules\/)/.test(path);
}

function single(workspace: Workspace, file: string): ComparedSide {
  return { workspace, isFolder: false, files: new Map([['', file]]), isIgnored: async () => false };
}

interface Folder {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly folder: string;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** By absolute path. */
  readonly isIgnored: (path: string) => Promise<boolean>;
}

function folderSide({ workspace, folder, files, isIgnored }: Folder): ComparedSide {
  return {
    workspace,
    isFolder: true,
    files: new Map(files.map((file) => [shownPath(file, folder), file])),
    isIgnored: (name) => isIgnored(resolve(folder, name)),
  };
}
