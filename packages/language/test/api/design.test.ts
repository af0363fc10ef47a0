// A design for a program: its reports in each format, and its phases.
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/api/public.ts';

const text = `import "std/racks"
switch type Box { height 1 RU  power 1 kW }
rack r[1..2] : Eia48
switch a[1..4] : Box
place a[*] in r[*] 2 each
phase day1 "First rack"
phase full adds a[3..4], r[2]
`;
const design = () => openSession().open('file:///designs/hall.fabric', text);

describe('a report', () => {
  it('is JSON, Markdown, or a page with drawings', async () => {
    const opened = await design();
    expect(JSON.parse(await opened.report())).toMatchObject({ file: 'hall.fabric', totals: { switches: 4 } });
    expect(await opened.report('md')).toMatch(/^# Design report: hall\.fabric/);
    const page = await opened.report('html');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page.match(/<figure>/g)?.length).toBeGreaterThan(1);
  });

  it('has the first rows of a long list and says so, or all of them', async () => {
    const types = Array.from(
      { length: 1001 },
      (_, i) => `switch type T${i} { height ${i + 1} mm }\nswitch s${i} : T${i}\n`,
    );
    const opened = await openSession().open('file:///many.fabric', types.join(''));
    const cut = JSON.parse(await opened.report());
    expect([cut.switches.length, cut.truncated]).toEqual([
      1000,
      expect.arrayContaining([{ list: 'switches and hosts', shown: 1000, of: 1001 }]),
    ]);
    const whole = JSON.parse(await opened.report('json', { full: true }));
    expect([whole.switches.length, whole.truncated]).toEqual([1001, undefined]);
    expect(await opened.report('md')).toContain('Left out: 1 of 1,001 switches and hosts');
  });
});

describe('a phase', () => {
  it('is a design of its own', async () => {
    const opened = await design();
    expect(opened.phases).toEqual([
      { name: 'day1', title: 'First rack' },
      { name: 'full', title: undefined },
    ]);
    expect([...opened.at('day1').devices()].map(({ name }) => name)).toEqual(['a[1]', 'a[2]']);
    expect(JSON.parse(await opened.at('day1').report())).toMatchObject({ totals: { switches: 2, racks: 1 } });
    expect(() => opened.at('day2')).toThrow('There is no phase `day2`. The phases are: day1, full.');
  });
});
