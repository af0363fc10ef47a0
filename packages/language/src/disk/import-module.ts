// Imports a module that isn't part of this program. A file of its own: bundles turn every other `import()` into a `require`.

/** Imports a module, which runs it. @param address as `file:///rules/acme.mjs` */
export function importModule(address: string): Promise<unknown> {
  return import(address);
}
