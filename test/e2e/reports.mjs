// Reports as people see them: opened in a browser, sorted from the keyboard, without scripts, in the dark, and printed to A4.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWatched } from './watched-page.mjs';

/** A design whose every name and text is a stranger's. */
const strangers =
  '<script>window.owned = 1</script><img src=x onerror=window.owned=1>" onmouseover="window.owned=1 </td></style> javascript:window.owned=1 https://evil.example \u202e';
export const hostile = `import "std/osfp"
/** ${strangers} */
switch type Evil { height 1 RU  power 1 kW assumed "${strangers.replaceAll('"', '\\"')}"  liquid 0 %  ports p[1..2] : OSFP }
switch evil[1..2] : Evil
plug Osfp800Dr8 into evil.p
link evil[1].p to evil[2].p over OS2 { length 700 m /* ${strangers} */  connectors 2 x MPO16 }
allow density/faceplate because "${strangers.replaceAll('"', '\\"')}"
require power(evil) <= 1 kW
view tree "${strangers.replaceAll('"', '\\"')}"
`;

/** A hall with too little flow and feeds that are too small. */
export const failing = (root) =>
  readFileSync(join(root, 'examples/liquid-hall.fabric'), 'utf8').replace(/flow [\d.]+ L\/min/, 'flow 900 L/min');

/** No two links are alike, so that their table takes several sheets. */
const long = `import "std/osfp"
switch type Box { height 2 RU  power 1 kW  ports p[1..12] : OSFP }
switch a[1..12] : Box
switch b[1..12] : Box
plug Osfp800Dr8 into a[*].p, b[*].p
for i in 1..12, j in 1..12 {
    link a[i].p[j] to b[j].p[i] over OS2 { length (i * 12 + j) * 1 m  connectors 2 x MPO16 }
}
`;

/** Makes the page of each design and looks at it. */
export async function testReports({ context, open }, root, { say, shots }) {
  const folder = join(shots, 'reports');
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'cli'], { cwd: root });
  writeFileSync(join(folder, 'hostile.fabric'), hostile);
  writeFileSync(join(folder, 'failing.fabric'), failing(root));
  writeFileSync(join(folder, 'long.fabric'), long);
  const designs = [
    ...['xpo-pod', 'liquid-hall', 'torus', 'scale-across'].map((name) => [name, join(root, `examples/${name}.fabric`)]),
    ...['failing', 'hostile', 'long'].map((name) => [name, join(folder, `${name}.fabric`)]),
  ];
  for (const [name, file] of designs) {
    const page = join(folder, `${name}.html`);
    execFileSync(
      process.execPath,
      [join(root, 'packages/cli/dist/lightloom.cjs'), 'report', file, '-f', 'html', '-o', page],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'ignore'],
      },
    );
    const address = String(pathToFileURL(page));
    await testPage(context, address, name, folder);
    const dark = await open({ colorScheme: 'dark' });
    await testContrast(dark, address, `${name}, dark`);
    const still = await open({ javaScriptEnabled: false });
    await testWithoutScripts(still, address, name);
    await Promise.all([dark.close(), still.close()]);
  }
  say(`ok ${designs.length} reports in a browser: sorted, dark, without scripts, on paper`);
}

/** Everything that a page does where scripts run. */
async function testPage(context, address, name, folder) {
  const { page, said } = await openWatched(context, address);
  const wrong = await page.evaluate(wrongIn);
  same(wrong, [], `${name}: what is wrong in the page`);
  await testSorting(page, name);
  await page.hover('h1');
  for (const cell of (await page.locator('code').all()).slice(0, 20)) if (await cell.isVisible()) await cell.hover();
  same(await page.evaluate(() => window.owned), undefined, `${name}: what a stranger's text did`);
  await contrastOf(page, name);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
  testPaper(pdf, name);
  if (name === 'long') testHeads(join(folder, `${name}.pdf`));
  same(said, [], `${name}: what the browser said`);
  await page.close();
}

/** Runs in the page: what a reader with a screen reader or a keyboard would miss, and what isn't ours. */
function wrongIn() {
  const wrong = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  for (const table of all('table')) {
    if (!table.caption?.textContent) wrong.push('a table without a caption');
    if (!table.tHead) wrong.push('a table without a head');
  }
  for (const head of all('thead th'))
    if (head.scope !== 'col' || !head.textContent) wrong.push('a head without a scope');
  for (const row of all('tbody tr')) if (row.cells[0].scope !== 'row') wrong.push('a row without a name');
  for (const region of all('.wide')) if (!region.getAttribute('aria-label')) wrong.push('a region without a name');
  for (const drawing of all('figure svg'))
    if (drawing.getAttribute('role') !== 'img' || !drawing.querySelector('title')?.textContent)
      wrong.push('a drawing without a name');
  const levels = all('h1, h2, h3').map(({ tagName }) => Number(tagName[1]));
  if (levels[0] !== 1 || levels.some((level, i) => i > 0 && level > levels[i - 1] + 1))
    wrong.push(`headings ${levels}`);
  const ids = all('[id]').map(({ id }) => id);
  if (new Set(ids).size < ids.length) wrong.push('an id that two elements have');
  for (const link of all('a'))
    if (!document.getElementById(link.getAttribute('href').slice(1))) wrong.push(`a link to ${link.href}`);
  if (all('script').length !== 1 || all('style').length !== 1) wrong.push('a script or style that is not ours');
  for (const each of all('img, iframe, object, embed, form, base, link, audio, video')) wrong.push(each.outerHTML);
  for (const each of all('*'))
    for (const { name } of each.attributes) if (/^on|^style$/i.test(name)) wrong.push(`${name} of ${each.tagName}`);
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('a page that is wider than its window');
  return wrong;
}

