// Loads the plug-ins that a configuration names. The host does it: nothing here can run code of a project by itself.
import { type AdoptedPlugin, adoptPlugin, type Finding, type Origin } from '@lightloom/core';
import type { URI } from 'langium';
import { problem } from '../problems/problem.ts';
import { type JsonNode, readJson } from './json.ts';
import { type LoadedPlugin, noPlugins, ownFamilies, type ProjectPlugins, pluginsGiven } from './plugins.ts';

/** Loads modules of plug-ins, on a platform that has any. Whoever passes one allows plug-ins to run. */
export interface PluginHost {
  /**
   * The default export of a module.
   * @param name as a configuration names it: a path that starts with `./` or `../`, or the name of a package
   * @param configuration the file that names it
   * @throws when it can't be loaded, with the reason
   */
  readonly load: (name: string, configuration: URI) => Promise<unknown>;
  /** Calls code of a plug-in, and ends it with an error where it takes too long. */
  readonly limited?: <T>(work: () => T) => T;
}

/** Where plug-ins come from. */
export interface PluginSource {
  /** Loads what configurations name. Without it, nothing that they name is loaded. */
  readonly host?: PluginHost | undefined;
  /** What the program that uses Lightloom brings itself. */
  readonly given?: readonly AdoptedPlugin[];
}

const example = '`["./rules/acme.mjs"]`';

/** Loads what a configuration names, one after the other. Never throws: what goes wrong is a problem of the configuration. */
export async function loadPlugins(uri: URI, text: string, { host, given = [] }: PluginSource): Promise<ProjectPlugins> {
  const start = pluginsGiven(given);
  // Nearly all configurations name none, and are read once.
  if (!text.includes('"plugins"')) return start;
  const address = uri.toString();
  const loaded: LoadedPlugin[] = [...start.loaded];
  const notAllowed: { name: string; origin: Origin }[] = [];
  const problems: Finding[] = [];
  const originOf = ({ start: from, end }: JsonNode): Origin => ({ uri: address, start: from, end });
  const wrong = (node: JsonNode, message: string, help?: string): void => {
    problems.push(problem('config/content', originOf(node), message, { help }));
  };

  for (const list of listsIn(text)) {
    if (list.kind !== 'array') {
      wrong(list, `\`plugins\` must be a list of modules, such as ${example}.`);
      continue;
    }
    for (const item of list.items) {
      if (item.kind !== 'string' || !isModuleName(item.value))
        wrong(item, 'A plug-in is named by a path that starts with `./` or by a package.', `Write ${example}.`);
      else if (host === undefined) notAllowed.push({ name: item.value, origin: originOf(item) });
      else await load(item.value, originOf(item), host);
    }
  }
  return loaded.length + notAllowed.length + problems.length === 0 ? noPlugins : { loaded, notAllowed, problems };

  async function load(name: string, origin: Origin, { load: loadModule, limited }: PluginHost): Promise<void> {
    const fail = (why: string): void => {
      const help = 'Correct the plug-in, or remove it from `plugins`: its rules are not run.';
      problems.push(problem('config/plugin', origin, `The plug-in \`${name}\` ${why}`, { help }));
    };
    try {
      const adopted = adoptPlugin(
        await loadModule(name, uri),
        new Set([...ownFamilies, ...loaded.map((each) => each.name)]),
        limited,
      );
      if (typeof adopted === 'string') fail(`isn't one. ${adopted}`);
      else loaded.push({ ...adopted, origin });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      fail(`can't be loaded: ${reason.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\.$/, '')}.`);
    }
  }
}

/** What `plugins` is set to; a mistake in the text is reported by whoever reads the rest of it. */
function listsIn(text: string): readonly JsonNode[] {
  const node = readJson(text);
  if ('message' in node || node.kind !== 'object') return [];
  return node.members.filter(({ name }) => name === 'plugins').map(({ value }) => value);
}

/** A path within the project, or the name of a package: not an address, nor a path that holds on one machine only. */
function isModuleName(name: string): boolean {
  return /^\.\.?\/./.test(name) || /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/i.test(name);
}
