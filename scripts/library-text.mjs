// Lets Node import what the bundler can: a `.fabric` file as its text, and a generated source by its name in `.js`.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    const generated = context.parentURL?.includes('/src/generated/') && /^\.\/.*\.js$/.test(specifier);
    return next(generated ? specifier.replace(/js$/, 'ts') : specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.fabric')) return next(url, context);
    const source = `export default ${JSON.stringify(readFileSync(fileURLToPath(url), 'utf8'))};`;
    return { format: 'module', source, shortCircuit: true };
  },
});
