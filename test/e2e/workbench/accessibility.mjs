// A drawing for those who don't see it or use no mouse: what axe-core objects to, and every step by the keyboard alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What doesn't apply to a page in an editor, or to texts in a drawing, which the names of boxes repeat in other words. */
const left = ['region', 'label-content-name-mismatch'];

/** Throws where axe-core objects to a page. @param page what shows VS Code @param name the page of the extension, by an element of it */
export async function assertAccessible(page, name) {
  for (const frame of page.frames()) {
    const isIt = await frame.evaluate((selector) => document.querySelector(selector) !== null, name).catch(() => false);
    if (!isIt) continue;
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
    const found = await frame.evaluate(async (off) => {
      const rules = Object.fromEntries(off.map((each) => [each, { enabled: false }]));
      const { violations } = await window.axe.run(document, { rules, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
    }, left);
    assert.deepEqual(found, []);
    return;
  }
  assert.fail(`No page has ${name}.`);
}

/** Steps on the drawing of the pod, which is open beside its text. */
export function keyboardSteps({ page, act, drawing, workspace, screenshot }) {
  const focused = drawing.locator(':focus');
  const has = (text) => act.retry(async () => assert.match(await focused.getAttribute('aria-label'), text));
  const isOpen = (is) => act.retry(async () => assert.equal(await focused.getAttribute('aria-expanded'), String(is)));
  const press = async (...keys) => {
    for (const each of keys) await page.keyboard.press(each);
  };

  return {
    async 'nothing is wrong with the page for a screen reader, in any panel'() {
      for (const key of ['o', 'f', 'i']) {
        await drawing.locator('[data-id][tabindex="0"]').focus();
        await press(key);
        await drawing.locator('#panel .body').waitFor();
        await assertAccessible(page, '#stage');
        await press('Escape');
        await drawing.locator('#panel').waitFor({ state: 'hidden' });
        // The drawing has the keyboard again.
        assert.notEqual(await focused.getAttribute('data-id'), null);
      }
      assert.match(await drawing.locator('#verdict[role="status"]').textContent(), /^0 problems|no problems/i);
    },

    async 'with the keyboard alone: into the drawing, unfold and fold'() {
      await act.command('View: Focus First Editor Group');
      await act.command('View: Focus Next Editor Group');
      const isInDrawing = () => drawing.locator('[data-id]:focus').count();
      for (let i = 0; i < 20 && (await isInDrawing()) === 0; i++) await press('Tab');
      await press('Home');
      await has(/^backend\.su\[1\.\.2\]: /);
      await isOpen(false);
      await press('Enter');
      await has(/^backend\.su\[1\]: /);
      await isOpen(true);
      await press('Enter');
      await has(/^backend\.su\[1\.\.2\]: /);
    },

    async 'with the keyboard alone: the outline opens level by level'() {
      await press('o', 'Home', 'ArrowDown');
      await has(/^node\[1\.\.64\], /);
      await isOpen(false);
      await press('ArrowRight');
      await isOpen(true);
      await press('ArrowRight');
      await has(/^to leaf\[1\.\.8\], /);
      await press('ArrowLeft', 'ArrowLeft');
      await isOpen(false);
      await press('Escape');
      await has(/^backend\./);
    },

    async 'with the keyboard alone: from a box to what it is connected to'() {
      await press('Home', 'ArrowDown', 'Space', 'i');
      await drawing.locator('#panel h4', { hasText: 'How the figures come about' }).waitFor();
      await press('Tab', 'Tab', 'Enter');
      await drawing.locator('#panel h3').first().waitFor();
      await act.retry(async () =>
        assert.equal(await drawing.locator('#panel').evaluate((each) => each.contains(document.activeElement)), true),
      );
      await press('Escape');
    },

    async 'with the keyboard alone: a box is moved, and back'() {
      const kept = join(workspace, 'xpo-pod.view.json');
      await press('Control+f');
      await page.keyboard.type('backend.spine');
      await press('Escape');
      await has(/^backend\.spine: /);
      await press('m', 'Alt+ArrowRight');
      await act.retry(async () => assert.ok(existsSync(kept)));
      await has(/^backend\.spine: /);
      await screenshot(page, '12-moved-by-keys');
      await press('Control+z');
      await act.retry(async () => assert.ok(!existsSync(kept)));
      // What undoes a move leaves the field of the search alone.
      assert.equal(await drawing.locator('#search-bar').isVisible(), false);
      await press('m');
      await drawing.locator('#move[aria-pressed="false"]').waitFor();
    },
  };
}
