#!/usr/bin/env node
// The command, as npm links it: this file is there before anything is built, so that `npm ci` links it in the repository too.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '../dist/lightloom.cjs');
if (existsSync(program)) require(program);
else {
  console.error('error: lightloom is not built yet. Run `npm run build` in the repository.');
  process.exitCode = 2;
}
