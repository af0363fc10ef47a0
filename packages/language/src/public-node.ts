// What `@lightloom/language/node` exports once the package is installed: designs from the disk.
import { sessionOf } from './api/session.ts';
import type { Design, SessionOptions } from './api/types.ts';
import { diskFiles } from './disk/disk-files.ts';
import { diskPlugins } from './disk/disk-plugins.ts';
import { addressOfPath } from './disk/path-address.ts';

/** What applies to every design of a session with the disk. */
export interface DiskOptions extends SessionOptions {
  /** The configuration to use in place of the nearest `lightloom.json`. */
  readonly configuration?: string;
  /** Folders that imports may lead to, beside the project of each design. */
  readonly importFrom?: readonly string[];
  /** Whether the plug-ins that `lightloom.json` names are loaded, which runs their code. */
  readonly allowPlugins?: boolean;
}

/** Designs from the disk that share the files they import. */
export interface DiskSession {
  /**
   * Reads a design with all it imports, and judges it.
   * @param path from the working directory
   * @throws when the file can't be read, or a value of `settings` can't be set; never for what a text says
   */
  open(path: string): Promise<Design>;
}

/** Starts a session that reads files from the disk. Paths are from the working directory. */
export function openDiskSession(options: DiskOptions = {}): DiskSession {
  const { configuration, importFrom = [], allowPlugins = false } = options;
  const session = sessionOf(
    {
      files: diskFiles(),
      folders: importFrom.map(addressOfPath),
      configuration: configuration === undefined ? undefined : addressOfPath(configuration),
      plugins: allowPlugins ? { host: diskPlugins() } : {},
    },
    options,
  );
  return { open: (path) => session.open(addressOfPath(path).toString()) };
}

/**
 * Reads a design from the disk, and judges it.
 * @param path from the working directory
 */
export function openFile(path: string, options: DiskOptions = {}): Promise<Design> {
  return openDiskSession(options).open(path);
}
