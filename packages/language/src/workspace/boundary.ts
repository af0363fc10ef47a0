// How far imports reach: a design from a stranger can't make other files of the disk part of it.
import { URI, UriUtils } from 'langium';
import { configurationName, isHomeFolder } from '../configuration/index.ts';
import type { AsyncFiles } from './file-system.ts';

/** What finding the place of a file takes. */
type Places = Pick<AsyncFiles, 'exists' | 'realPath'>;

export class Boundary {
  private readonly files: Places;
  private readonly folders: () => readonly URI[];
  /** The real addresses of folders, and the projects they are in: each is looked up once. */
  private readonly real = new Map<string, Promise<string>>();
  private readonly projects = new Map<string, Promise<URI>>();
  private readonly answers = new Map<string, URI | undefined>();

  /** @param folders where imports may lead from anywhere: the folders of the workspace, and those that a setting allows */
  constructor(files: Places, folders: () => readonly URI[]) {
    this.files = files;
    this.folders = folders;
  }

  /** Whether a file may import another. @throws when the imported file doesn't exist */
  async allows(importing: URI, imported: URI): Promise<boolean> {
    return (await this.placeOf(importing, imported)) !== undefined;
  }

  /**
   * Where a file is that another one may import: one below a folder of the workspace, or in the same project. Links are
   * followed first, so a file has one address however many links lead to it; folders keep the names that they were given by.
   * @throws when the imported file doesn't exist
   */
  async placeOf(importing: URI, imported: URI): Promise<URI | undefined> {
    const folder = UriUtils.dirname(importing);
    const key = `${folder.toString()} ${imported.toString()}`;
    if (this.answers.has(key)) return this.answers.get(key);
    const target = await this.realOf(imported);
    const roots = [await this.projectOf(folder), ...this.folders()];
    const real = await Promise.all(roots.map((each) => this.folderOf(each)));
    const inside = real.findIndex((each) => target.startsWith(each));
    const root = roots[inside]?.toString().replace(/\/$/, '');
    const found = root === undefined ? undefined : URI.parse(`${root}/${target.slice(real[inside]?.length)}`);
    this.answers.set(key, found);
    return found;
  }

  /** Forgets where things are: something changed on the disk. */
  forget(): void {
    this.real.clear();
    this.projects.clear();
    this.answers.clear();
  }

  /** The real address of a folder, with a slash at its end; one that doesn't exist is where it would be. */
  private folderOf(folder: URI): Promise<string> {
    const key = folder.toString();
    let found = this.real.get(key);
    if (found === undefined) {
      found = this.realOf(folder).catch(() => key);
      this.real.set(key, (found = found.then((each) => (each.endsWith('/') ? each : `${each}/`))));
    }
    return found;
  }

  private async realOf(uri: URI): Promise<string> {
    return (await (this.files.realPath?.(uri) ?? uri)).toString();
  }

  /** The folder of the repository that a folder is in; else the outermost one with a configuration; else the folder itself. */
  private projectOf(folder: URI): Promise<URI> {
    const key = folder.toString();
    let found = this.projects.get(key);
    if (found === undefined) this.projects.set(key, (found = this.searchProject(folder)));
    return found;
  }

  private async searchProject(folder: URI): Promise<URI> {
    let found = folder;
    for (let each = folder; !isHomeFolder(each); each = UriUtils.dirname(each)) {
      if (await this.files.exists(UriUtils.joinPath(each, '.git'))) return each;
      if (await this.files.exists(UriUtils.joinPath(each, configurationName))) found = each;
      if (UriUtils.dirname(each).path === each.path) break;
    }
    return found;
  }
}
