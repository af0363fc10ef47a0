// How an architect works on a design in one window: fixes, completion, rename, plans, exports, lanes, configuration. Takes screenshots.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsOn, inOrder, placeOf } from './actions.mjs';

/** A leaf and spine with a single spine, and without the power of a switch. */
const single = `import "std/osfp"
import "std/racks"

switch type Leaf  { height 2 RU  power 1 kW  ports up[1..2] : OSFP  ports down : OSFP }
switch type Spine { height 2 RU  ports down[1..4] : OSFP }
host type Node { height 2 RU  power 1 kW  ports nic : OSFP }
network backend : scale-out {
    host   node[1..2] : Node
    switch leaf[1..2] : Leaf
    switch spine      : Spine
    plug Osfp800Dr8 into node[*].*, leaf[*].*, spine.*
    link node[*].nic to leaf[*].down over OS2 { length 3 m  connectors 2 x MPO16 }
    link leaf[*].up to spine.down over OS2 { length 30 m  connectors 2 x MPO16 }
}
rack r : Eia42 { power 12 kW }
place backend.node[*], backend.leaf[*], backend.spine in r
`;

/** Goes through the flows. Throws at the first thing that is not as it should be. */
export async function runEditing({ context }, vscode, { say, screenshot }) {
  const folder = vscode.workspace('editing');
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write('single.fabric', single);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`http://${vscode.host}/?${new URLSearchParams({ folder })}`, { waitUntil: 'domcontentloaded' });
  const act = actionsOn(page);
  const row = page.locator('.quick-input-list .monaco-list-row');
  const box = page.locator('.quick-input-widget input.input');
  const suggestion = page.locator('.suggest-widget.visible .monaco-list-row');
  const line = (text) => page.locator('.editor-instance .view-line', { hasText: text }).first();
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  /** Chooses a fix at the cursor. */
  const fix = async (title, shot) => {
    const menu = page.locator('.action-widget .monaco-list-row', { hasText: title });
    await act.retry(
      async () => {
        await page.keyboard.press('Control+.');
        await menu.first().waitFor({ timeout: 5_000 });
      },
      () => page.keyboard.press('Escape'),
    );
    if (shot !== undefined) await screenshot(page, shot);
    await menu.first().click();
  };

  const flows = {
    // A window that opens takes as long as the machine is busy: that belongs to no flow.
    async 'the window opens, and the first file is judged'() {
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 120_000 });
      await act.open('single.fabric');
      await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'attached', timeout: 120_000 });
    },

    async 'a fix of several steps: a second spine'() {
      await act.goTo(...placeOf(single, 'switch spine', 8));
      await fix('Add a second spine', '31-fix-menu');
      await line(/switch\sspine\[1\.\.2\]/).waitFor();
      await line(/link\sleaf\[\*\]\.up\sto\sspine\[\*\]\.down\sas\smesh/).waitFor();
      await page.locator('.editor-instance .squiggly-warning').first().waitFor({ state: 'detached' });
      await screenshot(page, '32-fixed');
    },

    async 'a figure that nobody gave is selected, to be typed over'() {
      await act.goTo(...placeOf(single, 'switch type Spine', 13));
      await fix('Add `power` to Spine');
      await line(/power\sunknown/).waitFor();
      await page.keyboard.type('2 kW');
      await line(/OSFP\s+power\s2\skW\s\}/).waitFor();
      await screenshot(page, '33-filled-in');
      await page.keyboard.press('Escape');
      await act.command('File: Revert File');
    },

    async 'what is typed line by line is what is there, whatever is suggested meanwhile'() {
      const lines = [
        '/** A leaf. */',
        'switch type Leaf {',
        'height 2 RU',
        'ports p[1..2] : OSFP }',
        'feed A { capacity 1 MW }',
      ];
      await act.open('scratch.fabric');
      for (const each of lines) {
        await page.keyboard.type(each, { delay: 60 });
        await page.waitForTimeout(300);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Escape');
      await act.command('File: Save');
      // Behind it is the brace that VS Code put there for the first one.
      const wanted = lines.map((each, i) => `${i === 2 || i === 3 ? '    ' : ''}${each}\n`).join('');
      await act.retry(() => {
        const typed = readFileSync(join(folder, 'scratch.fabric'), 'utf8');
        assert.deepEqual([typed.slice(0, wanted.length), typed.slice(wanted.length).trim()], [wanted, '}']);
      });
      await screenshot(page, '33-typed');
      await act.command('View: Close Editor');
      write('scratch.fabric', '');
    },

    async 'the other end of a link is offered by rate and free cages, indices by what is free'() {
      const [at] = placeOf(single, '    link leaf[*]');
      await act.goTo(at, 1);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('link leaf[1].up to ');
      await suggestion.filter({ hasText: '800 Gbps' }).first().waitFor();
      await screenshot(page, '34-completion-of-ends');
      await page.keyboard.press('Escape');
      await act.command('File: Revert File');
    },

    async 'a name is changed in every file'() {
      await act.open('site.fabric');
      const site = readFileSync(join(folder, 'site.fabric'), 'utf8');
      await act.goTo(...placeOf(site, 'RowCdu1MW', 1));
      const field = page.locator('.rename-box input, .rename-input');
      await act.retry(
        async () => {
          await page.keyboard.press('F2');
          await field.first().waitFor({ timeout: 3_000 });
        },
        () => page.keyboard.press('Escape'),
      );
      await field.first().fill('MegawattCdu');
      await screenshot(page, '35-rename');
      await field.first().press('Enter');
      await line('MegawattCdu').waitFor();
      await act.open('xpo-pod.fabric');
      await act.goTo(placeOf(readFileSync(join(folder, 'xpo-pod.fabric'), 'utf8'), 'cdu cdu[1..3]')[0]);
      await line('MegawattCdu').waitFor();
      await screenshot(page, '36-renamed');
      await act.command('File: Save All Files');
    },

    async 'lanes of a port, step by step'() {
      await act.open('xpo-pod.fabric');
      await act.ask('Lightloom: Trace Lane…');
      await page.locator('.quick-input-widget', { hasText: 'where the lanes start' }).waitFor();
      await box.fill('su[1].leaf[3].up[1]/5');
      await page.keyboard.press('Enter');
      await preview.locator('td', { hasText: 'OS2, 60 m' }).waitFor();
      await page.waitForTimeout(400);
      await screenshot(page, '37-lanes');
      await act.command('View: Close Editor');
    },

    async 'what can be exported, and where to'() {
      await act.open('xpo-pod.fabric');
      await act.ask('Lightloom: Export…');
      await row.filter({ hasText: 'Bill of materials' }).waitFor();
      await screenshot(page, '38-export');
      await row.filter({ hasText: 'Bill of materials' }).click();
      await act.retry(async () => assert.match(await box.inputValue(), /xpo-pod-bom\.csv$/));
      await box.fill(join(folder, 'parts.xlsx'));
      await page.keyboard.press('Enter');
      await act.retry(
        () => assert.ok(existsSync(join(folder, 'parts.xlsx'))),
        () => page.waitForTimeout(300),
      );
    },

    async 'the smallest network for some hosts'() {
      await act.command('View: Close All Editors');
      await act.ask('Lightloom: Plan…');
      await page.locator('.quick-input-widget', { hasText: 'How many hosts' }).waitFor();
      await page.keyboard.press('Enter');
      await row.filter({ hasText: '400 Gbps' }).click();
      await row.filter({ hasText: 'QM9700' }).first().click();
      await preview.locator('h1', { hasText: 'Plan' }).waitFor({ timeout: 60_000 });
      await page.waitForTimeout(400);
      await screenshot(page, '39-plan');
      await act.command('View: Close All Editors');
      await page.getByRole('button', { name: "Don't Save" }).click();
    },

    async 'a new design from a template'() {
      await act.ask('Lightloom: New Design from a Template…');
      await row.filter({ hasText: 'xpo-pod' }).first().waitFor();
      await screenshot(page, '40-templates');
      await row.filter({ hasText: 'xpo-pod' }).first().click();
      // The folder has a file of that name.
      await page.locator('.tab.active[data-resource-name="xpo-pod-2.fabric"]').waitFor();
      await page.locator('.codelens-decoration', { hasText: 'use' }).first().waitFor();
      await screenshot(page, '41-new-design');
      await act.command('View: Close All Editors');
      await page.getByRole('button', { name: "Don't Save" }).click();
    },

    async 'the configuration is completed'() {
      write('lightloom.json', '{\n  "rules": {\n    \n  }\n}\n');
      await act.open('lightloom.json');
      await act.goTo(3, 5);
      await act.suggests('bandwidth');
      await screenshot(page, '42-configuration');
      await page.keyboard.press('Escape');
      await act.command('View: Close All Editors');
    },

    async 'the server starts again'() {
      await act.open('xpo-pod.fabric');
      const status = page.locator('[id="lightloom.lightloom-vscode.lightloom.status"]');
      await status.filter({ hasText: '1.932 MW' }).waitFor();
      await act.command('Lightloom: Restart Language Server');
      await page.locator('.codelens-decoration', { hasText: 'headroom' }).first().waitFor({ timeout: 60_000 });
      await status.filter({ hasText: '1.932 MW' }).waitFor();
      await screenshot(page, '43-restarted');
    },

    async 'the first steps'() {
      await act.ask('Welcome: Open Walkthrough...');
      await row.filter({ hasText: 'Lightloom' }).first().click();
      await page.locator('.getting-started-step, .step-list-container').first().waitFor();
      await page.waitForTimeout(800);
      await screenshot(page, '44-walkthrough');
    },
  };

  await inOrder(flows, say);
  await page.close();
}
