// Rows with bars on a common axis: the steps of a path, what each failure costs.
import type { Labeled, NodeKind, Status } from './item.ts';
import type { Sheet } from './sheet.ts';

/** What light passes, or what a row without light is about. */
export type RowSymbol = 'module' | 'connector' | 'fiber' | 'splice' | 'panel' | 'amplifier' | 'reserve' | NodeKind;

/** A row. */
export interface ChartNode extends Labeled {
  readonly kind: NodeKind;
  readonly symbol: RowSymbol;
  /** Id of the chart it is in. */
  readonly group: string;
  /** Its place on the color scale; of a bar without one, the color says nothing. */
  readonly status?: Status;
  /** Where its bar begins and ends on the axis; a point where they are equal, nothing where it has none, null when unknown. */
  readonly bar?: { readonly from: number; readonly to: number } | null;
  /** Its figure, at the end of the row. */
  readonly value: string;
}

/** A point of an axis. */
interface AxisMark {
  readonly at: number;
  readonly text: string;
}

/** Rows on one axis. */
export interface ChartGroup extends Labeled {
  readonly kind: 'chart';
  /** Whether light passes from row to row, so that a line joins them. */
  readonly path: boolean;
  readonly axis: {
    readonly from: number;
    readonly to: number;
    readonly ticks: readonly AxisMark[];
    /** Limits, drawn through all rows. */
    readonly limits: readonly AxisMark[];
  };
}

export interface ChartGraph extends Sheet {
  readonly arrangement: 'chart';
  readonly nodes: readonly ChartNode[];
  readonly groups: readonly ChartGroup[];
}
