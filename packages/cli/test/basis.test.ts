// `--basis typical` means the same to every command: facts, rules, reports, pictures and failures, and each says so.
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from './lightloom.ts';

// A box of 3 kW at the most and 2 kW typically, all of it to the coolant; two connectors of 1.6 dB at the most and 0.3 dB
// typically, of 3 dB. Four boxes draw 12 kW at the most, 8 kW typically, in a rack of 10 kW on feeds of 11 kW.
const text = `
import "std/racks"
import "std/cooling"
let boxes = 4
feed A { capacity 11 kW }
loop water { coolant PG25  supply 40 °C  return <= 55 °C  flow 10 L/min }
cage type Slot { lanes 1  lane-rate 100 Gbps  cooling air }
connector type Plug { fibers 2  loss 1.6 dB  typical-loss 0.3 dB }
fiber type Glass { mode single-mode  attenuation 0 dB/km  delay 5 ns/m }
optics type Light { mode single-mode  lanes 1  lane-rate 100 Gbps  fibers 2  channel-loss 3 dB  reach 500 m }
module type Pluggable { form-factor Slot  channels Light  power 0 W  typical-power 0 W }
rack type Rack is OpenRackV3 { power 10 kW }
switch type Box { height 1 OU  power 3 kW  typical-power 2 kW  liquid 100 %  ports p : Slot }
rack r : Rack { cooled by water  fed by A  flow 10 L/min }
network n : scale-out {
    switch box[1..boxes] : Box
    plug Pluggable into box.p
    link box[1..boxes div 2].p to box[boxes div 2 + 1..boxes].p over Glass { length 10 m  connectors 2 x Plug }
    place box in r
}
require power(r) <= 20 kW
`;
const run = async (command: string, ...options: string[]) =>
  lightloom([...command.split(' '), 'design.fabric', ...options], { cwd: folder({ 'design.fabric': text }) });
const typical = ['--basis', 'typical'];

describe('--basis typical', () => {
  it('reaches the rules', async () => {
    const rules = (out: string): string[] => [...out.matchAll(/error\[([^\]]+)\]/g)].map(([, id]) => id as string);
    expect(rules((await run('check')).out).sort()).toEqual([
      'cooling/return-temperature',
      'optics/loss-budget',
      'power/feed-budget',
      'power/rack-budget',
    ]);
    const { out, code } = await run('check', ...typical);
    expect(rules(out)).toEqual([]);
    expect(out).toContain('1 file checked, typical figures, ');
    expect(code).toBe(0);
  });

  // ΔT = Q ÷ (ρ cp V̇), PG25 at 40 °C: 1,014.3 kg/m³ and 3,960 J/kg·K (Airedale DeltaChill manual), 10 L/min.
  it('reaches heat and temperatures', async () => {
    const rise = (watts: number): number => watts / (1014.3 * 3960 * (10 / 60_000));
    const shown = async (...options: string[]): Promise<number> => {
      const { out } = await lightloom(['explain', 'design.fabric', 'water', ...options], {
        cwd: folder({ 'design.fabric': text }),
      });
      if (options.length > 0) expect(out).toMatch(/^Typical figures\.$/m);
      return Number(/^ {2}rise +([\d.]+) K/m.exec(out)?.[1]);
    };
    expect(await shown()).toBeCloseTo(rise(12_000), 1);
    expect(await shown(...typical)).toBeCloseTo(rise(8000), 1);
  });

  it('reaches the report, which states it', async () => {
    const { out } = await run('report', '--brief', ...typical);
    expect(out).toContain('> **Typical figures:**');
    expect(out).toMatch(/Power of all devices +\| +8 kW/);
  });

  it('reaches failures, which state it', async () => {
    expect((await run('fail', ...typical)).out).toContain('\nTypical figures.\n');
    const json = JSON.parse((await run('fail', '-f', 'json', ...typical)).out) as { basis: string };
    expect(json.basis).toBe('typical');
    expect((JSON.parse((await run('fail', '-f', 'json')).out) as { basis: string }).basis).toBe('worst-case');
  });

  it('reaches pictures, which state it', async () => {
    const drawn = (await run('render', '--view', 'racks', ...typical)).out;
    expect(drawn).toContain('typical figures');
    expect(drawn).toContain('8 kW');
    expect((await run('render', '--view', 'racks')).out).not.toContain('typical figures');
  });

  it('reaches tables: Markdown and JSON state it, and the standard error where CSV has no place for it', async () => {
    const read = async (...options: string[]) => {
      const { out } = await run('export cables', '-f', 'json', ...options);
      const { basis, rows } = JSON.parse(out) as { basis: string; rows: Record<string, unknown>[] };
      return [basis, rows[0]?.['loss-db']];
    };
    expect(await read()).toEqual(['worst-case', 3.2]);
    expect(await read(...typical)).toEqual(['typical', 0.6]);
    expect((await run('export cables', '-f', 'csv', ...typical)).err).toContain('note: Typical figures.');
    expect((await run('export cables', '-f', 'md', ...typical)).out).toContain('\nTypical figures.\n');
  });

  it('goes with values that are set, on every command', async () => {
    const set = ['--set', 'boxes=2', ...typical];
    expect((await run('fail', ...set)).out).toContain('Typical figures, with boxes = 2.');
    expect((await run('export bom', '-f', 'md', ...set)).out).toContain('Typical figures, with boxes = 2.');
    expect((await run('render', ...set)).out).toContain('with boxes = 2 · typical figures');
    expect((await run('check', ...set)).out).toContain('1 file checked with boxes = 2, typical figures');
  });

  it('is one of two', async () => {
    for (const command of ['check', 'report', 'fail', 'render', 'export bom'])
      expect((await run(command, '--basis', 'usual')).code, command).toBe(2);
  });
});
