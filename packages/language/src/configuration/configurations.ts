// Finds the configuration of a file: `lightloom.json` in its folder, or in the nearest one above.
import { libraryScheme } from '@lightloom/core';
import { type FileSystemProvider, type URI, UriUtils } from 'langium';
import { type Configuration, configurationName, readConfiguration } from './configuration.ts';

/** Folders above a home are other people's. */
const home = /^(\/home\/[^/]+|\/Users\/[^/]+|\/root|\/[A-Za-z](:|%3A)\/Users\/[^/]+)\/?$/i;

export class Configurations {
  private readonly files: FileSystemProvider;
  /** By folder; undefined where there is none. */
  private readonly byFolder = new Map<string, Configuration | undefined>();
  /** By address of the file, so that folders share one. */
  private readonly read = new Map<string, Configuration>();
  private chosen: URI | undefined;

  constructor(files: FileSystemProvider) {
    this.files = files;
  }

  /** Takes one file for all designs, wherever they lie. */
  choose(uri: URI): void {
    this.chosen = uri;
    this.forget();
  }

  /** Forgets what was read: something changed on the disk. */
  forget(): void {
    this.byFolder.clear();
    this.read.clear();
  }

  /** Every configuration that was read. */
  get all(): Iterable<Configuration> {
    return this.read.values();
  }

  /** The configuration of a file; undefined where there is none. */
  of(uri: URI): Configuration | undefined {
    if (this.chosen !== undefined) return this.at(this.chosen);
    return uri.scheme === libraryScheme ? undefined : this.above(UriUtils.dirname(uri));
  }

  /** Looks in a folder and those above it, up to the top of the repository or to a home. */
  private above(folder: URI): Configuration | undefined {
    const key = folder.toString();
    if (this.byFolder.has(key)) return this.byFolder.get(key);
    const parent = UriUtils.dirname(folder);
    const isTop =
      parent.path === folder.path || home.test(folder.path) || this.exists(UriUtils.joinPath(folder, '.git'));
    const found = this.at(UriUtils.joinPath(folder, configurationName)) ?? (isTop ? undefined : this.above(parent));
    this.byFolder.set(key, found);
    return found;
  }

  private at(uri: URI): Configuration | undefined {
    const key = uri.toString();
    let found = this.read.get(key);
    if (found === undefined && this.exists(uri)) {
      try {
        found = readConfiguration(key, this.files.readFileSync(uri));
        this.read.set(key, found);
      } catch {
        // A file that can't be read says nothing: it may have gone since.
        return undefined;
      }
    }
    return found;
  }

  private exists(uri: URI): boolean {
    try {
      return this.files.existsSync(uri);
    } catch {
      return false;
    }
  }
}
