// What the workbench shows around the text, in workspaces of their own: hints and lenses, the tree, the report, Restricted Mode,
// and the extension in a browser. Takes screenshots.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsOn, inOrder, placeOf } from './actions.mjs';

const name = 'xpo-pod.fabric';

/** Goes through the flows. Throws at the first thing that is not as it should be. */
export async function runFlows({ context }, vscode, { say, screenshot }) {
  /** Opens a workspace, and the pod in it. @param prepare changes its folder first */
  const openPod = async (workspace, prepare) => {
    const folder = vscode.workspace(workspace);
    prepare?.(folder);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`http://${vscode.host}/?${new URLSearchParams({ folder })}`, { waitUntil: 'domcontentloaded' });
    const act = actionsOn(page);
    await act.open(name);
    await act.status('Fabric');
    return { page, act, pod: readFileSync(join(folder, name), 'utf8') };
  };
  const lens = (page, text) => page.locator('.codelens-decoration', { hasText: text }).first();
  const status = (page) => page.locator('[id="lightloom.lightloom-vscode.lightloom.status"]');

  /** Most flows share a window: to open one takes longer than to go through a flow. */
  let shared;

  const flows = {
    async 'first open: hints, lenses, the tree and the status bar'() {
      shared = await openPod('flows');
      const { page, act, pod } = shared;
      await status(page).filter({ hasText: '1.932 MW' }).waitFor({ timeout: 60_000 });
      assert.match(await status(page).innerText(), /1\.932 MW\s+1\.488 dB/);
      await act.command('Explorer: Focus on Fabric View');
      const row = (text) => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
      await row('primary').waitFor();
      assert.match(await row('backend').innerText(), /oversubscription 1/);
      await screenshot(page, '21-first-open');
      await row('primary').click();
      await act.atLine(placeOf(pod, 'loop primary')[0]);
      await lens(page, 'headroom 14.42 %').waitFor();
      await page.locator('.view-line', { hasText: 'at most 30.288 kW' }).first().waitFor();
      await screenshot(page, '22-hints-and-lenses');
    },

    async 'from an error to its fix'() {
      const { page, act } = shared;
      await act.open('unit.fabric');
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'attached', timeout: 60_000 });
      await act.command('Go to Next Problem in Files (Error, Warning, Info)');
      await page
        .locator('.zone-widget.peekview-widget, .marker-widget', { hasText: 'this is a loss' })
        .first()
        .waitFor();
      await screenshot(page, '23-error');
      await page.keyboard.press('Escape');
      // The cursor is at the value: what is typed takes its place.
      for (let i = 0; i < '400 dB'.length; i++) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.type('128 W');
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
      await status(page).filter({ hasText: '1.932 MW' }).waitFor();
      await act.command('File: Revert File');
    },

    async 'the report, in a dark and in a light theme'() {
      const { page, act } = shared;
      await act.open(name);
      await act.command('Lightloom: Show Report');
      const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await report.locator('h1', { hasText: name }).waitFor({ timeout: 60_000 });
      const paper = () => report.locator('body').evaluate((each) => getComputedStyle(each).backgroundColor);
      await act.theme('Dark Modern');
      await act.retry(async () => assert.notEqual(await paper(), 'rgb(255, 255, 255)'));
      const dark = await paper();
      await screenshot(page, '24-report-dark');
      await act.theme('Light Modern');
      await act.retry(async () => assert.notEqual(await paper(), dark));
      await screenshot(page, '25-report-light');
      await act.theme('Dark High Contrast');
      await page.waitForTimeout(500);
      await screenshot(page, '26-report-high-contrast');
      await act.theme('Light Modern');
      await page.close();
    },

    async 'Restricted Mode: designs are checked, and what runs programs is hidden'() {
      await vscode.settings({
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      });
      const { page, act } = await openPod('restricted');
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
      await status(page).filter({ hasText: '1.932 MW' }).waitFor({ timeout: 60_000 });
      assert.deepEqual(await act.commandsLike('Lightloom: Compare'), []);
      assert.ok((await act.commandsLike('Lightloom: Show Report')).length > 0);
      await screenshot(page, '27-restricted-mode');
      await page.close();
      await vscode.settings({});
    },

    async 'a comparison with what was committed'() {
      await vscode.settings({ 'git.enabled': true, 'git.openRepositoryInParentFolders': 'never' });
      const { page, act } = await openPod('git', (folder) => {
        const git = (...args) =>
          execFileSync('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', ...args], { cwd: folder });
        git('init', '-q');
        git('add', '.');
        git('commit', '-q', '-m', 'first');
        const path = join(folder, name);
        writeFileSync(path, readFileSync(path, 'utf8').replace('length 60 m', 'length 70 m'));
      });
      await status(page).filter({ hasText: '1.932 MW' }).waitFor({ timeout: 60_000 });
      await act.retry(async () => assert.ok((await act.commandsLike('Lightloom: Compare')).length > 0));
      await act.ask('Lightloom: Compare with a Git Revision…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'what was committed last' }).click();
      const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await preview.locator('body', { hasText: 'HEAD:xpo-pod.fabric' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(500);
      await screenshot(page, '30-compare');
      // There is a single commit: what is before it isn't offered, and isn't taken for an empty design.
      await page.locator(`.tab[data-resource-name="${name}"]`).first().click();
      await act.ask('Lightloom: Compare with a Git Revision…');
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'Another revision' }).waitFor();
      assert.equal(await rows.filter({ hasText: 'HEAD~1' }).count(), 0);
      await rows.filter({ hasText: 'Another revision' }).click();
      await page.locator('.quick-input-widget', { hasText: 'as Git reads it' }).waitFor();
      await page.keyboard.type('HEAD~1');
      await page.keyboard.press('Enter');
      await act.command('Notifications: Show Notifications');
      await page.locator('.notification-list-item', { hasText: 'has no revision HEAD~1' }).first().waitFor();
      await page.close();
      await vscode.settings({});
    },

    async 'in a browser: the server is a web worker, and reads imports through the client'() {
      await vscode.settings({ 'remote.extensionKind': { 'lightloom.lightloom-vscode': ['web'] } });
      const { page, act, pod } = await openPod('web');
      await status(page).filter({ hasText: '1.932 MW' }).waitFor({ timeout: 60_000 });
      await act.goTo(...placeOf(pod, 'loop primary', 6));
      await act.command('Show or Focus Hover');
      await page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: '52.84' }).first().waitFor();
      await page.waitForTimeout(400);
      assert.ok(page.workers().length > 0 || page.frames().length > 1);
      await screenshot(page, '28-web');
      await page.keyboard.press('Escape');
      await act.command('Lightloom: Open Topology');
      const drawing = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await drawing.locator('svg [data-id]').first().waitFor({ timeout: 60_000 });
      await screenshot(page, '29-web-topology');
      await page.close();
      await vscode.settings({});
    },
  };

  await inOrder(flows, say);
}
