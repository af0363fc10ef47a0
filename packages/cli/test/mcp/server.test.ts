// The server: what it lists, what can be read, and bugs of ours.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { folder } from '../lightloom.ts';
import { connected } from './connected.ts';

describe('the list of tools', () => {
  it('has schemas of draft 2020-12, and says what each is for', async () => {
    const { client } = await connected([folder()]);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['check', 'diff', 'explain', 'fix', 'parts', 'render']),
    );
    for (const { inputSchema, outputSchema, description, title, name } of tools) {
      const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
      expect(() => ajv.compile(inputSchema), name).not.toThrow();
      expect(() => ajv.compile(outputSchema ?? {}), name).not.toThrow();
      expect(outputSchema?.type).toBe('object');
      for (const [argument, schema] of Object.entries(inputSchema.properties ?? {}))
        expect(schema, `${name} ${argument}`).toHaveProperty('description');
      expect([description?.length ?? 0, title?.length ?? 0].every((each) => each > 0)).toBe(true);
    }
  });

  it('says which of them write', async () => {
    const writing = async (allowsWriting: boolean): Promise<readonly string[]> => {
      const { client } = await connected([folder()], { allowsWriting });
      const { tools } = await client.listTools();
      return tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name);
    };
    expect(await writing(false)).toEqual([]);
    expect(await writing(true)).toEqual(['fix']);
  });

  it('has no other tools', async () => {
    const { client } = await connected([folder()]);
    await expect(client.callTool({ name: 'format', arguments: {} })).rejects.toThrow('There is no tool format.');
  });
});

describe('resources', () => {
  it('are all there to be read', async () => {
    const { client } = await connected([folder()]);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining(['lightloom://docs/language', 'lightloom://rules', 'lightloom://library/xpo']),
    );
    for (const { uri, mimeType } of resources) {
      const [content] = (await client.readResource({ uri })).contents;
      expect(content).toMatchObject({ uri, mimeType, text: expect.stringMatching(/.{40}/) });
    }
  });

  it('have a template for rules, whose ids are completed', async () => {
    const { client } = await connected([folder()]);
    const { resourceTemplates } = await client.listResourceTemplates();
    const uri = resourceTemplates[0]?.uriTemplate ?? '';
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri },
      argument: { name: 'id', value: 'loss-b' },
    });
    expect(completion.values).toEqual(['optics/loss-budget']);
    const { contents } = await client.readResource({ uri: uri.replace('{+id}', 'optics/loss-budget') });
    expect(contents).toMatchObject([{ text: expect.stringContaining('2 links lose 3.16 dB') }]);
  });

  it.each([
    'lightloom://docs/../../package',
    'lightloom://rules/no/such',
    'lightloom://library/../xpo',
    'file:///etc/passwd',
    'x',
  ])('%s is none', async (uri) => {
    const { client } = await connected([folder()]);
    await expect(client.readResource({ uri })).rejects.toThrow(`There is no resource ${uri}.`);
  });
});

describe('a bug of ours', () => {
  it('is reported as one, and the server goes on', async () => {
    const { call } = await connected([folder()], {
      jobs: { run: () => Promise.reject(new Error('out of paper')), close: async () => undefined },
    });
    const text = 'Lightloom failed: out of paper. This is a bug in Lightloom, not in your files; please report it.';
    expect(await call('check')).toMatchObject({ isError: true, text });
    expect(await call('parts')).toMatchObject({ isError: true, text });
  });
});
