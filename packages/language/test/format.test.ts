// The one style: what is written becomes what a careful person would have written.
import { describe, expect, it } from 'vitest';
import { becomes, formatted, stays } from './format-expected.ts';

describe('a body', () => {
  it('stays on one line, its properties two spaces apart', () =>
    becomes(
      'switch type A{height 1OU   power 3 kW}  feed B {capacity 1 MW} feed C { }\n',
      'switch type A { height 1 OU  power 3 kW }   feed B { capacity 1 MW }   feed C { }\n',
    ));
  it('over lines has four spaces, and its braces where they belong', () =>
    becomes(
      `
      network n : scale-out
      {
      switch leaf : A
        link leaf.a to leaf.b over OS2 { length 3 m
        connectors 2 x MPO16 } }
      `,
      `
      network n : scale-out {
          switch leaf : A
          link leaf.a to leaf.b over OS2 {
              length     3 m
              connectors 2 x MPO16
          }
      }
      `,
    ));
  it('keeps short statements on one line that the writer put there', () =>
    stays(`
      switch type A {
          height 1 OU  power 3 kW
          ports up[1..4] : XPO  ports down[1..4] : XPO
      }
      `));
  it('that does not fit its line is spread', () =>
    becomes(
      `
      switch type Leaf { height 2 RU  asic Tomahawk5  power 900 W  liquid 0 %  supplies 2 x 3 kW, n+1  ports up[1..8] : OSFP  ports down[1..8] : OSFP }
      `,
      `
      switch type Leaf {
          height   2 RU
          asic     Tomahawk5
          power    900 W
          liquid   0 %
          supplies 2 x 3 kW, n+1
          ports up[1..8]   : OSFP
          ports down[1..8] : OSFP
      }
      `,
    ));
  it('has no empty line at its ends, and one at most between statements', () =>
    becomes(
      'feed A {\n\n    capacity 1 MW\n\n}\n\n\n\nfeed B { }\n',
      'feed A {\n    capacity 1 MW\n}\n\nfeed B { }\n',
    ));
});

describe('columns', () => {
  it('of values and remarks', () =>
    becomes(
      `
      cdu type Row {
          capacity 1 MW source "a"
          flow 1500 L/min assumed "b" // measured
          approach 4 K // difference
          height 1 RU
      }
      `,
      `
      cdu type Row {
          capacity 1 MW          source "a"
          flow     1500 L/min    assumed "b"  // measured
          approach 4 K           // difference
          height   1 RU
      }
      `,
    ));
  it('stay where the writer put them, and new lines move there', () =>
    becomes(
      `
      module type Dr is Xpo {
          channels   16 x 800GBASE-DR4     // lanes
          interface  half-retimed          // retimed
          power   128 W  source "a"
      }
      `,
      `
      module type Dr is Xpo {
          channels   16 x 800GBASE-DR4     // lanes
          interface  half-retimed          // retimed
          power      128 W                 source "a"
      }
      `,
    ));
  it('of names and types of neighbours', () =>
    becomes(
      `
      network n {
          host node[1..64] : Node
          switch leaf[1..8] : Leaf
          plug A into leaf.*
          su[1..2] : Unit(64)
          last : Unit
      }
      rack net[1..2] : R at row 1 { fed by A }
      rack gpu[1..32] : R at row 2..5 { fed by A }
      switch type Leaf is S { ports up[1..4] : XPO  ports down[1..4] : XPO }
      switch type Spine is S { ports down[1..8] : XPO }
      view one "First" { of n }
      view other "The other" { of n }
      `,
      `
      network n {
          host   node[1..64] : Node
          switch leaf[1..8]  : Leaf
          plug A into leaf.*
          su[1..2] : Unit(64)
          last     : Unit
      }
      rack net[1..2]  : R at row 1    { fed by A }
      rack gpu[1..32] : R at row 2..5 { fed by A }
      switch type Leaf  is S { ports up[1..4] : XPO  ports down[1..4] : XPO }
      switch type Spine is S { ports down[1..8] : XPO }
      view one   "First"     { of n }
      view other "The other" { of n }
      `,
    ));
  it('of links and of bodies are the writer’s', () =>
    stays(`
      template U(hosts = 64) {
          host   node[1..hosts] : Node
          switch leaf[1..8]     : Leaf
          link   node.nic to leaf.down as rails       // a rail each
                 over OS2 { length 30 m  connectors 2 x MPO16 }
      }
      switch type Leaf  { height 2 RU  ports up[1..8]   : OSFP }
      switch type Spine { height 2 RU  ports down[1..8] : OSFP }
      `));
  it('of the words of a statement are the writer’s, and move together', () => {
    stays(`
      plug QsfpDd400Dr4 into a[*].p
      plug XpoUp        into c[*].up
      link a[*].p[17..32] to spine[*].p[1..8]   as mesh over OS2 { length 60 m  connectors 4 x MPO12 }
      link c[*].up[1..2]  to spine[*].p[41..44] as mesh over OS2 { length 60 m  connectors 4 x MPO16 }
      let a      = 1  // one
      let groups = 2  // two
      `);
    becomes(
      `
      plug QsfpDd400Dr4Breakout into a[*].p
      plug XpoUp        into c[*].up
      plug XpoDown      into c[*].down
      `,
      `
      plug QsfpDd400Dr4Breakout into a[*].p
      plug XpoUp                into c[*].up
      plug XpoDown              into c[*].down
      `,
    );
    stays(`
      plug XpoUp into c[*].up
      plug Osfp800Dr8 into b[*].p
      let a = 1
      let groups = 2
      `);
  });
  it('let a value that is too wide go on by itself', () =>
    stays(`
      optics type A {
          reach  500 m, 250 m on OS1a, 100 m on OM4  source "a"
          fibers 16             source "b"
          lanes  8              source "c"
      }
      `));
});

