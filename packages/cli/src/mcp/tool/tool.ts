// What a tool is: data for the list of tools, and what it does.
import type { Disk } from '@lightloom/language/disk';
import type { Io } from '../../process/io.ts';
import type { Progress } from '../../process/progress.ts';
import type { Folders } from '../place/folders.ts';
import type { z } from '../sdk/sdk.ts';
import type { OutputSchema } from './output-schema.ts';

/** A picture in an answer. */
export interface AnswerPicture {
  readonly format: 'png' | 'svg';
  readonly content: string | Uint8Array;
}

/** What a tool answers. */
export interface ToolAnswer {
  /** For people and models to read. */
  readonly text: string;
  /** For programs; it fits the schema of what the tool gives. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Entries of a list of the document beyond which it is cut. */
  readonly limit?: number;
  readonly picture?: AnswerPicture;
}

/** The world of one call. */
export interface ToolContext {
  /** The working directory is the first of the folders. What is said on the standard error becomes part of the answer. */
  readonly io: Io;
  readonly folders: Folders;
  /** The disk, as far as the folders go. */
  readonly disk: Disk;
  readonly allowsWriting: boolean;
  readonly allowsPlugins: boolean;
  /** The version of the program. */
  readonly version: string;
  readonly progress: Pick<Progress, 'at'>;
}

/** A tool that a model may call. What only its run needs is imported when it runs. */
export interface ToolDefinition<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** A few words for people. */
  readonly title: string;
  /** Sentences that tell a model what it is for. */
  readonly description: string;
  readonly takes: Input;
  readonly gives: OutputSchema;
  /** Whether it may write files where the server allows that. */
  readonly mayWrite?: true;
  /**
   * Does it. Never throws for what a model wrote.
   * @returns undefined when that isn't possible; why was said on the standard error
   */
  run(input: z.infer<Input>, context: ToolContext): Promise<ToolAnswer | undefined>;
}

/** A tool among others, whatever it takes. */
export type AnyTool = Omit<ToolDefinition, 'run'> & {
  run(input: never, context: ToolContext): Promise<ToolAnswer | undefined>;
};

/** Declares a tool. `npm run generate` lists each file that exports one as `tool`. */
export function defineTool<Input extends z.ZodObject>(tool: ToolDefinition<Input>): AnyTool {
  return tool;
}
