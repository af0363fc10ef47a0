// What a client can ask beyond drawings: an overview, reports, tables, explanations, comparisons, plans. One file for both ends.
import type { Look } from '@lightloom/diagram/views';
import type { Range } from 'vscode-languageserver-types';

/** Methods of requests from the client. */
export const questions = {
  /** What a design consists of, with the load of each thing. */
  overview: 'lightloom/overview',
  /** The report of a design. */
  report: 'lightloom/report',
  /** What of a design can be written to a file, in which formats. */
  exports: 'lightloom/exports',
  /** One of them in one format. */
  exportFile: 'lightloom/exportFile',
  /** What a path or a fact comes to. */
  explain: 'lightloom/explain',
  /** The path of the lanes of a port, step by step. */
  trace: 'lightloom/trace',
  /** What differs from the design in a revision of its repository. */
  compare: 'lightloom/compare',
  /** Fills the `?` of a design. */
  fill: 'lightloom/fill',
  /** The types of switch that a plan can use. */
  switchTypes: 'lightloom/switchTypes',
  /** The smallest network for a number of hosts. */
  plan: 'lightloom/plan',
  /** Small designs to start from. */
  templates: 'lightloom/templates',
} as const;

/** Methods of requests from the server: files that it can't read by itself. */
export const clientFiles = {
  read: 'lightloom/files/read',
  stat: 'lightloom/files/stat',
  list: 'lightloom/files/list',
  /** A file as it was in a revision of its repository. */
  readRevision: 'lightloom/files/readRevision',
} as const;

export interface DesignParams {
  readonly uri: string;
}

/** One thing of a design in a line. */
export interface OverviewThing {
  readonly name: string;
  /** Its load, `1.633 MW of 1.908 MW · headroom 14.42 %`. */
  readonly figures: string;
  /** Whether a finding that isn't a note is about it. */
  readonly state: 'fine' | 'warning' | 'error';
  readonly place: { readonly uri: string; readonly range: Range } | undefined;
  /** The drawing of it, by its id. */
  readonly view?: string;
  readonly parts?: readonly OverviewThing[];
}

export interface OverviewResult {
  /** Whether it holds anything. */
  readonly isEmpty: boolean;
  /** How many problems of each severity a check finds. */
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  /** Power of everything installed, `1.932 MW`; absent where nothing draws any. */
  readonly power?: string;
  /** The smallest optical margin of all networks, `1.488 dB`; absent where nothing has one. */
  readonly margin?: string;
  readonly networks: readonly OverviewThing[];
  readonly racks: readonly OverviewThing[];
  readonly loops: readonly OverviewThing[];
  readonly feeds: readonly OverviewThing[];
}

export interface ReportParams extends DesignParams {
  readonly format: 'html' | 'md' | 'json';
}

/** A format of files. */
export interface ExportFormat {
  /** Of the name of the file: `xlsx`. */
  readonly ending: string;
  readonly title: string;
}

/** What of a design can be written to a file: a table, its report, its drawings. */
export interface ExportInfo {
  /** `bom`, `report`, `drawings` */
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  /** The usual one first. */
  readonly formats: readonly ExportFormat[];
}

export interface ExportParams extends DesignParams {
  readonly name: string;
  /** The ending of its format. */
  readonly ending: string;
  /** Of drawings: the view that is drawn, or comes first; the first one of the design when not given. */
  readonly view?: string;
  /** How the reader changed it. */
  readonly look?: Look;
}

/** The file, as text or in base64; or why there is none, in a sentence. */
export type ExportResult = { readonly text: string } | { readonly base64: string } | { readonly problem: string };

export interface ExplainParams extends DesignParams {
  /** A path, `leaf[3].up[1]/5`, or a fact, `margin(backend)`. */
  readonly asked: string;
}

export interface CompareParams extends DesignParams {
  /** As Git reads it: `HEAD~1`, `main`. */
  readonly revision: string;
}

export interface PlanParams {
  /** The folder that the design will be in. */
  readonly folder: string;
  readonly hosts: number;
  /** Of a port of a host, in bit/s. */
  readonly rate: number;
  /** Name of a type. */
  readonly leaf: string;
}

/** Markdown that answers a question, or why there is no answer, in a sentence. */
export type Answer = { readonly markdown: string; readonly design?: string } | { readonly problem: string };

export interface TemplateInfo {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** What a file is; undefined where there is none. */
export interface ClientFileInfo {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}
export interface ClientFileEntry extends ClientFileInfo {
  readonly uri: string;
}
export interface RevisionParams extends DesignParams {
  readonly revision: string;
}
