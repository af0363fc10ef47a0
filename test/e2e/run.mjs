// Opens reports and drawings in a real browser, has other programs read the diagrams that are for them, then drives a real VS Code with the
// packed extension: tests inside the extension host, then the workbench as a person sees it.
// `node run.mjs [reports|drawings|notations|in-host|ui|flows|editing]`; all when not said. Screenshots go to `artefacts/e2e`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { testColors } from './colors.mjs';
import { testDrawings } from './drawings.mjs';
import { runInHost } from './in-host.mjs';
import { testNotations } from './notations.mjs';
import { testReports } from './reports.mjs';
import { startVsCode } from './vscode.mjs';
import { packedExtension } from './vsix.mjs';
import { runEditing } from './workbench/editing.mjs';
import { runFlows } from './workbench/flows.mjs';
import { runWorkbench } from './workbench/ui.mjs';
import { fillWorkspace } from './workspace.mjs';

const root = join(import.meta.dirname, '../..');
const shots = join(root, 'artefacts/e2e');
const only = process.argv[2];

const start = Date.now();
const say = (text) => console.log(`${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const screenshot = (page, name) => page.screenshot({ path: join(shots, `${name}.png`) });

rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });
const browser = await startBrowser();
let vscode;
let failure;
try {
  const tools = { say, screenshot, shots };
  if (only === undefined || only === 'reports') await testReports(browser, root, tools);
  if (only === undefined || only === 'drawings') await testDrawings(browser, root, tools);
  if (only === undefined || only === 'notations') await testNotations(browser, root, tools);
  if (!['reports', 'drawings', 'notations'].includes(only)) {
    const vsix = packedExtension(root);
    say(`ok ${await testColors(join(root, 'packages/extension'))} lines of colors`);
    vscode = await startVsCode(vsix, (folder) => fillWorkspace(root, folder));
    say(`VS Code runs, ${vsix.slice(root.length + 1)} is installed`);
  }
  if (vscode !== undefined && (only === undefined || only === 'in-host')) {
    const code = await runInHost(browser, vscode, tools);
    if (code !== 0) failure = `The tests inside the extension host ended with ${code}`;
  }
  if (vscode !== undefined && (only === undefined || only === 'ui')) await runWorkbench(browser, vscode, tools);
  if (vscode !== undefined && (only === undefined || only === 'flows')) await runFlows(browser, vscode, tools);
  if (vscode !== undefined && (only === undefined || only === 'editing')) await runEditing(browser, vscode, tools);
  if (browser.outside.length > 0) failure = `Something asked for ${[...new Set(browser.outside)].join(', ')}`;
} catch (error) {
  failure = error.stack;
  for (const [i, page] of browser.context.pages().entries()) await screenshot(page, `failure-${i}`).catch(() => {});
  if (vscode !== undefined) console.error(vscode.log().split('\n').slice(-8).join('\n'));
} finally {
  await browser.close();
  await vscode?.stop();
}
if (failure !== undefined) console.error(failure);
say(failure === undefined ? 'all passed' : 'FAILED');
// The compiler of D2 has a worker that nothing ends.
process.exit(failure === undefined ? 0 : 1);
