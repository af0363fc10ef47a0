// Formatting text in the one style.
export { type Edit, spaceEdits } from './edits.ts';
export { formatFabric } from './format.ts';
export { indentLine } from './indent.ts';
