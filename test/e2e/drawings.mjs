// Pages of drawings as people use them: a file in a browser, looked at with pointer and keyboard, in the dark, without scripts, on paper.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failing, hostile } from './reports.mjs';
import { openWatched } from './watched-page.mjs';

/** Makes the page of each design and looks at it. */
export async function testDrawings({ context, open }, root, { say, shots }) {
  const folder = join(shots, 'drawings');
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'cli'], { cwd: root });
  writeFileSync(join(folder, 'hostile.fabric'), hostile);
  writeFileSync(join(folder, 'failing.fabric'), failing(root));
  const cli = join(root, 'packages/cli/dist/lightloom.cjs');
  for (const name of ['failing', 'hostile']) {
    const page = join(folder, `${name}.html`);
    execFileSync(process.execPath, [cli, 'render', join(folder, `${name}.fabric`), '-o', page], { stdio: 'ignore' });
    const address = String(pathToFileURL(page));
    await testPage(context, address, name, folder);
    const [dark, still] = await Promise.all([open({ colorScheme: 'dark' }), open({ javaScriptEnabled: false })]);
    await testDark(dark, address, name, folder);
    await testWithoutScripts(still, address, name);
    await Promise.all([dark.close(), still.close()]);
  }
  say('ok 2 pages of drawings in a browser: zoom, search, findings, keys, dark, without scripts, on paper');
}

async function testPage(context, address, name, folder) {
  const { page, said } = await openWatched(context, address);
  const sections = page.locator('section[data-view]');
  const shown = () => sections.evaluateAll((all) => all.findIndex((each) => each.offsetParent !== null));
  same(await shown(), 0, `${name}: the first drawing`);
  const box = () => page.locator('section.shown svg').first().boundingBox();
  const whole = await box();
  const stage = await page.locator('section.shown .stage').boundingBox();
  isTrue(whole.width <= stage.width && whole.height <= stage.height, `${name}: the whole drawing is on its stage`);

  // Zoomed by the wheel around the pointer, moved by dragging, fitted by a double click.
  const [x, y] = [stage.x + stage.width / 2, stage.y + stage.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -400);
  const large = await settled(box, (each) => each.width > whole.width * 1.3);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 40, { steps: 4 });
  await page.mouse.up();
  const moved = await box();
  same([Math.round(moved.x - large.x), Math.round(moved.y - large.y)], [80, 40], `${name}: dragged`);
  await page.locator('section.shown .stage').focus();
  await page.keyboard.press('0');
  await settled(box, (each) => Math.abs(each.width - whole.width) < 1);
  await page.keyboard.press('+');
  await settled(box, (each) => each.width > whole.width * 1.1);

  // What is under the pointer is said in full; and the thing that is stepped to.
  await page.keyboard.press('.');
  isTrue((await page.locator('.tooltip').innerText()).length > 5, `${name}: a tooltip says something`);
  isTrue(await page.locator('section.shown .ring').isVisible(), `${name}: a ring is around it`);

  // The search finds things in all drawings, and jumps.
  const word = (await page.locator('section[data-view] g[data-kind="switch"]').first().getAttribute('data-id')).slice(
    0,
    12,
  );
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  isTrue((await page.locator('.found button').count()) > 0, `${name}: ${word} is found`);
  await page.keyboard.press('Enter');
  const ring = await page.locator('section.shown .ring').first().boundingBox();
  isTrue(within(ring, stage), `${name}: what is found is on the stage`);
  await page.keyboard.press('Escape');

  // Findings jump to what they are about; `]` turns to the next drawing, an address names one.
  const about = page.locator('.findings a:not([data-ids="[]"])');
  isTrue((await about.count()) > 0, `${name}: findings that can be jumped to`);
  await about.last().click();
  isTrue(await page.locator('section.shown .ring').first().isVisible(), `${name}: a finding rings what it is about`);
  same(await about.last().getAttribute('aria-current'), 'true', `${name}: the finding is marked`);
  await page.keyboard.press('n');
  const before = await shown();
  await page.keyboard.press(']');
  same(await shown(), (before + 1) % (await sections.count()), `${name}: the next drawing`);
  await page.goto(`${address}#drawing-2`);
  same(await shown(), 1, `${name}: a drawing by its address`);
  await page.screenshot({ path: join(folder, `${name}.png`) });

  await testFolding(page, address, name);

  same(await page.evaluate(() => window.owned), undefined, `${name}: what a stranger's text did`);
  const wrong = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const handlers = all.flatMap((each) =>
      [...each.attributes].filter(({ name: key }) => /^on/i.test(key)).map(() => each.tagName),
    );
    const ids = all.flatMap(({ id }) => (id === '' ? [] : [id]));
    return [
      ...handlers,
      ...(new Set(ids).size < ids.length ? ['an id twice'] : []),
      ...[...document.querySelectorAll('button, input, .stage')]
        .filter((each) => !(each.getAttribute('aria-label') || each.textContent))
        .map((each) => each.outerHTML),
    ];
  });
  same(wrong, [], `${name}: what is wrong in the page`);
  const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g).length;
  isTrue(
    sheets >= (await sections.count()) && sheets <= (await sections.count()) + 2,
    `${name}: ${sheets} sheets on paper`,
  );
  same(said, [], `${name}: what the browser said`);
  await page.close();
}

