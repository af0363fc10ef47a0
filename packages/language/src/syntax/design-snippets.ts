// Snippets of more than one statement, which completion offers at the top of a file.
import { networkKindChoice } from './network-kinds.ts';

/** A snippet of more than one statement. */
export interface DesignSnippet {
  readonly prefix: string;
  /** What it inserts, in words. */
  readonly detail: string;
  /** What it inserts, with the tab stops of the protocol. */
  readonly lines: readonly string[];
}

export const designSnippets: readonly DesignSnippet[] = [
  {
    prefix: 'design',
    detail: 'A small leaf-spine design without findings: parts, racks, network, requirements, view',
    lines: [
      '/** ${1:A network of 256 accelerators.} */',
      'import "std/osfp"',
      'import "std/switches"',
      'import "std/hosts"',
      'import "std/fiber"',
      '',
      'switch type Leaf {',
      '\tasic     Tomahawk5',
      '\theight   2 RU',
      '\tpower    900 W             assumed "${2:no data sheet yet}"',
      '\tliquid   0 %',
      '\tsupplies 2 x 3 kW, n+1',
      '\tports    up[1..32]   : OSFP',
      '\tports    down[1..32] : OSFP',
      '}',
      'switch type Spine is Leaf',
      '',
      'host type Node is Hgx8 {',
      '\tnic      ThorUltra',
      '\tpower    14.5 kW           assumed "${3:no data sheet yet}"',
      '\tliquid   0 %',
      '}',
      'rack type Rack is Eia42 { power 70 kW }',
      '',
      'feed A { capacity 1 MW }',
      'feed B { capacity 1 MW }',
      'rack net[1..2] : Rack at row 1 { fed by A, B }',
      'rack gpu[1..8] : Rack at row 2 { fed by A, B }',
      '',
      `network \${4:backend} : \${5|${networkKindChoice}|} {`,
      '\thost   node[1..32] : Node',
      '\tswitch leaf[1..8]  : Leaf',
      '\tswitch spine[1..8] : Spine',
      '',
      '\tplug Osfp800Dr8 into node[*].nic[*], leaf[*].*, spine[*].*',
      '',
      '\tlink node[*].nic[*] to leaf[*].down as rails',
      '\t\tover OS2 { length 30 m  connectors 2 x MPO16 low-loss }',
      '\tlink leaf[*].up to spine[*].down as mesh',
      '\t\tover OS2 { length 50 m  connectors 4 x MPO16 low-loss }',
      '',
      '\tplace leaf[*], spine[*] in net[*]',
      '\tplace node[*] in gpu[*] 4 each',
      '}',
      '',
      'require oversubscription(${4:backend}) <= 1',
      'require margin(${4:backend}) >= 0.5 dB',
      '',
      'view overview "${6:At a glance}" { color by utilization }',
    ],
  },
  {
    prefix: 'plant',
    detail: 'A coolant loop with its CDUs, and two feeds',
    lines: [
      'cdu ${1:cdu}[1..${2:3}] : ${3:Deschutes}',
      'loop ${4:primary} {',
      '\tcoolant ${5:PG25}',
      '\tsupply  ${6:40 °C}',
      '\treturn  <= ${7:55 °C}',
      '\tflow    ${8:1900 L/min}',
      '\tfrom    ${1:cdu}[*], n+1',
      '}',
      'feed A { capacity ${9:2.4 MW} }',
      'feed B { capacity ${9:2.4 MW} }',
    ],
  },
  {
    prefix: 'unit',
    detail: 'A scalable unit: hosts and leaves, linked rail by rail',
    lines: [
      'template ${1:ScalableUnit}(hosts = ${2:64}, leafType = ${3:Leaf}) {',
      '\thost   node[1..hosts] : ${4:Node}',
      '\tswitch leaf[1..${5:8}] : leafType',
      '\tlink   node[*].nic[*] to leaf[*].down as rails',
      '\t\tover ${6:OS2} { length ${7:30 m}  connectors ${8:2} x ${9:MPO16} }',
      '}',
    ],
  },
  {
    prefix: 'leaf-spine',
    detail: 'A network of scalable units and spines',
    lines: [
      `network \${1:backend} : \${2|${networkKindChoice}|} {`,
      '\tsu[1..${3:2}] : ${4:ScalableUnit}(${5:64})',
      '\tswitch spine[1..${6:8}] : ${7:Spine}',
      '',
      '\tplug ${8:Module} into su[*].leaf[*].*, spine[*].*',
      '',
      '\tlink su[*].leaf[*].up to spine[*].down as mesh',
      '\t\tover ${9:OS2} { length ${10:60 m}  connectors ${11:4} x ${12:MPO16} low-loss }',
      '}',
    ],
  },
  {
    prefix: 'requirements',
    detail: 'Limits for a network, a loop and racks',
    lines: [
      'require oversubscription(${1:backend}) <= ${2:1}',
      'require margin(${1:backend}) >= ${3:1 dB}',
      'require bisection(${1:backend}) >= ${4:50 %} of full when any ${5:1} of ${6:spine} fail',
      'require headroom(${7:primary}) >= ${8:10 %}',
      'require density(${9:net}) >= ${10:80 Tbps/OU}',
    ],
  },
  {
    prefix: 'doc',
    detail: 'The documentation of the declaration below it',
    lines: ['/** ${1:What it is.} */'],
  },
];
