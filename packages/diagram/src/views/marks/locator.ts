// Where the things of a fabric are in a drawing: one box can represent many of them.
import type { SubjectFamily } from '@lightloom/core';

/** Finds what represents a thing in a drawing. */
export interface Locator {
  /**
   * Id of the box, frame, band or key figure that represents a thing; undefined where none does. A cage or port that has none of its
   * own is looked up as its device, a type as what is installed of it.
   * @param rule id of the rule that objects to it: what is wrong with a loop can be marked on its frame or on its return
   */
  itemOf(of: SubjectFamily, id: number, rule: string): string | undefined;
  /** Whether the whole drawing is of a thing, as of a network: what is wrong with that is listed, and marked on no item. */
  isWhole?(of: SubjectFamily, id: number): boolean;
  /** How many things an item represents, where that isn't its count; undefined otherwise. */
  totalOf?(item: string): number | undefined;
}
