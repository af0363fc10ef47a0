// `npm run gallery`: a page of designs in all their views, to be looked at; before beside after where an older one is kept.
// `npm run gallery -- FILE…` draws those instead of the examples and of what was hard to draw. Written to `build/gallery`, with nothing to load from elsewhere.
import '../library-text.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'build', 'gallery');
const [now, before] = [join(folder, 'now'), join(folder, 'before')];

/** All designs in some folders and files. */
function designsIn(paths) {
  return paths.flatMap((path) =>
    path.endsWith('.fabric')
      ? [path]
      : readdirSync(path)
          .filter((name) => name.endsWith('.fabric'))
          .map((name) => join(path, name)),
  );
}

/** Draws every view of a design; gives the names of the pictures. */
async function drawAll(path) {
  const { draw, viewsOf } = await import('../../packages/language/src/session/index.ts');
  const { addressOfFile, openNodeSession } = await import('../../packages/language/src/node.ts');
  const { elkEngine } = await import('../../packages/diagram/src/index.ts');
  const { Worker } = createRequire(join(root, 'packages', 'diagram', 'package.json'))('elkjs/lib/elk-worker.min.js');
  const design = await openNodeSession().open(addressOfFile(path), readFileSync(path, 'utf8'));
  const pictures = [];
  for (const { id, title } of await viewsOf(design)) {
    const picture = await draw(design, id, { theme: 'light', engine: elkEngine(() => new Worker()) });
    const name = `${basename(path, '.fabric')}--${id.replace(/[^\w-]+/g, '-')}.svg`;
    writeFileSync(join(now, name), picture ?? '');
    pictures.push({ name, title });
  }
  return pictures;
}

const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.codePointAt(0)};`);

/** A picture, and the one before it where that looks different. */
function figure({ name, title }) {
  const old = join(before, name);
  const differs = existsSync(old) && readFileSync(old, 'utf8') !== readFileSync(join(now, name), 'utf8');
  const image = (kind) => `<a href="${kind}/${name}"><img loading="lazy" alt="" src="${kind}/${name}"></a>`;
  return `<figure><figcaption>${escaped(title)}</figcaption><div>${differs ? image('before') : ''}${image('now')}</div></figure>`;
}

const style = `body{font:15px system-ui;margin:2rem;background:#f4f5f7}figure{margin:0 0 2rem}figure div{display:flex;gap:1rem}
a{flex:1;min-width:0}img{width:100%;background:#fff;border:1px solid #ccc}figcaption{font-weight:600;margin:.4rem 0}`;

rmSync(before, { recursive: true, force: true });
if (existsSync(now)) renameSync(now, before);
mkdirSync(now, { recursive: true });
const asked = process.argv.slice(2);
const sections = [];
for (const path of designsIn(
  asked.length > 0
    ? asked.map((each) => resolve(each))
    : [join(root, 'examples'), join(root, 'test', 'cases', 'drawings')],
)) {
  const pictures = await drawAll(path);
  sections.push(`<h2>${escaped(basename(path))}</h2>${pictures.map(figure).join('')}`);
}
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style><h1>Gallery</h1>${sections.join('\n')}\n`,
);
console.log(`${sections.length} designs: ${join('build', 'gallery', 'index.html')}`);
process.exit(0);
