// The document of the part library.
import type { PartRow } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

/** Parts of the library. One part alone is shown with all its figures and their sources. */
export const partsDocument = defineDocument<readonly PartRow[]>({ name: 'parts', defaultFormat: 'pretty' });
