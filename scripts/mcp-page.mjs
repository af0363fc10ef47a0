// The generated part of docs/mcp.md: each tool with what it takes, and the resources, read from their definitions.
import { table } from './markdown.mjs';

const path = 'docs/mcp.md';

/** Writes the tools and the resources. */
export async function writeToolPage(files) {
  // Imported here: what reads `.fabric` files has to be in place first.
  const { tools } = await import('../packages/cli/src/mcp/tools/all-tools.ts');
  const { listResources } = await import('../packages/cli/src/mcp/resources/resources.ts');
  const { z } = await import('../packages/cli/src/mcp/sdk/sdk.ts');
  const sections = tools.map(({ name, description, takes }) => {
    const { properties = {} } = z.toJSONSchema(takes, { io: 'input' });
    const rows = Object.entries(properties).map(([argument, schema]) => [
      `\`${argument}\``,
      typeOf(schema),
      schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``,
      schema.description ?? '',
    ]);
    return [`### ${name}`, description, table(['argument', 'value', 'default', 'meaning'], rows)].join('\n\n');
  });
  files.writeBetween(path, 'tools', `\n${sections.join('\n\n')}\n`);
  const { resources } = await listResources();
  const [library, others] = [true, false].map((isOfLibrary) =>
    resources.filter(({ uri }) => uri.startsWith('lightloom://library/') === isOfLibrary),
  );
  const rows = [
    ...others.map(({ uri, title }) => [`\`${uri}\``, title]),
    ['`lightloom://rules/optics/loss-budget`', 'One rule with its reason, sources and example; so for each of them'],
    ['`lightloom://library/xpo`', `A file of the part library, here \`std/xpo\`; there are ${library.length}`],
  ];
  files.writeBetween(path, 'resources', table(['resource', 'what it is'], rows));
}

/** The values of an argument in a few words. */
function typeOf({ type, enum: choices, items, additionalProperties }) {
  if (choices !== undefined) return choices.map((each) => `\`${each}\``).join(', ');
  if (type === 'array') return `list of ${items.type}s`;
  return type === 'object' && typeof additionalProperties === 'object' ? 'object of texts' : type;
}
