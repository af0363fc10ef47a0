// The figures of a design that somebody asks for, by a name in it or by a fact.
import { printCount } from '@lightloom/core';
import type { AskProblem } from '@lightloom/language';
import { countFindings, type figuresDocument, visible } from '@lightloom/print';
import type { OpenedFile, Workspace } from '../input/workspace.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';
import { type NamedDesign, openedDesign } from './opened-design.ts';

/** The design that was asked, and its answer. */
export interface AskedFigures {
  readonly opened: OpenedFile;
  readonly document: Parameters<NonNullable<typeof figuresDocument.takes>>[0];
}

/** A question about a design. */
interface Question extends NamedDesign {
  /** What is asked; undefined where that is forgotten. */
  readonly name: string | undefined;
}

/**
 * Explains something of a design.
 * @returns undefined when that isn't possible, which is reported
 */
export async function askedFigures(
  { name, ...named }: Question,
  workspace: Workspace,
  io: Pick<Io, 'stderr'>,
): Promise<AskedFigures | undefined> {
  const opened = await openedDesign(named, workspace, io);
  if (opened === undefined) return undefined;
  const { explain, namesText } = await import('@lightloom/language');
  const { analysis: design, path } = opened;
  if (name === undefined) {
    say(io, `Name something in ${path} to explain. ${namesText(design)}`);
    return undefined;
  }
  const explained = explain(design, name);
  if ('explanations' in explained)
    return { opened, document: { path, explanations: explained.explanations, facts: design.facts } };
  for (const each of explained.problems) reportAskProblem(each, name, io);
  const { error } = countFindings(design.findings);
  if (error > 0) say(io, `The design has ${printCount(error, 'error')}: lightloom check ${path}`, 'warning');
  return undefined;
}

/** Reports why something can't be explained, with a mark below the place where that isn't the whole of what was asked. */
function reportAskProblem({ message, help, start, end }: AskProblem, asked: string, io: Pick<Io, 'stderr'>): void {
  say(io, help === undefined ? message : `${message} ${help}`);
  if (start === 0 && end >= asked.length) return;
  io.stderr.write(`  ${visible(asked)}\n  ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}\n`);
}
