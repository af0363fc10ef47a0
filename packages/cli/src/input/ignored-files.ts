// Which files the configuration leaves out of folders and patterns.
import { configurationPath, type DesignOptions } from './design-options.ts';

/** Whether folders and patterns leave a file out, by its absolute path. */
export async function ignoredFilesOf(options: DesignOptions, cwd: string): Promise<(path: string) => Promise<boolean>> {
  // The language loads in a while, and the help needs none of it.
  const { ignoredFiles } = await import('@lightloom/language/node');
  return ignoredFiles(configurationPath(options, cwd));
}
