// `npm run bench`: how fast it is, as ratios to a floor measured in the same run. `--short` leaves the large sizes out.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { analyzeText } from '@lightloom/language/testing';
import { DocumentState, EmptyFileSystem, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEditorServices } from '../../packages/language/src/lsp/editor-module.ts';
import { parseFabric } from '../../packages/language/src/parse/index.ts';
import { createFabricServices } from '../../packages/language/src/services/module.ts';
import { flatDesign, flatJson, type LineKind, lineKinds, meshDesign } from './designs.ts';
import { opening, zooming } from './opening.ts';
import { childrenTime, pairs, type Ratio } from './pairs.ts';

const short = process.argv.includes('--short');
const root = process.cwd();
const rounds = short ? 5 : 9;

interface Row extends Ratio {
  readonly what: string;
  readonly against: string;
  /** Ratio to reach. */
  readonly goal: number;
}
const rows: Row[] = [];

async function row(what: string, against: string, goal: number, measured: Promise<Ratio>): Promise<void> {
  const made = { what, against, goal, ...(await measured) };
  rows.push(made);
  console.log(printRow(made));
}

/** One character of an open file typed, until its findings are there: with the services of the language server. */
async function typing(text: string): Promise<() => Promise<void>> {
  const services = createEditorServices(EmptyFileSystem.fileSystemProvider());
  const { LangiumDocuments, DocumentBuilder, TextDocuments } = services.shared.workspace;
  const address = 'file:///design.fabric';
  const uri = URI.parse(address);
  const open = TextDocument.create(address, 'fabric', 0, text);
  TextDocuments.set(open);
  // The first digit of the last link's length, back and forth: names stay, a value changes.
  const at = text.lastIndexOf('length ') + 'length '.length;
  const range = { start: open.positionAt(at), end: open.positionAt(at + 1) };
  let now = 0;
  const type = async (): Promise<void> => {
    now++;
    TextDocument.update(open, [{ range, text: now % 2 === 0 ? '2' : '3' }], now);
    await DocumentBuilder.update([uri], []);
    const document = LangiumDocuments.getDocument(uri);
    if (document?.state !== DocumentState.Validated || document.textDocument.getText() !== open.getText())
      throw new Error('No findings were made of what was typed.');
    const error = document.diagnostics?.find(({ severity }) => severity === 1);
    if (error !== undefined) throw new Error(`The design has an error: ${error.message}`);
  };
  await type();
  return type;
}

async function flat(links: number, kind: LineKind): Promise<void> {
  const size = `${links.toLocaleString('en')} links, ${kind}`;
  const [text, json] = [flatDesign(links, kind), flatJson(links, kind)];
  const read = () => JSON.parse(json);
  const { Linker } = createFabricServices({ files: EmptyFileSystem.fileSystemProvider() }).references;
  await row(
    `parse ${size}`,
    'JSON.parse',
    2.5,
    pairs(rounds, () => parseFabric(text, () => Linker), read),
  );
  await row(
    `text to findings, ${size}`,
    'JSON.parse',
    6,
    pairs(rounds, () => analyzeText(text), read),
  );
  const type = await typing(text);
  await row(`a keystroke to findings, ${size}`, 'JSON.parse', 0.5, pairs(rounds, type, read));
}

/** The sum of four columns: the least that looking at every link can cost. */
function columnSum(links: number): () => number {
  const columns = Array.from({ length: 4 }, () => new Float64Array(links).fill(1));
  return () => {
    let sum = 0;
    for (const column of columns) for (let i = 0; i < links; i++) sum += column[i] as number;
    return sum;
  };
}

async function mesh(spines: number, leaves: number): Promise<void> {
  const text = meshDesign(spines, leaves);
  const links = spines * leaves;
  const { analysis } = await analyzeText(text);
  if (analysis.fabric.links.count !== links) throw new Error(`The mesh has ${analysis.fabric.links.count} links.`);
  await row(
    `expand and check ${links.toLocaleString('en')} links of one line`,
    'sum of 4 columns',
    20,
    pairs(rounds, () => analyzeText(text), columnSum(links)),
  );
}

async function programs(): Promise<void> {
  const program = join(root, 'packages/cli/dist/lightloom.cjs');
  const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  const cached = ['check', '--cache', '--cache-location', 'build/bench-cache', 'examples/xpo-pod.fabric'];
  await row(
    'lightloom check --cache, nothing changed',
    'node -e 0',
    1.6,
    pairs(
      rounds,
      () => run(program, ...cached),
      () => run('-e', '0'),
      childrenTime,
    ),
  );
  await row(
    'lightloom check examples/xpo-pod.fabric',
    'node -e 0',
    2.75,
    pairs(
      rounds,
      () => run(program, 'check', 'examples/xpo-pod.fabric'),
      () => run('-e', '0'),
      childrenTime,
    ),
  );
}

/** Drawings in the editor: a move of the camera is a transform and costs nothing here; texts are written when it rests. */
async function drawings(): Promise<void> {
  const [spines, leaves] = short ? [128, 512] : [512, 2048];
  const size = (spines * leaves).toLocaleString('en');
  await row(`open a drawing of ${size} links`, '2 s of work', 1, opening(meshDesign(spines, leaves), 2000, rounds));
  await row('write the labels of 500 boxes after a zoom', 'a frame', 1, zooming(500, rounds));
}

function printRow({ what, against, ratio, goal, ours, floor }: Row): string {
  const mark = ratio <= goal ? 'reached' : 'not yet';
  return `${what.padEnd(56)} ${ratio.toFixed(2).padStart(8)} × ${against.padEnd(17)} goal ${String(goal).padStart(5)} ${mark}   (${ours.toFixed(1)} / ${floor.toFixed(1)} ms)`;
}

console.log(`Ratios, medians of ${rounds} paired rounds; times are of this machine and this minute.`);
await programs();
for (const kind of lineKinds) await flat(10_000, kind);
await mesh(short ? 128 : 512, short ? 512 : 2048);
await drawings();
if (!short) for (const kind of lineKinds) await flat(100_000, kind);