/** A head is reached by the keyboard; up, down, and back to the order of the report; unknown numbers last. */
async function testSorting(page, name) {
  const tables = page.locator('table[data-sorts]');
  for (let i = 0; i < (await tables.count()); i++) {
    const table = tables.nth(i);
    if (!(await table.isVisible())) continue;
    const numeric = table.locator('thead th.right');
    const head = ((await numeric.count()) > 0 ? numeric : table.locator('thead th')).first();
    const column = await head.evaluate((each) => each.cellIndex);
    const values = () =>
      table.evaluate(
        (each, at) => [...each.tBodies[0].rows].map((row) => row.cells[at].dataset.order ?? row.cells[at].textContent),
        column,
      );
    const written = await values();
    await head.locator('button').focus();
    const orders = [];
    for (const order of ['ascending', 'descending', null]) {
      await page.keyboard.press('Enter');
      same(await head.getAttribute('aria-sort'), order, `${name}: aria-sort of table ${i + 1}`);
      orders.push(await values());
    }
    const [up, down, back] = orders;
    same(back, written, `${name}: the order of table ${i + 1} is restored`);
    if ((await numeric.count()) === 0) continue;
    const known = written.filter((each) => each !== '').map(Number);
    if (known.some(Number.isNaN)) continue;
    const unknown = written.filter((each) => each === '');
    const sorted = known.toSorted((a, b) => a - b).map(String);
    same(up, [...sorted, ...unknown], `${name}: table ${i + 1}, ascending`);
    same(down, [...sorted.toReversed(), ...unknown], `${name}: table ${i + 1}, descending`);
  }
}

async function testContrast(context, address, name) {
  const page = await context.newPage();
  await page.goto(address);
  await contrastOf(page, name);
  const [paper] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor]);
  same(paper, 'rgb(18, 22, 28)', `${name}: its paper`);
}

/** Contrast of every text to its ground, as WCAG 2.2 defines it. */
async function contrastOf(page, name) {
  const low = await page.evaluate(() => {
    const channels = (color) => color.match(/[\d.]+/g).map(Number);
    const luminance = (color) => {
      const [r, g, b] = channels(color).map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element) => {
      for (let each = element; each !== null; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const found = [];
    for (const element of document.querySelectorAll('body :not(svg, svg *, script)')) {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue;
      const [a, b] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))].sort((x, y) => x - y);
      const contrast = (b + 0.05) / (a + 0.05);
      if (contrast < 4.5) found.push(`${element.textContent.slice(0, 30)}: ${contrast.toFixed(2)}`);
    }
    return found;
  });
  same(low, [], `${name}: contrast below 4.5`);
}

/** Without scripts everything is there; only sorting isn't. */
async function testWithoutScripts(context, address, name) {
  const page = await context.newPage();
  await page.goto(address);
  same(await page.locator('button').count(), 0, `${name}: buttons without scripts`);
  if ((await page.locator('main section h2').count()) < 5)
    throw new Error(`${name}: sections are missing without scripts`);
  for (const summary of await page.locator('summary').all()) {
    await summary.click();
    if (!(await summary.locator('xpath=..').locator('table').isVisible()))
      throw new Error(`${name}: a table stays folded`);
  }
}

/** Sheets of A4 across, in points. */
function testPaper(pdf, name) {
  const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
  if (boxes.length < 2) throw new Error(`${name}: ${boxes.length} sheets`);
  for (const box of boxes) {
    const [, , width, height] = box.match(/[\d.]+/g).map(Number);
    if (Math.abs(width - 841.9) > 1 || Math.abs(height - 595.3) > 1)
      throw new Error(`${name}: a sheet of ${width} × ${height} pt`);
  }
}

function same(got, wanted, what) {
  if (JSON.stringify(got) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
}

/** A table that goes on on the next sheet has its head there again. */
function testHeads(pdf) {
  const sheets = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  const rowsOn = (sheet) => sheet.match(/^ *a\[i\]\.p\[j\] to +pairs /gm)?.length ?? 0;
  const withRows = sheets.filter((each) => rowsOn(each) > 1);
  if (withRows.length < 3) throw new Error(`long: rows of links on ${withRows.length} sheets`);
  const headless = withRows.filter((each) => !/^ *Links +Pattern +From .*Margin/m.test(each));
  same(headless.length, 0, 'long: sheets with rows and no head');
}
