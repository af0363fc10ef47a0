// What can be wrong with the text alone.
export { brokenImports } from './imports.ts';
export { namesTwice, unknownNames, unknownNamesIn } from './names.ts';
export { misplacedStatements } from './statements.ts';
