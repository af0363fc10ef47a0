// What an inlay hint is before it has a place in lines and columns.
import type { HintKind } from '../../protocol/settings.ts';

/** A hint at an offset of the text. */
export interface Hint {
  readonly kind: HintKind;
  readonly at: number;
  readonly label: string;
  /** What the label leaves out, in one sentence or several. */
  readonly tooltip?: string;
  /** Whether it belongs to what follows: `hosts:` before an argument. */
  readonly isBefore?: true;
}
