// The language on Node: designs from the disk.
import type { Basis, Setting } from '@lightloom/core';
import { URI } from 'langium';
import { diskFiles } from './disk/disk-files.ts';
import { overlaid } from './disk/overlaid.ts';
import { openSession, type Session } from './session/index.ts';

/** What applies to every design of a session. */
export interface NodeSessionOptions {
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  /** The configuration to use in place of the nearest one; an absolute path. */
  readonly configuration?: string | undefined;
  /** The price book to use in place of those that configurations name; an absolute path. */
  readonly prices?: string | undefined;
  /** What requirements are judged on: worst case when not given. */
  readonly basis?: Basis;
  /** Folders that imports may lead to from anywhere, beside the project of each file; absolute paths. */
  readonly folders?: readonly string[];
  /** What some files are taken to hold instead of what they do hold, by their address. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Starts a session that reads files from the disk. */
export function openNodeSession({
  configuration,
  prices,
  folders = [],
  texts = new Map(),
  ...options
}: NodeSessionOptions = {}): Session {
  return openSession({
    files: overlaid(diskFiles(), texts),
    folders: folders.map((each) => URI.file(each)),
    configuration: configuration === undefined ? undefined : URI.file(configuration),
    prices: prices === undefined ? undefined : URI.file(prices),
    ...options,
  });
}

/** The address of a file. @param path absolute */
export function addressOfFile(path: string): string {
  return URI.file(path).toString();
}
