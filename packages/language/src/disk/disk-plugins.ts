// Plug-ins on Node: ES modules from the project, or from the packages that are installed for it. Loading one runs its code.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PluginHost } from '../configuration/index.ts';
import { codeOf } from './reason.ts';

/** Loads plug-ins from the disk. Passing it to a session allows what configurations name to run. */
export function diskPlugins(): PluginHost {
  return {
    async load(name, configuration) {
      const file = configuration.fsPath;
      const address = name.startsWith('.')
        ? pathToFileURL(join(dirname(file), name)).href
        : await packageAddress(name, file);
      try {
        const module = (await inTime(import(address))) as { readonly default?: unknown };
        return module.default;
      } catch (error) {
        if (error instanceof SyntaxError) throw new Error(`${error.message}${lineOf(error)}`);
        const isMissing = codeOf(error) === 'ERR_MODULE_NOT_FOUND' && String(error).includes(fileURLToPath(address));
        throw isMissing ? new Error('the file does not exist') : error;
      }
    },
  };
}

/** Milliseconds that a module may take to load. */
const longestLoad = 20_000;

/** A module that never finishes to load must not end a check as if there were nothing to check: nothing else keeps Node waiting. */
async function inTime<T>(loading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it takes more than ${longestLoad / 1000} s to load`)), longestLoad);
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** ` in acme.mjs, line 3`: where a text isn't JavaScript. */
function lineOf({ stack = '' }: Error): string {
  const [, file, line] = /([^/\\\n]+):(\d+)$/m.exec(stack) ?? [];
  return file === undefined ? '' : ` in ${decodeURIComponent(file)}, line ${line}`;
}

/** The address of a package's module, as an `import` in the file would find it. */
async function packageAddress(name: string, file: string): Promise<string> {
  const { resolve } = await import('import-meta-resolve');
  try {
    return resolve(name, pathToFileURL(file).href);
  } catch (error) {
    if (codeOf(error) === 'ERR_MODULE_NOT_FOUND')
      throw new Error(`the package isn't installed here; run \`npm install ${name}\``);
    throw error;
  }
}
