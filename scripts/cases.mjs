// `npm run cases`: the table of cases, each with what is right and what came out. `--wrong` leaves out what is right.
import './library-text.mjs';

const { cases, nameOf, outcomeOf } = await import('../test/cases/table.ts');
const onlyWrong = process.argv.includes('--wrong');
const counts = { right: 0, wrong: 0, open: 0 };

function print(row, state, lines) {
  counts[state]++;
  if (onlyWrong && state === 'right') return;
  console.log(`${state.padEnd(5)}  ${nameOf(row)}\n       right:    ${row.right}`);
  for (const line of lines) console.log(`       ${line}`);
}

for (const row of cases) {
  if (row.open !== undefined) {
    print(row, 'open', [row.open]);
    continue;
  }
  const came = await outcomeOf(row);
  if (came.length === 0) print(row, 'right', [`came out: as it should (${row.source})`]);
  else print(row, 'wrong', [...came.map((each) => `came out: ${each}`), ...(row.knownRed ? [row.knownRed] : [])]);
}
console.log(`\n${counts.right} right, ${counts.wrong} wrong, ${counts.open} open`);
