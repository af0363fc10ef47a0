// What a server has done in a thread: a call of a tool, or a question about resources. Plain data on the way in and out.
import type { ResourceList, ResourceText } from '../resources/resources.ts';

/** What a job is asked. */
export type Job =
  /** The input has been checked against what the tool takes. */
  | { readonly kind: 'call'; readonly tool: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'resources' }
  | { readonly kind: 'read'; readonly uri: string };

/** What every job of a server may. */
export interface Place {
  /** Absolute, one at least; relative paths start in the first. */
  readonly folders: readonly [string, ...string[]];
  readonly allowsWriting: boolean;
  readonly allowsPlugins: boolean;
  /** The folder of the files that ship with the program. */
  readonly assets: string;
  /** The version of the program. */
  readonly version: string;
}

/** A picture, as a message has it. */
interface SentPicture {
  readonly mimeType: 'image/png' | 'image/svg+xml';
  /** In base64. */
  readonly data: string;
}

/** What a tool has answered, cut to what a model can read. */
export interface CallResult {
  readonly text: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly picture?: SentPicture;
}

/** The result of each kind of job; undefined where there is none. */
export interface JobResults {
  /** Or why the tool could not do it. */
  readonly call: CallResult | { readonly problem: string };
  readonly resources: ResourceList;
  readonly read: ResourceText | undefined;
}

/** The result of a job. */
export type ResultOf<J extends Job> = JobResults[J['kind']];

/** How far a job is. */
export interface Step {
  readonly step: number;
  readonly steps: number;
}
