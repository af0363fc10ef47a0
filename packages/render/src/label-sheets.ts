// Sheets of labels that printers take: where each label is on them.

/** A sheet of labels in a grid; all in millimeters. */
export interface LabelSheet {
  /** Width and height of the paper. */
  readonly paper: readonly [width: number, height: number];
  readonly columns: number;
  readonly rows: number;
  /** Width and height of the part of a label that is printed on; what wraps around the cable is below it. */
  readonly label: readonly [width: number, height: number];
  /** Left and top edge of the first label. */
  readonly first: readonly [left: number, top: number];
  /** From one label to the next, across and down. */
  readonly pitch: readonly [across: number, down: number];
}

/**
 * 65 labels of 38.1 mm × 21.2 mm on A4, as Avery L7651 and Label Planet LP65/38, whose template gives margins of 10.7 mm above and
 * 4.75 mm at the left, and a pitch of 40.6 mm × 21.2 mm.
 */
const l7651: LabelSheet = {
  paper: [210, 297],
  columns: 5,
  rows: 13,
  label: [38.1, 21.2],
  first: [4.75, 10.7],
  pitch: [40.6, 21.2],
};

/** Sheets by their names. */
const named: Readonly<Record<string, LabelSheet>> = { l7651 };

/** The smallest and the largest side of a label, in millimeters. */
const [least, most] = [5, 300];

/**
 * A sheet by its name; or for `25.4x12.7`, a page of that size in millimeters for each label, as printers take that print from a
 * roll: of a label that wraps around its cable, the part that is printed on.
 * @returns undefined where it is neither
 */
export function labelSheet(text: string): LabelSheet | undefined {
  if (Object.hasOwn(named, text)) return named[text];
  const [, across, down] = /^([0-9]+(?:\.[0-9]+)?)x([0-9]+(?:\.[0-9]+)?)$/.exec(text) ?? [];
  const size = [Number(across), Number(down)] as const;
  if (across === undefined || size.some((each) => each < least || each > most)) return undefined;
  return { paper: size, columns: 1, rows: 1, label: size, first: [0, 0], pitch: size };
}
