// Writes the lists of rules, views, formats, commands, tools and tables. It runs before `generate.mjs`, which imports what they list:
// so a file can be added or removed without breaking the way to its own list.
// `--check` writes nothing and fails when one is out of date.
import { generatedFiles } from './generated-files.mjs';
import { writeListings } from './listings.mjs';

const files = generatedFiles();
writeListings(files);
files.done('generate');
