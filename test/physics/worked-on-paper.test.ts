// Small designs whose right answer was worked out on paper first: all errors and warnings of each.
import { expect, it } from 'vitest';
import { findingsOf } from '../kit/design.ts';

/** What is right, and why; the design; what is reported. */
const worked: readonly (readonly [right: string, design: string, reported: readonly string[]])[] = [
  [
    '800G SR8 over 110 m of OM5 is too long, 95 m are not: OM5 is at least OM4, 100 m',
    `import "std/osfp"
switch type S { height 2 RU ports p[1..2] : OSFP }
network n : scale-out {
  switch a : S
  switch b : S
  plug Osfp800Sr8 into a.p, b.p
  link a.p[1] to b.p[1] over OM5 { length 110 m }
  link a.p[2] to b.p[2] over OM5 { length 95 m }
}
`,
    ['The link from n.a.p[1] to n.b.p[1] is 110 m long; 800GBASE-SR8 reaches 100 m on OM5.'],
  ],
  [
    '400ZR with amplifiers goes 120 km, and as far as 2,400 ps/nm: 110 km x 22 ps/nm·km are 2,420',
    `import "std/qsfp"
fiber type F { mode single-mode c-band-attenuation 0.18 dB/km attenuation 0.35 dB/km dispersion 22 ps/nm·km delay 5 ns/m }
amplifier type Edfa { gain 24 dB noise-figure 5 dB output-power 20 dBm }
optics type Known is 400ZR { transmit-osnr 36 dB }
module type Zr is QsfpDd400Zr { channels 1 x Known }
switch type R { height 2 RU ports line[1..2] : QSFP-DD { power 25 W } }
network n : scale-across {
  switch a : R
  switch b : R
  plug Zr into a.line, b.line
  link a.line[1] to b.line[1] over F { length 110 km amplifiers 2 x Edfa launch 2 dBm }
  link a.line[2] to b.line[2] over F { length 125 km amplifiers 2 x Edfa launch 2 dBm }
}
`,
    [
      'The link from n.a.line[1] to n.b.line[1] accumulates 2,420 ps/nm of dispersion; Known compensates 2,400 ps/nm.',
      'The link from n.a.line[2] to n.b.line[2] accumulates 2,750 ps/nm of dispersion; Known compensates 2,400 ps/nm.',
      'The link from n.a.line[2] to n.b.line[2] is 125 km long; Known reaches 120 km on F.',
    ],
  ],
  [
    'water of 60 °C: 60 kW / (100 L/min x 0.98320 kg/L x 4.185 kJ/kg·K) = 8.75 K; at 90 °C the table has no row',
    `import "std/racks"
import "std/cooling"
rack type L is OpenRackV3 { power 120 kW }
rack warm : L { cooled by w flow 100 L/min }
rack hot : L { cooled by h flow 100 L/min }
loop w { coolant Water supply 60 °C return <= 72 °C flow 100 L/min }
loop h { coolant Water supply 90 °C return <= 99 °C flow 100 L/min }
host type Node { height 30 OU power 60 kW liquid 100 % }
host a : Node
host b : Node
place a in warm
place b in hot
require rise(warm) <= 8.7 K
require rise(warm) <= 8.8 K
require rise(hot) <= 10 K
`,
    [
      'Coolant leaves warm at 68.75 °C; L tolerates 60 °C.',
      'Coolant leaves hot at 90 °C or more; L tolerates 60 °C.',
      "h supplies at 90 °C; the density of Water is given from 0 °C to 80 °C, so its temperatures aren't judged.",
      'rise(warm) is 8.75 K; <= 8.7 K is required.',
      "rise(hot) can't be checked: the table of Water does not reach 90 °C.",
    ],
  ],
  [
    'facility water of 40 °C and an approach of 3 K give no 42 °C; one of two CDUs of 2 MW is left for 2.5 MW, which rise 20.75 K',
    `import "std/racks"
import "std/cooling"
rack type L is OpenRackV3 { power 2600 kW busbar-voltage 800 V }
rack r : L { cooled by w flow 1800 L/min }
cdu c[1..2] : Deschutes
loop w { coolant PG25 supply 42 °C return <= 70 °C flow 1893 L/min facility 40 °C from c[*], n+1 }
host type Node { height 30 OU power 2500 kW liquid 100 % }
host a : Node
place a in r
`,
    [
      'Coolant leaves r at 62.75 °C; L tolerates 60 °C.',
      'The facility water of w is at 40 °C; its supply needs at most 39 °C.',
      'w carries 2.5 MW of heat; the remaining CDU (1 of 2) transfers 2 MW.',
    ],
  ],
  [
    '110 kW at 50 V are 2,200 A',
    `import "std/racks"
rack type B is OpenRackV3Hpr { power 120 kW }
rack r : B
host type N { height 20 OU power 110 kW liquid 0 % }
host a : N
place a in r
`,
    ['r draws 2,200 A from its busbar; the busbar connector is rated for 2,000 A.'],
  ],
  [
    'a CDU draws from its feed',
    `import "std/cooling"
import "std/racks"
feed A { capacity 15 kW }
cdu c : Xdu1350 { fed by A }
loop w { coolant PG25 supply 30 °C return <= 45 °C flow 1200 L/min from c }
rack type L is OpenRackV3 { power 60 kW }
rack r : L { cooled by w flow 60 L/min }
`,
    ['Feed A must carry 20.5 kW alone; its capacity is 15 kW.'],
  ],
  [
    'a booster of 20 dBm gives 20 - 10 log 96 = 0.18 dBm to each of 96 channels',
    `import "std/qsfp"
import "std/amplifiers"
amplifier type Edfa { gain 24 dB noise-figure 5 dB output-power 20 dBm }
optics type Known is 400ZR { transmit-osnr 36 dB }
module type Zr is QsfpDd400Zr { channels 1 x Known }
switch type R { height 2 RU ports line[1..2] : QSFP-DD { power 25 W } }
network n : scale-across {
  switch a : R
  switch b : R
  plug Zr into a.line, b.line
  link a.line[1] to b.line[1] over OS2 { length 60 km amplifiers 2 x Edfa launch 2 dBm channels 96 }
  link a.line[2] to b.line[2] over OS2 { length 60 km amplifiers 2 x Edfa launch 0 dBm channels 96 }
}
`,
    [
      'The link from n.a.line[1] to n.b.line[1] launches 2 dBm of each channel; Edfa delivers 0.18 dBm to each of 96 channels.',
    ],
  ],
  [
    'an allowance in the body of a link excuses that link',
    `import "std/osfp"
switch type S { height 2 RU ports p[1..2] : OSFP }
network n : scale-out {
  switch a : S
  switch b : S
  plug Osfp800Dr8 into a.p, b.p
  link a.p[1] to b.p[1] over OS2 { length 600 m allow optics/reach because "tested" }
  link a.p[2] to b.p[2] over OS2 { length 600 m }
}
`,
    ['The link from n.a.p[2] to n.b.p[2] is 600 m long; 800GBASE-DR8 reaches 500 m on OS2.'],
  ],
  [
    '10GBASE-BX10 U links with D, not with U',
    `import "std/fiber"
import "std/optics"
import "std/cages"
module type U { form-factor QSFP28 channels 1 x 10GBASE-BX10-U power 1 W }
module type D { form-factor QSFP28 channels 1 x 10GBASE-BX10-D power 1 W }
switch type S { height 1 RU ports p[1..2] : QSFP28 }
network n : scale-out {
  switch a : S
  switch b : S
  plug U into a.p, b.p[2]
  plug D into b.p[1]
  link a.p[1] to b.p[1] over OS2 { length 5 km }
  link a.p[2] to b.p[2] over OS2 { length 5 km }
}
`,
    ['The link from n.a.p[2] to n.b.p[2] connects 10GBASE-BX10-U at 1,270 nm to 10GBASE-BX10-U at 1,270 nm.'],
  ],
  [
    'a pad of 2 dB brings the 5.1 dBm of LR4 below the 3.5 dBm that FR4 tolerates',
    `import "std/qsfp"
import "std/optics"
switch type R { height 2 RU ports p[1..2] : QSFP-DD { power 14 W } }
panel type Pad2 { loss 2 dB }
network n : scale-out {
  switch a : R
  switch b : R
  plug QsfpDd400Lr4 into a.p
  plug QsfpDd400Fr4 into b.p
  link a.p[1] to b.p[1] over OS2 { length 100 m }
  link a.p[2] to b.p[2] over OS2 { length 100 m panels 1 x Pad2 }
}
`,
    [
      'The link from n.a.p[1] to n.b.p[1] delivers up to 5.06 dBm from 400G-LR4-10; 400GBASE-FR4 is damaged above 4.5 dBm.',
    ],
  ],
  [
    'each end of an active cable draws its power from the cage: 20 W of the 18 W of an OSFP',
    `import "std/osfp"
import "std/copper"
cable type Hot is AEC { power 20 W }
cable type Warm is AEC { power 18 W }
switch type S { height 2 RU ports p[1..2] : OSFP ports q : OSFP { power 22 W } }
network n : scale-out {
  switch a : S
  switch b : S
  link a.p[1] to b.p[1] over Hot { length 5 m }
  link a.p[2] to b.p[2] over Warm { length 5 m }
  link a.q to b.q over Hot { length 5 m }
}
`,
    ['Each end of Hot draws 20 W; its OSFP cage delivers 18 W.'],
  ],
  [
    'a cable with attached ends passes nothing on its way',
    `import "std/osfp"
import "std/copper"
switch type S { height 2 RU ports p[1..2] : OSFP }
network n : scale-out {
  switch a : S
  switch b : S
  link a.p[1] to b.p[1] over AOC { length 30 m connectors 2 x MPO12 splices 1 x FusionSplice }
  link a.p[2] to b.p[2] over AOC { length 30 m }
}
`,
    ['The link from n.a.p[1] to n.b.p[1] has `connectors` and `splices`; AOC is one piece from cage to cage.'],
  ],
  [
    '2N ends where both PDUs are behind one UPS, whatever each carries',
    `import "std/racks"
feed utility { capacity 500 kW }
ups A { capacity 300 kW efficiency 97 % fed by utility }
ups B { capacity 300 kW efficiency 97 % fed by utility }
pdu PA { capacity 300 kW efficiency 98 % fed by A }
pdu PB { capacity 300 kW efficiency 98 % fed by A }
pdu PC { capacity 300 kW efficiency 98 % fed by B }
rack type R is Eia42 { power 100 kW }
rack r[1..2] : R { fed by PA, PB }
rack s : R { fed by PA, PC }
rack t : R { fed by PA, PB, PC, n+1 }
`,
    ['The loss of UPS A takes more supplies of 3 loads (r[1], …) than their redundancy allows.'],
  ],
  [
    'UPSs that supply each other are named all, once, and nothing else is said of them',
    `import "std/racks"
ups A { capacity 100 kW efficiency 96 % fed by C }
ups B { capacity 100 kW efficiency 96 % fed by A }
ups C { capacity 100 kW efficiency 96 % fed by B }
ups D { capacity 100 kW efficiency 96 % fed by D, A }
rack r : Eia42 { fed by C }
`,
    ['A, B and C supply each other in a circle.', 'D supplies itself.'],
  ],
  [
    'a failure before its requirement is reported at `when`',
    'when any 1 of s fail require links(n) >= 4\n',
    ['`when` follows a requirement.'],
  ],
  [
    'hybrid cords join flat connectors (UPC) at modules with angled ones (APC) at panels: each pair mates in its own kind',
    `import "std/osfp"
connector type Upc is LC { end-face flat }
connector type Apc is LC { end-face angled }
switch type S { height 2 RU ports p[1..2] : OSFP }
switch a : S
switch b : S
module type M is Osfp2x400Fr4 { connector 2 x Upc }
plug M into a.p, b.p
link a.p[1] to b.p[1] over OS2 { length 20 m connectors 2 x Upc, 2 x Apc }
link a.p[2] to b.p[2] over OS2 { length 20 m connectors 2 x Apc }
`,
    ['2 links use Apc, which has an angled end face (a.p[2]/1 to b.p[2]/1, …); the modules have flat ones (PC, UPC).'],
  ],
  [
    'two racks of 60 L/min on a loop that gives no flow take 120 L/min, a third at least as much: a CDU of 100 L/min is too small',
    `import "std/racks"
import "std/cooling"
cdu type S { capacity 200 kW flow 100 L/min approach 4 K }
cdu c[1..2] : S
rack type L is OpenRackV3 { power 60 kW }
rack r[1..2] : L { cooled by w flow 60 L/min }
rack s : L { cooled by v flow 120 L/min }
rack t : L { cooled by v }
loop w { coolant PG25 supply 30 °C from c[1] }
loop v { coolant PG25 supply 30 °C from c[2] }
require flow(w) <= 119 L/min
`,
    [
      'w needs a flow of 120 L/min; its CDU delivers 100 L/min.',
      'v needs a flow of at least 120 L/min; its CDU delivers 100 L/min.',
      'flow(w) is 120 L/min; <= 119 L/min is required.',
    ],
  ],
  [
    'branches of 60 + 60 L/min leave nothing of 120 L/min for a third rack',
    `import "std/racks"
import "std/cooling"
rack type L is OpenRackV3 { power 60 kW }
rack r[1..2] : L
rack s : L { cooled by w }
loop w { coolant PG25 supply 30 °C return <= 45 °C flow 120 L/min branch a { parallel r[1] flow 60 L/min } branch b { parallel r[2] flow 60 L/min } }
host type Node { height 30 OU power 20 kW liquid 100 % }
host n : Node
place n in s
`,
    ['s gets no coolant flow for the heat of its devices.'],
  ],
];

it.each(worked)('%s', async (_, design, reported) => {
  expect((await findingsOf(design)).map(({ message }) => message)).toEqual(reported);
});
