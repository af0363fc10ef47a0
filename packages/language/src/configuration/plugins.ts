// The plug-ins of a project: those that it names, as far as they are loaded.
import { type AdoptedPlugin, allRules, type Finding, type Origin, type Rule } from '@lightloom/core';
import { problem } from '../problems/problem.ts';
import { problemKinds } from '../problems/problem-kinds.ts';

/** A plug-in that runs. */
export interface LoadedPlugin extends AdoptedPlugin {
  /** Where the project names it; undefined for one that a program gives. */
  readonly origin: Origin | undefined;
}

/** What a project names, and what became of it. */
export interface ProjectPlugins {
  readonly loaded: readonly LoadedPlugin[];
  /** Those that nobody allowed to load: as they are named, and where. */
  readonly notAllowed: readonly { readonly name: string; readonly origin: Origin }[];
  /** Errors in what is named, and of what was loaded. */
  readonly problems: readonly Finding[];
}

const familyOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** The families of our own rules and problems, which no plug-in may be called. */
export const ownFamilies: ReadonlySet<string> = new Set(
  [...allRules.map(({ id }) => id), ...Object.keys(problemKinds)].map(familyOf),
);

/** Of a project that names none. */
export const noPlugins: ProjectPlugins = { loaded: [], notAllowed: [], problems: [] };

/** Plug-ins that a program gives, for projects that name none. */
export function pluginsGiven(given: readonly AdoptedPlugin[]): ProjectPlugins {
  return given.length === 0
    ? noPlugins
    : { ...noPlugins, loaded: given.map((each) => ({ ...each, origin: undefined })) };
}

/** The rules of some plug-ins, to describe them; one that fails finds nothing. */
export function rulesOfPlugins(plugins: readonly AdoptedPlugin[]): readonly Rule[] {
  return plugins.flatMap((each) => each.rules({ onFailure: () => undefined, isPlace: () => true }));
}

/**
 * Whether a name is a rule or the family of a plug-in, or may be one: where a plug-in isn't loaded, its rules aren't known. A family
 * of our own has no rules of plug-ins.
 */
export function knowsRule({ loaded, notAllowed, problems }: ProjectPlugins, name: string): boolean {
  if (loaded.some((each) => each.name === name || each.ruleIds.includes(name))) return true;
  const [family = ''] = name.split('/');
  const isOpen = notAllowed.length > 0 || problems.length > 0;
  return isOpen && !ownFamilies.has(family) && !loaded.some((each) => each.name === family);
}

/** What is reported about them: their errors, and one note that some are not loaded. */
export function pluginProblems({ notAllowed, problems }: ProjectPlugins): readonly Finding[] {
  const [first] = notAllowed;
  if (first === undefined) return problems;
  const names = notAllowed.map(({ name }) => `\`${name}\``).join(', ');
  const subject =
    notAllowed.length === 1 ? `The plug-in ${names} isn't` : `${notAllowed.length} plug-ins (${names}) aren't`;
  const message = `${subject} loaded: code of a project runs only with \`--allow-plugins\`, or where the editor allows it.`;
  const help = 'If you trust this project, add `--allow-plugins`, or set `lightloom.allowPlugins` in the editor.';
  return [...problems, problem('config/plugins-off', first.origin, message, { help })];
}
