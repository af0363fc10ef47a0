// The workbench as a person sees it: colors, squiggles, Problems, hover, completion, the drawing. Takes the screenshots.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertAccessible, keyboardSteps } from './accessibility.mjs';
import { actionsOn, inOrder, placeOf } from './actions.mjs';

/** How long VS Code takes to fade something in, in ms. */
const fade = 400;

/** Goes through the workbench once. Throws at the first thing that is not as it should be. */
export async function runWorkbench({ context }, vscode, { say, screenshot }) {
  const workspace = vscode.workspace('pod');
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`http://${vscode.host}/?${new URLSearchParams({ folder: workspace })}`, {
    waitUntil: 'domcontentloaded',
  });
  const act = actionsOn(page);
  const textOf = (name) => readFileSync(join(workspace, name), 'utf8');
  const pod = textOf('xpo-pod.fabric');
  const drawing = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const item = (id) => drawing.locator(`[data-id="${id}"]`).first();
  const ids = () => drawing.locator('[data-id]').evaluateAll((all) => all.map((each) => each.dataset.id));

  const steps = {
    async 'colors of the text'() {
      await act.open('xpo-pod.fabric');
      await act.status('Fabric');
      const colorOf = (text) =>
        page
          .locator('.view-line span span', { hasText: new RegExp(`^\\s*${text.replaceAll(' ', '\\s')}\\s*$`) })
          .first()
          .evaluate((each) => getComputedStyle(each).color);
      const colors = [];
      for (const text of ['import', 'switch', 'XpoSwitch', '128', '"no XPO.*']) colors.push(await colorOf(text));
      assert.ok(new Set(colors).size >= 4, colors.join(' '));
      await screenshot(page, '01-colors');
    },

    async 'squiggle under the text that is wrong'() {
      await act.open('unit.fabric');
      const squiggle = page.locator('.editor-instance .squiggly-error').first();
      const line = page.locator('.view-line', { hasText: /400\s*dB/ }).first();
      // Findings that come in, and lenses that move lines, put another squiggle in the place of the first.
      let places;
      for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(100)) {
        await squiggle.waitFor({ state: 'attached', timeout: 60_000 });
        const [mark, text] = [await squiggle.boundingBox(), await line.boundingBox()];
        places = `squiggle at ${mark?.y}, text at ${text?.y}`;
        if (mark !== null && text !== null && Math.abs(mark.y - text.y) < text.height) return;
      }
      assert.fail(places);
    },

    async 'a link that loses too much, in Problems and at its line'() {
      await act.open('long.fabric');
      await act.goTo(...placeOf(textOf('long.fabric'), 'link su[*].leaf[*].up'));
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'attached' });
      await act.command('Problems: Focus on Problems View');
      const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '3.16 dB' });
      await problem.first().waitFor();
      await screenshot(page, '02-problems');
      await act.command('View: Focus Active Editor Group');
      await page.keyboard.press('Control+j');
    },

    async 'hover on the bad link: the error and the budget'() {
      await act.goTo(...placeOf(textOf('long.fabric'), 'link su[*].leaf[*].up', 1));
      await act.command('Show or Focus Hover');
      await page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: '3.16 dB' }).first().waitFor();
      await page.waitForTimeout(fade);
      await screenshot(page, '03-hover-error');
      await page.keyboard.press('Escape');
    },

    async 'hover with derived figures'() {
      await act.open('xpo-pod.fabric');
      const shown = async (place, figure, name) => {
        await act.goTo(...place);
        const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: figure }).first();
        // Lenses that come in move the lines, and close it.
        await act.retry(
          async () => {
            await act.command('Show or Focus Hover');
            await hover.waitFor({ timeout: 5_000 });
          },
          () => page.keyboard.press('Escape'),
        );
        await page.waitForTimeout(fade);
        await screenshot(page, name);
        await page.keyboard.press('Escape');
      };
      await shown(placeOf(pod, 'link su[*].leaf[*].up', 1), '1.424', '04-hover-link');
      await shown(placeOf(pod, 'switch spine', 8), '2.524', '05-hover-switch');
      await shown(placeOf(pod, 'loop primary', 6), '52.8', '06-hover-loop');
      await shown(placeOf(pod, 'network backend', 9), '1', '07-hover-network');
      await shown(placeOf(pod, 'Tomahawk6', 2), '102.4', '08-hover-library');
      await shown(placeOf(pod, 'require bisection', 1), '204.8', '09-hover-requirement');
    },

    async 'completion of properties'() {
      const [line] = placeOf(pod, '    supplies 3 x 1.5 kW, n+1');
      await act.goTo(line, 1);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await act.suggests('typical-power');
      await screenshot(page, '10-completion');
      await page.keyboard.press('Escape');
      await act.command('File: Revert File');
    },

    async 'the drawing opens beside the text'() {
      await page.keyboard.press('Control+b');
      await act.command('Lightloom: Open Topology');
      await drawing.locator('svg [data-id]').first().waitFor({ timeout: 60_000 });
      const found = await ids();
      assert.ok(found.some((id) => /spine/.test(id)) && found.some((id) => /leaf/.test(id)), found.join(' '));
      await screenshot(page, '11-topology');
    },

    async 'a click leads to the line'() {
      const spine = (await ids()).find((id) => /spine/.test(id) && !/leaf/.test(id));
      const [line] = placeOf(pod, 'switch spine[1..8]');
      await item(spine).click();
      await act.atLine(line);
      await item(spine).hover({ position: { x: 30, y: 30 } });
      await drawing.locator('#tooltip').waitFor();
      await screenshot(page, '12-reveal');
    },

    async 'keys reach the boxes and lead to the line'() {
      await act.command('View: Focus First Editor Group');
      await act.goTo(1);
      await drawing.locator('#fit').focus();
      await page.keyboard.press('0');
      await drawing.locator('[data-id][tabindex="0"]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      const label = await drawing.locator('[data-id]:focus').getAttribute('aria-label');
      assert.ok(label.length > 0);
      await page.keyboard.press('Space');
      await act.atLine(1, false);
    },

    async 'the cursor in the text marks the box'() {
      await act.command('View: Focus First Editor Group');
      await act.goTo(...placeOf(pod, 'switch spine[1..8]', 8));
      await drawing.locator('[data-id*="spine"].at-cursor').first().waitFor();
    },

    async 'zoom by wheel, fit by button'() {
      const box = () => drawing.locator('#plane').evaluate((each) => each.style.transform);
      await drawing.locator('#fit').click();
      const fitted = await box();
      const stage = await drawing.locator('#stage').boundingBox();
      await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
      await page.mouse.wheel(0, -400);
      await page.waitForFunction(() => true);
      await act.retry(async () => assert.notEqual(await box(), fitted));
      await page.mouse.move(stage.x + 20, stage.y + stage.height - 20);
      await drawing.locator('#fit').click();
      await act.retry(async () => assert.equal(await box(), fitted));
    },

    async 'panning moves a layer: no layout in any step'() {
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      const count = async (name) =>
        (await session.send('Performance.getMetrics')).metrics.find((each) => each.name === name).value;
      await drawing.locator('#in').click();
      await drawing.locator('#stage:not(.moving)').waitFor();
      const stage = await drawing.locator('#stage').boundingBox();
      const [x, y] = [stage.x + stage.width - 30, stage.y + 40];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 10, y);
      const before = await count('LayoutCount');
      const steps = 60;
      await page.mouse.move(x - 130, y + 60, { steps });
      const layouts = (await count('LayoutCount')) - before;
      await page.mouse.up();
      // What is around the drawing may lay itself out a few times meanwhile.
      assert.ok(layouts < steps / 10, `${layouts} layouts in ${steps} steps`);
      await session.detach();
      await drawing.locator('#fit').click();
    },

    async 'names keep their size from far away, figures come closer'() {
      const out = drawing.locator('#out');
      for (let i = 0; i < 6; i++) await out.click();
      const label = drawing.locator('[data-label*="spine"] text.name').first();
      await label.waitFor();
      const isReadable = () =>
        act.retry(
          async () => {
            const { height } = await label.boundingBox();
            // The outline of the letters counts too.
            assert.ok(height > 10 && height < 23, `${height} pixels`);
          },
          () => page.waitForTimeout(fade),
        );
      await isReadable();
      await screenshot(page, '12-far');
      for (let i = 0; i < 2; i++) {
        await drawing.locator('#in').click();
        await drawing.locator('#stage:not(.moving)').waitFor();
        await isReadable();
      }
      await drawing.locator('#fit').click();
      await page.waitForFunction(() => true);
      assert.equal(await drawing.locator('#stage.moving').count(), 0);
    },

    async 'a double click unfolds in place, and folds again'() {
      await item('backend.spine').dblclick({ position: { x: 30, y: 30 } });
      await item('backend.spine[8]').waitFor();
      await screenshot(page, '12-unfolded');
      await drawing.locator('#fit').click();
      await item('backend.spine[8]').focus();
      await page.keyboard.press('Enter');
      await item('backend.spine').waitFor();
      await drawing.locator('#fit').click();
    },

    async 'search finds one of many'() {
      await drawing.locator('#fit').focus();
      await page.keyboard.press('Control+f');
      await drawing.locator('#search-field').fill('su[2].leaf[5]');
      await drawing.locator('#search-count', { hasText: '1 of 1' }).waitFor();
      await drawing.locator('[data-id$=".leaf"].hit').first().waitFor();
      await page.keyboard.press('Escape');
      await drawing.locator('[data-id$=".leaf"].selected').first().waitFor();
    },

    async 'the outline has the same as a tree, and details say how figures come about'() {
      await drawing.locator('#outline').click();
      const tree = drawing.getByRole('tree', { name: 'Drawing' });
      await tree.getByRole('treeitem', { name: /^spine\[1\.\.8\], 8 × XpoSpine/ }).click();
      await drawing.locator('[data-id="backend.spine"].selected').waitFor();
      await screenshot(page, '12-outline');
      await drawing.locator('#details').click();
      await drawing.locator('#panel pre', { hasText: '2.524 kW' }).waitFor();
      await drawing.locator('#panel', { hasText: 'Connected to' }).waitFor();
      await screenshot(page, '12-details');
      await drawing.locator('#details').click();
    },

    ...keyboardSteps({ page, act, drawing, workspace, screenshot }),

    async 'a module and a type in the text stand out in the drawing'() {
      await act.command('View: Focus First Editor Group');
      for (const place of [placeOf(pod, 'plug XpoDr', 6), placeOf(pod, 'switch type XpoSpine', 13)]) {
        await act.goTo(...place);
        await item('backend.spine').and(drawing.locator('.at-cursor')).waitFor();
      }
    },

    async 'a box is moved by hand, and back'() {
      await act.command('View: Focus First Editor Group');
      await drawing.locator('#fit').click();
      const at = async () => (await item('backend.spine').boundingBox()).x;
      const before = await at();
      await drawing.locator('#move').click();
      const box = await item('backend.spine').boundingBox();
      await page.mouse.move(box.x + 40, box.y + 40);
      await page.mouse.down();
      await page.mouse.move(box.x + 100, box.y + 40, { steps: 4 });
      await page.mouse.up();
      const kept = join(workspace, 'xpo-pod.view.json');
      await act.retry(
        async () => assert.ok(existsSync(kept) && (await at()) > before + 10, `${before} to ${await at()}`),
        () => page.waitForTimeout(fade),
      );
      await screenshot(page, '12-moved');
      await drawing.locator('#undo').click();
      await act.retry(
        async () => assert.ok(!existsSync(kept) && Math.abs((await at()) - before) < 2, `${before} to ${await at()}`),
        () => page.waitForTimeout(fade),
      );
      await drawing.locator('#move').click();
    },

    async 'the other views'() {
      const list = drawing.locator('#view');
      const options = await list.locator('option').evaluateAll((all) => all.map((each) => each.value));
      assert.ok(options.length >= 3, options.join(' '));
      for (const [i, option] of options.entries()) {
        await list.selectOption(option);
        await drawing.locator(`#stage:not([aria-busy]) #sheet svg`).waitFor();
        await page.waitForTimeout(400);
        await screenshot(page, `13-view-${i + 1}-${option.replace(/\W+/g, '-')}`);
      }
      await list.selectOption(options[0]);
    },

    async 'the drawing is saved where one says'() {
      await drawing.locator('#view').focus();
      await page.locator('.editor-actions [aria-label^="Save Drawing"]').first().click();
      const box = page.locator('.quick-input-widget input.input');
      await box.waitFor({ state: 'visible' });
      // The dialog shows the folder first, then the name.
      await act.retry(
        async () => assert.match(await box.inputValue(), /xpo-pod-[\w-]+\.svg$/),
        () => page.waitForTimeout(100),
      );
      await box.fill(join(workspace, 'saved.svg'));
      await page.keyboard.press('Enter');
      await act.retry(
        () => {
          const saved = readFileSync(join(workspace, 'saved.svg'), 'utf8');
          assert.match(saved, /<svg[\s\S]*data-id="[\s\S]*<\/svg>/);
        },
        () => page.waitForTimeout(500),
      );
      await screenshot(page, '13-view-saved');
    },

    async 'an edit changes the picture; torn text keeps it'() {
      await act.command('View: Focus First Editor Group');
      const [line, column] = placeOf(pod, 'switch spine[1..8]: XpoSpine', 'switch spine[1..'.length);
      await act.goTo(line, column);
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.type('9');
      await drawing.locator('[data-id]', { hasText: '1..9' }).first().waitFor();
      await page.waitForTimeout(800);
      await screenshot(page, '14-edit');
      await page.keyboard.press('Control+z');
      await drawing.locator('[data-id]', { hasText: '1..9' }).first().waitFor({ state: 'detached' });
      const whole = await ids();
      await act.goTo(line, column);
      await page.keyboard.press('Shift+End');
      await page.keyboard.press('Delete');
      await page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'attached' });
      await page.waitForTimeout(800);
      assert.deepEqual(await ids(), whole);
      await screenshot(page, '15-torn');
      await act.command('File: Revert File');
    },

    async 'dark, light and high contrast themes'() {
      for (const [theme, name] of [
        ['Dark Modern', '16-dark'],
        ['Light Modern', '17-light'],
        ['Dark High Contrast', '18-high-contrast'],
        ['Light High Contrast', '19-high-contrast-light'],
      ]) {
        await page.keyboard.press('Control+k');
        await page.keyboard.press('Control+t');
        const row = page.locator('.quick-input-list .monaco-list-row');
        await page.locator('.quick-input-widget input.input').fill(theme);
        await row
          .filter({ has: page.getByText(theme, { exact: true }) })
          .first()
          .click();
        await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
        await page.waitForTimeout(500);
        await screenshot(page, name);
        await assertAccessible(page, '#stage');
      }
    },

    async 'the drawing comes back after a reload, with its panel'() {
      await drawing.locator('#outline').click();
      await drawing.getByRole('tree', { name: 'Drawing' }).waitFor();
      // As a person does it: a reload of the browser saves nothing.
      await Promise.all([page.waitForEvent('load'), act.command('Developer: Reload Window').catch(() => {})]);
      await page.locator('.tab', { hasText: 'Topology: xpo-pod.fabric' }).first().waitFor();
      await drawing.locator('svg [data-id]').first().waitFor({ timeout: 60_000 });
      await drawing.getByRole('tree', { name: 'Drawing' }).waitFor();
    },

    async 'a finding leads to the picture and to the text'() {
      await act.command('View: Close All Editors');
      await page.keyboard.press('Control+b');
      await act.open('long.fabric');
      await page.keyboard.press('Control+b');
      await act.command('Lightloom: Open Topology');
      await drawing.locator('#findings.error').waitFor({ timeout: 60_000 });
      await drawing.locator('#findings').click();
      await drawing.locator('.finding', { hasText: 'optics/loss-budget' }).first().click();
      await drawing.locator('[data-kind="trunk"].selected').waitFor({ state: 'attached' });
      await act.atLine(placeOf(textOf('long.fabric'), 'length 400 m')[0]);
      await screenshot(page, '20-finding');
    },

    async 'an irregular network is laid out in the worker'() {
      await act.command('View: Close All Editors');
      await page.keyboard.press('Control+b');
      await act.open('wan.fabric');
      await page.keyboard.press('Control+b');
      await act.command('Lightloom: Open Topology');
      await drawing.locator('svg [data-kind="switch"]').nth(24).waitFor({ timeout: 60_000 });
      const names = await drawing.locator('.label.node text.name').allTextContents();
      assert.equal(new Set(names).size, 25, names.join(' '));
      const sizes = await drawing
        .locator('.label.node text.name')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
      assert.ok(Math.min(...sizes) > 10, sizes.join(' '));
      await screenshot(page, '20-wan');
    },

    async 'a file with nothing to draw says so'() {
      await act.command('View: Close All Editors');
      await page.keyboard.press('Control+b');
      await act.open('empty.fabric');
      await act.command('Lightloom: Open Topology');
      await drawing.locator('#empty', { hasText: 'Nothing to draw yet' }).waitFor();
      await screenshot(page, '20-empty');
    },
  };

  await inOrder(steps, say);
}
