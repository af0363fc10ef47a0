// Problems that the text alone shows.
export { deceptiveText } from './deceptive-text.ts';
export { onePerCircle } from './import-circles.ts';
export { brokenImports } from './imports.ts';
export { nameCounts, namesTwice } from './repeated-names.ts';
export { misplacedStatements } from './statements.ts';
export { withoutTwins } from './twins.ts';
export { unknownNames, unknownNamesIn } from './unknown-names.ts';
export { unusedIn } from './unused.ts';
