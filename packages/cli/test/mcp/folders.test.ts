// What a server may read: its folders, whatever a path, a link, an import or a revision leads to.
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commit, git } from '../diff/repository.ts';
import { folder } from '../lightloom.ts';
import { connected } from './connected.ts';

const secret = 'switch type Secret { height 1 dB }\nswitch hidden : Secret\n';

/** A folder with one that may be read, and one beside it that may not. */
function world(): { readonly all: string; readonly pods: string } {
  const all = folder({
    'pods/pod.fabric': 'switch type Box { height 1 RU }\nswitch box : Box\n',
    'other/secret.fabric': secret,
    'pods-too/secret.fabric': secret,
    'other/prices.csv': 'part,price\n',
    'lightloom.json': '{ "rules": { "provenance": "error" } }',
  });
  return { all, pods: join(all, 'pods') };
}

describe('a path out of the folders', () => {
  it.each([
    ['../other/secret.fabric'],
    ['../pods-too/secret.fabric'],
    ['../other'],
    ['..'],
    ['../**/*.fabric'],
    ['pod.fabric/../../other/secret.fabric'],
    ['a[1]/../../other/secret.fabric'],
    ['/etc'],
    ['linked.fabric'],
    ['linked'],
    ['linked/secret.fabric'],
    ['linked/new.fabric'],
  ])('%s is refused by every tool', async (path) => {
    const { pods, all } = world();
    symlinkSync(join(all, 'other/secret.fabric'), join(pods, 'linked.fabric'));
    symlinkSync(join(all, 'other'), join(pods, 'linked'));
    const { call } = await connected([pods], { allowsWriting: true });
    const refused = {
      isError: true,
      text: `${path} is outside of the folders of this server. They are named when it starts: \`lightloom mcp FOLDER …\`.`,
    };
    expect(await call('check', { paths: [path] })).toMatchObject(refused);
    expect(await call('fix', { paths: [path], write: true })).toMatchObject(refused);
    expect(await call('explain', { file: path, name: 'Secret' })).toMatchObject(refused);
    expect(await call('render', { file: path })).toMatchObject(refused);
    expect(await call('render', { file: path, text: '' })).toMatchObject(refused);
    expect(await call('diff', { old: path, new: 'pod.fabric' })).toMatchObject(refused);
    expect(await call('diff', { old: 'pod.fabric', new: path, newText: '' })).toMatchObject(refused);
  });
});

describe('what a design leads to', () => {
  it('is not read outside: imports', async () => {
    const { pods } = world();
    const { call } = await connected([pods]);
    for (const path of ['../other/secret', '../other/nothing']) {
      const { text } = await call('check', { text: `import "${path}"\nswitch box : Secret\n` });
      expect(text).toContain('error[');
      expect(text).not.toContain('1 dB');
    }
  });

  it('is not read outside: files and folders that links in a folder lead to', async () => {
    const { pods, all } = world();
    symlinkSync(join(all, 'other/secret.fabric'), join(pods, 'linked.fabric'));
    symlinkSync(join(all, 'other'), join(pods, 'linked'));
    const { call } = await connected([pods]);
    const { text, document } = await call('check');
    expect(document['files']).toEqual(['pod.fabric']);
    expect(text).toContain('linked.fabric is outside of the folders of this server.');
    expect(text).not.toContain('1 dB');
    const imported = await call('check', { text: 'import "linked"\nimport "linked/secret"\n' });
    expect(imported.text).not.toContain('1 dB');
  });

  it('is not read outside: configurations and price books', async () => {
    const { pods, all } = world();
    const { call } = await connected([pods]);
    expect((await call('check')).document['summary']).toMatchObject({ errors: 0 });
    writeFileSync(join(pods, 'lightloom.json'), '{ "prices": "../other/prices.csv" }');
    expect((await call('check')).text).toContain('prices.csv');
    const { call: above } = await connected([all]);
    expect((await above('check', { paths: ['pods'] })).document['files']).toEqual(['pods/pod.fabric']);
  });

  it('is read in every folder of the server', async () => {
    const { pods, all } = world();
    const { call } = await connected([pods, join(all, 'other')]);
    const { document } = await call('check', { paths: ['.', '../other'] });
    expect(document['files']).toEqual(['../other/secret.fabric', 'pod.fabric']);
    const { text } = await call('check', { text: 'import "../other/secret"\n' });
    expect(text).toContain('1 dB');
  });
});

describe('a revision', () => {
  it('is read as far as the folders go, and links in it are not followed', async () => {
    const { pods, all } = world();
    symlinkSync('../other/secret.fabric', join(pods, 'linked.fabric'));
    git(all, 'init', '--quiet', '--initial-branch', 'main');
    commit(all);
    const { call } = await connected([pods]);
    expect((await call('diff', { old: 'HEAD:pods/pod.fabric', new: 'pod.fabric' })).document).toMatchObject({
      same: true,
    });
    expect((await call('diff', { old: 'HEAD:./pod.fabric', new: 'pod.fabric' })).document).toMatchObject({
      same: true,
    });
    for (const old of ['HEAD:other/secret.fabric', 'HEAD:./../other/secret.fabric', 'HEAD:other', 'HEAD:'])
      expect(await call('diff', { old, new: 'pod.fabric' })).toMatchObject({
        isError: true,
        text: expect.stringContaining('is outside of the folders that may be read.'),
      });
    rmSync(join(pods, 'linked.fabric'));
    const linked = await call('diff', { old: 'HEAD:pods/linked.fabric', new: 'pod.fabric' });
    expect(linked.text).toContain('HEAD:pods/linked.fabric → pod.fabric');
    expect(linked.text).not.toContain('hidden');
    const text = 'import "../other/secret"\nswitch box : Secret\n';
    writeFileSync(join(pods, 'pod.fabric'), text);
    commit(all);
    expect((await call('diff', { old: 'HEAD:pods/pod.fabric', newText: '' })).text).not.toContain('1 dB');
  });
});
