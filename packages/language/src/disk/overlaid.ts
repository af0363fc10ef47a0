// Files of which some are taken to hold another text, as they would after a change that isn't written yet.
import type { AsyncFiles } from '../workspace/file-system.ts';

/** Files with other texts, by their address. */
export function overlaid(files: AsyncFiles, texts: ReadonlyMap<string, string>): AsyncFiles {
  return { ...files, readFile: async (uri) => texts.get(uri.toString()) ?? files.readFile(uri) };
}
