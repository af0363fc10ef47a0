// A session for a program: designs from texts and from the program's own files.
import { type AdoptedPlugin, adoptPlugin, type Plugin } from '@lightloom/core';
import type { URI } from 'langium';
import { ownFamilies } from '../configuration/index.ts';
import { type SessionOptions as OwnOptions, openSession as openOwn } from '../session/session.ts';
import type { AsyncFiles } from '../workspace/file-system.ts';
import { designOf } from './design.ts';
import type { Files, Session, SessionOptions, TextOptions } from './types.ts';

/**
 * Starts a session that reads files where the program says.
 * @throws when one of the plug-ins isn't a plug-in
 */
export function openSession(options: TextOptions = {}): Session {
  return sessionOf({ files: asyncFiles(options.files ?? { read: async () => undefined }) }, options);
}

/** A session of our own as one for a program. @param own where files and plug-ins come from */
export function sessionOf(
  own: Pick<OwnOptions, 'files' | 'folders' | 'configuration' | 'plugins'>,
  { settings = {}, basis, plugins = [] }: SessionOptions,
): Session {
  const session = openOwn({
    ...own,
    plugins: { ...own.plugins, given: adopted(plugins) },
    settings: Object.entries(settings).map(([name, text]) => ({ name, text })),
    ...(basis === undefined ? {} : { basis }),
  });
  return {
    async open(address, text) {
      const analysis = await session.open(address, text);
      const [unset] = analysis.settings;
      if (unset !== undefined) throw new Error(unset.message);
      return designOf(analysis, (each) => session.textOf(each));
    },
  };
}

function adopted(plugins: readonly Plugin[]): AdoptedPlugin[] {
  const found: AdoptedPlugin[] = [];
  for (const each of plugins) {
    const plugin = adoptPlugin(each, new Set([...ownFamilies, ...found.map(({ name }) => name)]));
    if (typeof plugin === 'string') throw new TypeError(`A plug-in isn't one. ${plugin}`);
    found.push(plugin);
  }
  return found;
}

/** Files that can only be read, as a session asks for them. It lists no folders. */
function asyncFiles({ read }: Files): AsyncFiles {
  const textAt = (uri: URI): Promise<string | undefined> => read(uri.toString());
  const has = async (uri: URI): Promise<boolean> => (await textAt(uri)) !== undefined;
  return {
    stat: async (uri) => ({ isFile: await has(uri), isDirectory: false, uri }),
    exists: has,
    async readFile(uri) {
      const text = await textAt(uri);
      if (text === undefined) throw new Error(`${uri.toString()} does not exist.`);
      return text;
    },
    readDirectory: async () => [],
  };
}
