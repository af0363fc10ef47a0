// Plug-ins on Node: ES modules from the project, or from the packages that are installed for it. Loading one runs its code.
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { URI } from 'langium';
import type { PluginHost } from '../configuration/index.ts';
import type { Disk } from './disk.ts';
import { codeOf, reasonOf } from './reason.ts';

/** How plug-ins are loaded. */
interface Loading {
  /** Milliseconds that a module may take to load. */
  readonly longest?: number;
  /** Milliseconds that a rule or a table may take. */
  readonly longestRun?: number;
  /** Asked for each module before it is loaded, so that who observes it knows of the module. */
  readonly disk?: Pick<Disk, 'text'> | undefined;
}

/**
 * Loads plug-ins from the disk. Passing it to a session allows what configurations name to run. A module that has changed since it was
 * loaded is loaded again; what it imports is not.
 */
export function diskPlugins({ longest = 10_000, longestRun = 30_000, disk }: Loading = {}): PluginHost {
  return {
    limited: endingAfter(longestRun),
    async load(name, configuration) {
      const folder = dirname(configuration.fsPath);
      try {
        const path = name.startsWith('.') ? join(folder, name) : await packageFile(name, configuration);
        await disk?.text(path);
        // Node keeps a module for as long as it runs, by its address.
        const address = `${pathToFileURL(path).href}?changed=${await changedAt(path)}`;
        const { importModule } = await import('./import-module.ts');
        return ((await inTime(importModule(address), longest)) as { readonly default?: unknown }).default;
      } catch (error) {
        const where = error instanceof SyntaxError ? '; `node --check` shows where' : '';
        const reason = error instanceof Error ? error.message : String(error);
        // Messages of Node have paths that hold on this machine only, and the address that is made here.
        const own = reason.replaceAll(pathToFileURL(folder).href, '.').replaceAll(folder, '.');
        throw new Error(own.replace(/\?changed=[\d.]+/g, '') + where);
      }
    },
  };
}

/** When a file was changed, in milliseconds. @throws when there is none */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

/** Calls some work, and ends it with an error when it takes longer: a loop that never ends, too. */
function endingAfter(longest: number): <T>(work: () => T) => T {
  // The work runs as always; Node ends whatever a script calls, wherever that comes from.
  const script = new Script('run()');
  return (work) => {
    let result: { readonly value: ReturnType<typeof work> } | undefined;
    const run = (): void => {
      result = { value: work() };
    };
    try {
      script.runInNewContext({ run }, { timeout: longest });
    } catch (error) {
      if (codeOf(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new Error(`it takes more than ${longest / 1000} s`);
      throw error;
    }
    if (result === undefined) throw new Error('it ended without a result');
    return result.value;
  };
}

/** A module that never finishes to load must not end a check as if there were nothing to check: nothing else keeps Node waiting. */
async function inTime<T>(loading: Promise<T>, longest: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it takes more than ${longest / 1000} s to load`)), longest);
  });
  try {
    return await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The file of a package's module, as an `import` in the configuration would find it. */
async function packageFile(name: string, configuration: URI): Promise<string> {
  const { resolve } = await import('import-meta-resolve');
  try {
    return fileURLToPath(resolve(name, pathToFileURL(configuration.fsPath).href));
  } catch (error) {
    if (codeOf(error) === 'ERR_MODULE_NOT_FOUND')
      throw new Error(`the package isn't installed here; run \`npm install ${name}\``);
    throw error;
  }
}
