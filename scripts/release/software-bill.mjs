// The software bill of materials (SBOM) of a release: every package that is in its bundles, as CycloneDX JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { bundledPackages } from '../third-party-notices.mjs';

/**
 * The bill as text; two builds of the same sources give the same.
 * @throws when it breaks the schema of CycloneDX
 */
export async function softwareBill(root, version) {
  const licences = new Contrib.License.Factories.LicenseFactory();
  const component = (name, of, license) => {
    const parts = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
    const made = new Models.Component(Enums.ComponentType.Library, parts[2], {
      group: parts[1],
      version: of,
      bomRef: `${name}@${of}`,
      purl: `pkg:npm/${name.replace('@', '%40')}@${of}`,
    });
    if (license !== undefined) made.licenses.add(licences.makeFromString(license));
    return made;
  };
  const own = component('lightloom', version, 'MIT');
  own.type = Enums.ComponentType.Application;
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: own }) });
  const folders = new Set(['cli', 'extension'].flatMap((name) => bundledPackages(root, name)));
  for (const folder of [...folders].sort()) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const made = component(manifest.name, manifest.version, manifest.license);
    bom.components.add(made);
    own.dependencies.add(made.bomRef);
  }
  const text = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, {
    sortLists: true,
    space: 2,
  });
  const problem = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  if (problem !== null) throw new Error(`The bill of software breaks the schema: ${JSON.stringify(problem)}`);
  return `${text}\n`;
}
