// What writes files that aren't text, and lays out what isn't in tiers: it needs a machine, so that a server in a browser has none.
import type { SheetDrawing } from '../../pages/index.ts';

/** A layout engine in a thread of its own, as `@lightloom/diagram` takes it. */
interface LayoutThread {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** A table as the cells of a workbook. */
interface Workbook {
  readonly title: string;
  readonly heads: readonly { readonly text: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  readonly notes: readonly string[];
}

/** A file in base64, or why there is none, in a sentence. */
type Made = { readonly base64: string } | { readonly problem: string };

export interface Printer {
  startElk(onFailure: (message: string) => void): LayoutThread;
  workbook(sheet: Workbook): Promise<Made>;
  labels(labels: readonly (readonly string[])[], title: string): Promise<Made>;
  sheets(drawings: readonly SheetDrawing[], title: string | undefined): Promise<Made>;
}
