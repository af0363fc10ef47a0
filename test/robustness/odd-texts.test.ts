// Texts that are odd but possible: strange names and line ends, sizes without limit, circles, imports that lead nowhere.
import type { Tested } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { pod } from '../kit/examples.ts';
import { sane, serious } from './sane.ts';

const rules = (tested: Tested): string[] => serious(tested).map((each) => each.rule);

describe('odd but possible', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('a thing called %s', async (name) => {
    const tested = await sane(`import "std/racks"
import "std/xpo"
switch type ${name} { power 1 kW  height 1 OU  ports ${name}[1..2] : XPO }
network ${name} : scale-out { switch ${name}[1..2] : ${name}  plug ${name} into ${name}[*].${name} }
template ${name}x(${name} = 2) { switch a[1..${name}] : ${name} }
rack r : OpenRackV3 { ${name} 3 W }
loop ${name}l { ${name} 3 }
view v { ${name} x }
require ${name}(${name}) >= 1 dB
allow ${name} because "x"
link ${name} to ${name} as ${name} over ${name} { ${name} 3 m }
`);
    expect(rules(tested)).toContain('property/unknown');
    expect(rules(tested)).toContain('require/fact');
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['tabs', (text: string) => text.replaceAll('    ', '\t')],
    ['a space at each end of line', (text: string) => text.replaceAll('\n', ' \n')],
    ['no empty lines', (text: string) => text.replaceAll(/\n+/g, '\n')],
    ['no comments', (text: string) => text.replaceAll(/\/\/.*|\/\*[^*]*\*\//g, '')],
    ['no end of the last line', (text: string) => text.trimEnd()],
    ['degC and x for ° and ×', (text: string) => text.replaceAll('°C', 'degC')],
  ])('the pod with %s is as clean as without', async (_, change) => {
    const tested = await sane(change(pod));
    expect(serious(tested)).toEqual([]);
    expect(tested.analysis.fabric.devices.count).toBe(152);
  });

  it('NUL characters are reported once and ignored', async () => {
    const tested = await sane(pod.replace('loop primary', 'loop \u0000\u0000 primary'));
    expect(rules(tested)).toEqual(['syntax/character']);
  });

  it('a line of a megabyte', async () => {
    const tested = await sane(`let a = 1 ${' '.repeat(1_000_000)} let b = a + c`);
    expect(rules(tested)).toContain('name/unknown');
    await sane(`/* ${'x'.repeat(1_000_000)} */`);
    await sane(`let a = "${'x'.repeat(1_000_000)}"`);
    await sane('x'.repeat(1_000_000));
  });

  it.each([
    ['braces', '{'],
    ['parentheses', 'let a = ('],
    ['brackets', 'switch a['],
    ['bodies', 'network a : scale-out { '],
    ['types', 'switch type X { '],
    ['sums', 'let a = 1 + ('],
  ])('nesting without end, of %s', async (_, opening) => {
    const tested = await sane(opening.repeat(20_000));
    expect(serious(tested).length).toBeGreaterThan(0);
  });

  it('an array of a billion, however it is put', async () => {
    const before = 'import "std/xpo"\nswitch type X { height 1 OU  power 1 kW  ports p[1..4] : XPO }\n';
    for (const text of [
      'switch a[1..1000000000] : X',
      'switch a[1..100000][1..100000] : X',
      'switch a[0..4294967296] : X',
      'switch a[1..1000000000, 3] : X',
      'template T(n) { switch s[1..n] : X }\nu[1..2] : T(1000000000)',
      'template T() { switch s[1..1000] : X }\nu[1..1000000] : T()',
      'switch type Y is X { ports q[1..1000000000] : XPO }\nswitch a[1..2] : Y',
    ]) {
      const tested = await sane(before + text);
      expect(rules(tested), text).toEqual(['value/too-large']);
    }
    expect(rules(await sane(`${before}switch a[1..8] : X\nlink a[1..1000000000].p to a[1].p`))).toEqual([
      'selection/no-such-index',
    ]);
    const module = 'module type M is Xpo { channels 1000000000 x 800GBASE-DR4 }\nswitch a : X\nplug M into a.p';
    expect(rules(await sane(before + module))).toEqual(['value/too-large']);
    const many = 'module type M is Xpo { channels 10000 x 800GBASE-DR4 }\nswitch a[1..1000] : X\nplug M into a[*].p';
    expect(rules(await sane(before + many))).toContain('value/too-large');
    const row = await sane('import "std/racks"\nrack r[1..2] : OpenRackV3 at row 1..1000000000');
    expect(serious(row)).toEqual([]);
  });
});

describe('circles', () => {
  it('of types', async () => {
    expect(rules(await sane('switch type A is A { power 1 kW }'))).toEqual(['type/cycle']);
    expect(rules(await sane('switch type A is B { }\nswitch type B is C { }\nswitch type C is A { }'))).toEqual([
      'type/cycle',
    ]);
  });

  it('of an instance whose type is its own member', async () => {
    const before = 'import "std/osfp"\nswitch type Box { height 2 RU  ports p[1..2] : OSFP }\n';
    expect(rules(await sane(`${before}switch box : box.p`))).toEqual(['name/unknown']);
    expect(rules(await sane('template T() { u : u.v }\nt : t.u'))).toEqual(['name/unknown', 'name/unknown']);
  });

  it('of templates', async () => {
    expect(rules(await sane('template T() { t[1..2] : T() }\nu[1..2] : T()'))).toEqual(['template/cycle']);
    expect(rules(await sane('template A() { b : B() }\ntemplate B() { a : A() }\nu : A()'))).toEqual([
      'template/cycle',
    ]);
  });

  it('of templates through their parameters', async () => {
    expect(rules(await sane('template T(t) { u : t(t) }\nv : T(T)'))).toEqual(['template/cycle']);
  });

  it('of constants', async () => {
    expect(rules(await sane('let a = a + 1\nimport "std/racks"\nrack r[1..a] : OpenRackV3'))).toEqual([
      'value/arithmetic',
    ]);
    expect(rules(await sane('let a = b\nlet b = a\nimport "std/racks"\nrack r[1..a] : OpenRackV3'))).toEqual([
      'value/arithmetic',
    ]);
  });

  it('of imports', async () => {
    expect(rules(await sane('import "./design"\nlet a = 1'))).toEqual(['import/cycle']);
    const found = await sane('import "./b"\nrack r : B', {
      'b.fabric': 'import "./design"\nrack type B { height 4 OU }',
    });
    expect([...new Set(rules(found))]).toEqual(['import/cycle']);
  });
});

describe('imports that lead nowhere', () => {
  it.each([
    ['./none', 'import/not-found'],
    ['./', 'import/not-found'],
    ['../../../../../../etc/passwd', 'import/not-found'],
    ['std/none', 'import/not-found'],
    ['std/', 'import/not-found'],
    ['std/../xpo', 'import/not-found'],
    ['none', 'import/path'],
    ['https://example.com/x', 'import/path'],
    ['/etc/passwd', 'import/path'],
    ['./%zz', 'import/not-found'],
    ['./a b?c#d', 'import/not-found'],
  ])('%s', async (path, rule) => {
    const tested = await sane(`import "${path}"\nrack r : Unheard { }`);
    expect(rules(tested)).toEqual([rule]);
  });
});
