// What a code lens is before it has a place in lines and columns.
import type { Extent } from '../../parse/index.ts';
import type { LensKind } from '../../protocol/settings.ts';

/** A lens above a statement. */
export interface Lens {
  readonly kind: LensKind;
  /** The text it is above. */
  readonly on: Extent;
  readonly title: string;
  /** What a click does, where the client knows the command; a lens that only does something is left out elsewhere. */
  readonly command?: { readonly name: string; readonly arguments: readonly unknown[]; readonly isAll?: true };
}