/** A double click draws what a box represents one by one, where it was; `Enter` folds it again. */
async function testFolding(page, address, name) {
  await page.goto(`${address}#drawing-1`);
  const boxes = page.locator('section.shown g.foldable[data-kind="switch"]');
  if ((await boxes.count()) === 0) return;
  const ids = () =>
    page.locator('section.shown g[data-kind="switch"]').evaluateAll((all) => all.map((each) => each.dataset.id));
  const [before, at] = [await ids(), await boxes.first().boundingBox()];
  await page.mouse.dblclick(at.x + 12, at.y + 12);
  const unfolded = await settled(ids, (each) => each.length > before.length);
  const first = await boxes.first().boundingBox();
  isTrue(Math.abs(first.x - at.x) < 2 && Math.abs(first.y - at.y) < 2, `${name}: what is unfolded stays where it is`);
  await page.locator('section.shown .stage').focus();
  await page.keyboard.press('Enter');
  same(await settled(ids, (each) => each.length < unfolded.length), before, `${name}: folded again`);
  // The search finds what is not unfolded, and unfolds it.
  const inside = unfolded.find((each) => !before.includes(each));
  await page.keyboard.press('/');
  await page.keyboard.type(inside);
  await page.keyboard.press('Enter');
  isTrue((await settled(ids, (each) => each.includes(inside))).length > 0, `${name}: ${inside} is found and unfolded`);
  await page.keyboard.press('Escape');
}

async function testDark(context, address, name, folder) {
  const page = await context.newPage();
  await page.goto(address);
  same(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(18, 22, 28)', `${name}: dark`);
  const ground = await page
    .locator('section.shown svg > rect')
    .first()
    .evaluate((each) => getComputedStyle(each).fill);
  same(ground, 'rgb(18, 22, 28)', `${name}: the drawing in the dark`);
  await page.screenshot({ path: join(folder, `${name}-dark.png`) });
}

/** Without scripts all drawings are there, one below the other, and findings lead to theirs. */
async function testWithoutScripts(context, address, name) {
  const page = await context.newPage();
  await page.goto(address);
  for (const svg of await page.locator('section svg').all())
    isTrue(await svg.isVisible(), `${name}: a drawing without scripts`);
  same(await page.locator('.search').isVisible(), false, `${name}: a search without scripts`);
}

/** The value, once it is as it should be. */
async function settled(get, isRight) {
  for (let i = 0; i < 40; i++) {
    const value = await get();
    if (isRight(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it stays ${JSON.stringify(await get())}`);
}

const within = (a, b) =>
  a.x >= b.x - 1 && a.y >= b.y - 1 && a.x + a.width <= b.x + b.width + 1 && a.y + a.height <= b.y + b.height + 1;

function isTrue(value, what) {
  if (!value) throw new Error(what);
}

function same(got, wanted, what) {
  if (JSON.stringify(got) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
}
