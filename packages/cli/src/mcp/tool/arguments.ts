// Arguments that several tools take, and what they mean.
import { resolve } from 'node:path';
import type { Texts } from '@lightloom/core';
import { visible } from '@lightloom/print/shown';
import type { DesignOptions } from '../../input/design-options.ts';
import { say } from '../../output/deliver.ts';
import { outsideText } from '../place/folders.ts';
import { z } from '../sdk/sdk.ts';
import type { ToolContext } from './tool.ts';

/** Characters of a text that is given: a larger one is a file. */
const maxText = 4_000_000;

export const fileArgument = z.string().min(1).max(4096).describe('Path of the design, a .fabric file.');

export const textArgument = z
  .string()
  .max(maxText)
  .describe(
    'Text of the design, in place of what the file holds: to try something without writing it. `file` says where it would be, so that its imports are found.',
  );

export const limitArgument = (usual: number) =>
  z.int().min(1).max(1000).default(usual).describe('Entries of a list of the result beyond which it is cut.');

/** What decides the figures of a design. */
export const designArguments = {
  set: z
    .record(z.string().min(1), z.string().min(1))
    .optional()
    .describe('Values for a what-if, by the name of a `let` or a template parameter: { "hosts": "72" }.'),
  basis: z
    .enum(['worst-case', 'typical'])
    .default('worst-case')
    .describe('Which figures power, heat and loss are computed from.'),
};

interface DesignInput {
  readonly set?: Readonly<Record<string, string>> | undefined;
  readonly basis?: 'worst-case' | 'typical';
}

/** What a call says about designs, as the command line says it. */
export function designOptions({ set, basis }: DesignInput, { folders, allowsPlugins }: ToolContext): DesignOptions {
  const settings = Object.entries(set ?? {}).map(([name, text]) => ({ name: name.trim(), text: text.trim() }));
  return {
    ...(settings.length === 0 ? {} : { set: settings }),
    ...(basis === undefined ? {} : { basis }),
    importFrom: folders.all,
    allowPlugins: allowsPlugins,
  };
}

/** Where a text is that no file was named for. */
const untitled = 'untitled.fabric';

/** A design that is named, or given as text. */
export interface GivenDesign {
  /** Absolute. */
  readonly path: string;
  /** The text that was given, by its address. */
  readonly texts: Texts;
}

/**
 * The design that a call is about.
 * @returns undefined when it can't be read, which is reported
 */
export async function givenDesign(
  { file, text }: { readonly file?: string | undefined; readonly text?: string | undefined },
  context: ToolContext,
): Promise<GivenDesign | undefined> {
  if (file === undefined && text === undefined) {
    say(context.io, 'Give the path of a design as `file`, or its text as `text`.');
    return undefined;
  }
  const path = await placeIn(file ?? untitled, context);
  if (path === undefined) return undefined;
  const { addressOfFile } = await import('@lightloom/language/node');
  return { path, texts: new Map(text === undefined ? [] : [[addressOfFile(path), text]]) };
}

/**
 * The absolute path of a place in the folders.
 * @param shown what it is called where it leads out of them
 * @returns undefined where it does, which is reported
 */
export async function placeIn(
  path: string,
  { io, folders }: ToolContext,
  shown: string = path,
): Promise<string | undefined> {
  const absolute = resolve(io.cwd, path);
  if (await folders.has(absolute)) return absolute;
  say(io, outsideText(visible(shown)));
  return undefined;
}
