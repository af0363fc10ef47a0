// What is said of a result whose design has errors.
import { type Finding, printCount } from '@lightloom/core';
import { countFindings } from '@lightloom/print';
import type { Io } from '../process/io.ts';
import { say } from './deliver.ts';

/** A design that was opened, as it is shown. */
interface Opened {
  readonly path: string;
  readonly analysis: { readonly findings: readonly Finding[] };
}

/** Warns that a result is of a design with errors. */
export function reportErrors(
  io: Pick<Io, 'stderr'>,
  { path, analysis }: Opened,
  result: 'drawing' | 'explanation' | 'ranking' | 'report' | 'table',
): void {
  const { error } = countFindings(analysis.findings);
  if (error === 0) return;
  const found = `The design has ${printCount(error, 'error')}`;
  say(io, `${found}; this ${result} may be incomplete. Run lightloom check ${path}`, 'warning');
}
