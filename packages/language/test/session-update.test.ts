// A session that is told which files changed: what depends on them is worked out anew, and nothing else.
import { describe, expect, it } from 'vitest';
import { openSession } from '../src/index.ts';
import { memoryFiles } from '../src/session/index.ts';

const parts = 'rack type Rack { height 40 OU  power 10 kW }\n';
const hall = 'import "./parts"\nrack r[1..4] : Rack\n';

describe('a session', () => {
  it('reads again what has changed, and keeps what does not depend on it', async () => {
    const texts: Record<string, string> = {
      'file:///parts.fabric': parts,
      'file:///hall.fabric': hall,
      'file:///other.fabric': 'rack type Own { height 42 RU  power 5 kW }\nrack o : Own\n',
    };
    const session = openSession({ files: memoryFiles(texts) });
    const before = [await session.open('file:///hall.fabric'), await session.open('file:///other.fabric')] as const;
    expect(before[0].findings).toEqual([]);

    texts['file:///parts.fabric'] = parts.replace('Rack', 'Ghost');
    await session.update(['file:///parts.fabric']);
    const after = [await session.open('file:///hall.fabric'), await session.open('file:///other.fabric')] as const;
    expect(after[0].findings.map(({ rule }) => rule)).toEqual(['name/unknown']);
    expect(after[1]).toBe(before[1]);
    expect(session.textOf('file:///parts.fabric')).toContain('Ghost');

    texts['file:///parts.fabric'] = parts;
    await session.update(['file:///parts.fabric']);
    expect((await session.open('file:///hall.fabric')).findings).toEqual([]);
  });

  it('reads a configuration again', async () => {
    const texts: Record<string, string> = {
      'file:///p/lightloom.json': '{}',
      'file:///p/hall.fabric': `${parts.replace('OU', 'OU assumed "x"')}rack r : Rack\n`,
    };
    const session = openSession({ files: memoryFiles(texts) });
    const rules = async () => (await session.open('file:///p/hall.fabric')).findings.map(({ rule }) => rule);
    expect(await rules()).toEqual(['provenance/assumed']);
    texts['file:///p/lightloom.json'] = '{ "rules": { "provenance": "off" } }';
    await session.update(['file:///p/lightloom.json']);
    expect(await rules()).toEqual([]);
  });
});