describe('lines of a statement', () => {
  it('go on one level deeper, or below the second word where the writer has it there', () =>
    becomes(
      `
      link a.up to b.down as mesh
      over OS2 { length 3 m }
      link a.up to b.down as mesh
           over OS2 { length 3 m }
      `,
      `
      link a.up to b.down as mesh
          over OS2 { length 3 m }
      link a.up to b.down as mesh
           over OS2 { length 3 m }
      `,
    ));
  it('that are broken for no reason are joined', () =>
    becomes('switch\n  type\nA\nis B\n{ power\n3 W }\n', 'switch type A is B {\n    power 3 W\n}\n'));
  it('that are too long are broken behind commas', () =>
    becomes(
      `
      coolant type P {
          density 1023.7 kg/m3 at 20 °C, 1021.5 kg/m3 at 25 °C, 1019.2 kg/m3 at 30 °C, 1016.8 kg/m3 at 35 °C, 1014.3 kg/m3 at 40 °C source "manual"
      }
      `,
      `
      coolant type P {
          density 1023.7 kg/m3 at 20 °C, 1021.5 kg/m3 at 25 °C, 1019.2 kg/m3 at 30 °C, 1016.8 kg/m3 at 35 °C,
                  1014.3 kg/m3 at 40 °C
                  source "manual"
      }
      `,
    ));
  it('start with the fiber before a body is spread', () => {
    const from = 'su[1].leaf[1].up[1], su[1].leaf[2].up[1]';
    becomes(
      `
      link ${from} to spine[1].down[1], spine[2].down[1] as pairs over OS2 { length 60 m  connectors 4 x MPO16 low-loss }
      `,
      `
      link ${from} to spine[1].down[1], spine[2].down[1] as pairs
          over OS2 { length 60 m  connectors 4 x MPO16 low-loss }
      `,
    );
  });
  it('hold a list in parentheses that the writer spread', () =>
    stays(`
      template Unit(
          hosts = 64,
          leafType = Leaf
      ) {
          host node[1..hosts] : Node
      }
      `));
});

describe('tokens', () => {
  it.each([
    ['power 12W', 'power 12 W'],
    ['liquid 85%', 'liquid 85 %'],
    ['supply 45   degC', 'supply 45 degC'],
    ['channels 16×800GBASE-DR4', 'channels 16 × 800GBASE-DR4'],
    ['channels 16  x  800GBASE-DR4', 'channels 16 x 800GBASE-DR4'],
    ['supplies 3 x 1.5kW,n+1', 'supplies 3 x 1.5 kW, n+1'],
    ['voltage 40 V .. 60 V', 'voltage 40 V..60 V'],
    ['return<=55°C', 'return <= 55 °C'],
    ['let a=(b+1)*2 -  c mod 4', 'let a = (b+1)*2 - c mod 4'],
    ['let a = b +1', 'let a = b + 1'],
    ['place a [ * ] , b in r[ 1 .. 2 ](many + 1) each', 'place a[*], b in r[1..2] (many + 1) each'],
    ['plug M into su [*] . leaf[1 , 3] .* , p . up[1] / 5', 'plug M into su[*].leaf[1, 3].*, p.up[1]/5'],
    ['require margin ( a ) >=1dB', 'require margin(a) >= 1 dB'],
    ['require power( a,b ) /accelerators<=2 *power( c ) / 3', 'require power(a, b) / accelerators <= 2 * power(c) / 3'],
    ['let x=power(a)/2 /  hosts', 'let x = power(a)/2 / hosts'],
    ['link a[i / 2] .p / 3 to b [1] / 4', 'link a[i / 2].p/3 to b[1]/4'],
    ['let x=power(a)/ 2', 'let x = power(a) / 2'],
    ['allow power / rack-budget because "  x"  on A', 'allow power/rack-budget because "  x" on A'],
    ['su[1..2][3]:Unit ( 64,kind=Leaf )', 'su[1..2][3] : Unit(64, kind = Leaf)'],
    ['link a to b as torus( 4,4 )', 'link a to b as torus(4, 4)'],
  ])('%s', (before, after) => expect(formatted(before)).toBe(`${after}\n`));

  it('that would become other tokens without a space keep it', () => {
    for (const text of ['plug M into a.up/ *\n', 'lanes 8\nm     5 W\n', 'plug M into 800G .up\n'])
      expect(formatted(text)).toBe(text);
  });
});

describe('repetition', () => {
  it('reads as one thing with what else there is', () =>
    becomes(
      `
      for i in 1..n,j in 1..m{
      if i!=j and(i + j) mod 2==0 {
      link a[i] to b[j]
      }
      else if i==1 { link a[1] as ring }
      else
      {
        leaf[3]{power 1.7kW}
      }
      }
      if a == 1 { feed A { } } else { feed B { } }
      `,
      `
      for i in 1..n, j in 1..m {
          if i != j and (i + j) mod 2 == 0 {
              link a[i] to b[j]
          } else if i == 1 { link a[1] as ring } else {
              leaf[3] { power 1.7 kW }
          }
      }
      if a == 1 { feed A { } } else { feed B { } }
      `,
    ));
});
