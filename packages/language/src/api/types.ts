// What a program sees of a design: the types of the package `@lightloom/language`.
import type { Cell, DesignReader, Element, Figure, Finding, Origin, Plugin, TableColumn } from '@lightloom/core';
import type { Graph, LayoutEngine, Theme } from '@lightloom/diagram';

/** Where a program keeps its files. */
export interface Files {
  /** The text of a file by its address, `file:///designs/pod.fabric`; undefined when there is none. */
  read(address: string): Promise<string | undefined>;
}

/** What applies to every design of a session. */
export interface SessionOptions {
  /** Values set from outside, for a what-if, as written: `{ hosts: '72', flow: '1700 L/min' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What power, heat and loss are computed from: `worst-case` when not given. */
  readonly basis?: 'worst-case' | 'typical';
  /** Rules and tables of your own, in every design of the session. */
  readonly plugins?: readonly Plugin[];
}

/** What applies to every design of a session with files of the program. */
export interface TextOptions extends SessionOptions {
  /** Where files are read from; without it, designs are given as texts and import nothing but the part library. */
  readonly files?: Files;
}

/** Designs that share the files they import. */
export interface Session {
  /**
   * Reads a design with all it imports, and judges it.
   * @param address as `file:///designs/pod.fabric`; imports and `lightloom.json` are found from there
   * @param text what the file holds; it is read from the files of the session when not given
   * @throws when the file can't be read, or a value of `settings` can't be set; never for what a text says
   */
  open(address: string, text?: string): Promise<Design>;
}

/** The answer to a question for a fact. */
export interface Answer extends Figure {
  /** What has the value, where it is of one among several: `the link from a.p to b.p`. */
  readonly worst: string | undefined;
  /** Whether it is within the limit that was asked for; undefined without a limit, or when the value is unknown. */
  readonly holds: boolean | undefined;
  /** What has failed in the worst case, of a question with `when any 1 of … fail`. */
  readonly failed: readonly string[];
}

/** What is known of something in a design. */
export interface Explanation {
  /** `16 switches, XpoLeaf` */
  readonly title: string;
  readonly rows: readonly ExplanationRow[];
}

/** One figure under a short name. */
export interface ExplanationRow {
  readonly name: string;
  readonly figure: Figure;
  /** An addition to the value, as `of 3 dB`. */
  readonly note: string | undefined;
}

/** A table that can be exported. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly columns: readonly TableColumn[];
  /** Made row by row: a cell for each column, `NaN` where a number is unknown. */
  rows(): Iterable<readonly Cell[]>;
}

/** A drawing that a design has. */
export interface View {
  /** The name of a declared view, `network:NAME`, or that of a view that every design has: `racks`. */
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

/** How a picture is made. */
export interface DrawOptions {
  /** `light` when not given. */
  readonly theme?: Theme;
  /** Places networks without tiers, as `lightloom render` does; without it they are arranged in a simpler way. */
  readonly engine?: LayoutEngine;
}

/** How a report is made. */
export interface ReportOptions {
  /** All rows of long lists; a page has 200 in any case. */
  readonly full?: boolean;
  /** Of a page: places networks without tiers in its drawings. */
  readonly engine?: LayoutEngine;
}

/** A step of growth. */
export interface Phase {
  readonly name: string;
  readonly title: string | undefined;
}

/** How many limits were judged. */
export interface Limits {
  /** Limits that hold or fail. */
  readonly judged: number;
  /** Limits that nobody can judge, because a number is missing. */
  readonly notJudged: number;
  /** The reasons, as ends of a sentence. */
  readonly reasons: readonly string[];
}

/** A place in a file, as people count: from 1. */
export interface Position {
  /** The address of the file. */
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** A design that was read and judged. It never changes: a change of its text makes another one. */
export interface Design extends DesignReader {
  /** What is wrong with it, in its text and in what it describes, by place. */
  readonly findings: readonly Finding[];
  readonly limits: Limits;
  /** The addresses of all files it consists of. */
  readonly files: readonly string[];
  /**
   * A fact as a requirement has it: `fact('margin(backend)')`, `fact('power(net) <= 60 kW when any 1 of feed fail')`.
   * @throws QuestionError when it can't be understood, or the design has errors where it is about
   */
  fact(question: string): Answer;
  /** A fact of things that the design gave: `fact('power', rack)`. */
  fact(name: string, of: Element | readonly Element[], point?: string): Figure;
  /**
   * All figures of what a path names: `explain('leaf[3].up[1]/5')`.
   * @throws QuestionError when nothing has that name
   */
  explain(path: string): readonly Explanation[];
  /** The steps in which it grows, in their order; none where it says nothing of that. */
  readonly phases: readonly Phase[];
  /**
   * The design as it is in one of its phases.
   * @throws when it has no such phase
   */
  at(phase: string): Design;
  /**
   * The figures of the whole design: JSON as `schemas/report.schema.json` describes it, which is what comes when no format is given;
   * Markdown for people, or a page with drawings. The JSON and the Markdown have the first 1,000 rows of longer lists.
   */
  report(format?: 'json' | 'md' | 'html', options?: ReportOptions): Promise<string>;
  /** The tables it has: the bill of materials, `bom`, the cable schedule, `cables`, and those of plug-ins. */
  tables(): readonly Table[];
  /** Its drawings: those it declares, then those that every design has. */
  views(): Promise<readonly View[]>;
  /** What a drawing shows, before anything has a place. @throws when there is no such view */
  graph(view: string): Promise<Graph>;
  /** A drawing as SVG. @throws when there is no such view */
  draw(view: string, options?: DrawOptions): Promise<string>;
  /** Where something is written. */
  position(origin: Origin): Position;
}
