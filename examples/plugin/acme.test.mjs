// The tests of the plug-in: `npm install @lightloom/language`, then `node --test`.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSession } from '@lightloom/language';
import { openFile } from '@lightloom/language/node';
import acme from './acme.mjs';

/** A design in an empty folder, judged by the rules of the house. */
const open = (text) => openSession({ plugins: [acme] }).open('file:///test/pod.fabric', text);

const found = ({ findings }) => findings.filter(({ rule }) => rule.startsWith('acme/')).map(({ message }) => message);

/** Servers of some power in a rack of some row. */
const racks = (power, row) => `
import "std/racks"
host type Box { height 1 OU  power ${power} }
rack type Frame is OpenRackV3 { power 100 kW }
rack r : Frame at row ${row} position 1
host box[1..2] : Box
place box[*] in r
`;

test('a rack of row 1 may draw 60 kW', async () => {
  assert.deepEqual(found(await open(racks('30 kW', 1))), []);
  assert.deepEqual(found(await open(racks('30.5 kW', 1))), ['r in row 1 draws 61 kW; its tap delivers 60 kW.']);
  assert.deepEqual(found(await open(racks('30.5 kW', 2))), []);
});

test('a power that nobody gave is asked for, and not judged', async () => {
  const { findings, limits } = await open(racks('unknown  source "not measured"', 1));
  assert.equal(limits.notJudged > 0, true);
  assert.match(findings.find(({ rule }) => rule === 'control/not-judged').message, /power of racks in row 1/);
});

test('the uplinks of a leaf to a spine are even', async () => {
  const pod = await openFile(join(import.meta.dirname, 'pod.fabric'), { allowPlugins: true });
  const [first] = pod.findings.filter(({ rule }) => rule === 'acme/even-uplinks');
  assert.equal(first.message, 'fabric.leaf[1] has 3 links to fabric.spine[1]; the house has an even number.');
  // As lightloom.json beside it says.
  assert.equal(first.severity, 'error');
});

test('the table has every rack', async () => {
  const pod = await openFile(join(import.meta.dirname, 'pod.fabric'), { plugins: [acme] });
  const table = pod.tables().find(({ name }) => name === 'acme-racks');
  assert.deepEqual(
    [...table.rows()].map(([name, row, devices]) => [name, row, devices]),
    [
      ['old[1]', 1, 2],
      ['old[2]', 1, 2],
      ['new', 2, 4],
    ],
  );
});
