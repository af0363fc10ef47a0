// The designs of a call that takes several: files that paths lead to within the folders, or one text.
import type { Texts } from '@lightloom/core';
import type { FileOptions } from '../../files/given-files.ts';
import type { DesignOptions } from '../../input/design-options.ts';
import { say } from '../../output/deliver.ts';
import { givenDesign, placeIn } from './arguments.ts';
import type { ToolContext } from './tool.ts';

/** Designs of a call. */
export interface GivenDesigns {
  /** Absolute. */
  readonly files: readonly string[];
  /** A text that was given, by its address. */
  readonly texts: Texts;
  /** How many folders and links could not be searched. */
  readonly unreadable: number;
  /** Why it isn't known which files are ignored, a sentence each. */
  readonly unknownIgnored: readonly string[];
  readonly isIgnored: (path: string) => Promise<boolean>;
}

/**
 * Finds the designs of a call.
 * @returns undefined when there are none, which is reported
 */
export async function givenFiles(
  { paths, text }: { readonly paths: readonly string[]; readonly text?: string | undefined },
  options: FileOptions & DesignOptions,
  context: ToolContext,
): Promise<GivenDesigns | undefined> {
  if (text !== undefined) return oneText(paths, text, context);
  for (const each of paths) {
    // A pattern may also be the name of a file.
    const start = await placeIn(beforePattern(each), context, each);
    if (start === undefined || (await placeIn(each, context)) === undefined) return undefined;
  }
  if (paths.includes('-')) {
    say(context.io, 'The standard input holds no design here; give its text as `text`.');
    return undefined;
  }
  const { filesOf } = await import('../../files/given-files.ts');
  const found = await filesOf(paths, options, context.io, context.disk);
  return found === undefined ? undefined : { ...found, texts: new Map() };
}

async function oneText(
  paths: readonly string[],
  text: string,
  context: ToolContext,
): Promise<GivenDesigns | undefined> {
  const [file, ...others] = paths;
  if (others.length > 0) {
    say(context.io, '`text` is the text of one design; name one file in `paths`, or none.');
    return undefined;
  }
  const given = await givenDesign({ file: file === '.' ? undefined : file, text }, context);
  if (given === undefined) return undefined;
  const { path, texts } = given;
  return { files: [path], texts, unreadable: 0, unknownIgnored: [], isIgnored: async () => false };
}

/** The folder that a pattern starts in; a path that is none as it is. */
function beforePattern(path: string): string {
  const steps = path.split(/[\\/]/);
  const end = steps.findIndex((each) => /[*?[\]{}!]/.test(each));
  if (end < 0) return path;
  return steps.slice(0, end).join('/') || (path.startsWith('/') ? '/' : '.');
}
