// The snippets of each statement. Completion offers them where the statement may start.
import { networkKindChoice } from './network-kinds.ts';
import type { StatementType } from './statements.ts';

/** A snippet of one statement. */
export interface StatementSnippet {
  readonly label: string;
  /** What it inserts, in words. */
  readonly detail: string;
  /** What it inserts, with the tab stops of the protocol. */
  readonly lines: readonly string[];
  /** Whether it is for the body of a coolant loop, and no other. */
  readonly inCoolantLoop?: true;
}

/** The snippets of each statement; none for those that start with a name. */
export const statementSnippets: Readonly<Record<StatementType, readonly StatementSnippet[]>> = {
  Import: [{ label: 'import', detail: 'Another file, or a file of the part library', lines: ['import "$1"'] }],
  TypeDeclaration: [
    {
      label: 'switch type',
      detail: 'A switch type: chip, height, power, supplies, ports',
      lines: [
        'switch type ${1:Leaf} {',
        '\tasic     ${2:Tomahawk6}',
        '\theight   ${3:1 OU}',
        '\tpower    ${4:1.5 kW} ${5|assumed,source|} "${6:where the figure comes from}"',
        '\tliquid   ${7:85 %}',
        '\tsupplies ${8:3 x 1.5 kW, n+1}',
        '\tports    up[1..${9:4}]   : ${10:XPO}',
        '\tports    down[1..${11:4}] : ${10:XPO}',
        '}',
      ],
    },
    {
      label: 'host type',
      detail: 'A host type: adapters, power, liquid cooling',
      lines: [
        'host type ${1:Node} is ${2:Hgx8} {',
        '\tnic    ${3:ThorUltra}',
        '\tpower  ${4:14.5 kW} ${5|assumed,source|} "${6:where the figure comes from}"',
        '\tliquid ${7:85 %}',
        '}',
      ],
    },
    {
      label: 'module type',
      detail: 'A pluggable module: channels, interface, power',
      lines: [
        'module type ${1:Name} {',
        '\tform-factor ${2:XPO}',
        '\tchannels    ${3:16} x ${4:800GBASE-DR4}',
        '\tinterface   ${5|retimed,half-retimed,linear|}',
        '\tpower       ${6:128 W} ${7|source,assumed|} "${8:where the figure comes from}"',
        '}',
      ],
    },
    {
      label: 'rack type',
      detail: 'A rack type and its power',
      lines: ['rack type ${1:LiquidRack} is ${2|OpenRackV3,Eia42|} { power ${3:120 kW} }'],
    },
    {
      label: 'cdu type',
      detail: 'A coolant distribution unit',
      lines: ['cdu type ${1:Name} {', '\tcapacity ${2:1 MW}', '\tflow     ${3:1500 L/min}', '\t$0', '}'],
    },
    {
      label: 'optics type',
      detail: 'A PMD',
      lines: ['optics type ${1:Name} is ${2:800GBASE-DR4} {', '\t$0', '}'],
    },
    {
      label: 'cage type',
      detail: 'A form factor: lanes, lane rate, power',
      lines: [
        'cage type ${1:Name} {',
        '\tlanes     ${2:8}',
        '\tlane-rate ${3:100 Gbps}',
        '\tpower     ${4:18 W}',
        '\t$0',
        '}',
      ],
    },
    { label: 'fiber type', detail: 'A cabled fiber', lines: ['fiber type ${1:Name} is ${2:OS2} {', '\t$0', '}'] },
  ],
  Template: [
    {
      label: 'template',
      detail: 'A block that can be installed many times',
      lines: ['template ${1:Unit}(${2:size = 8}) {', '\t$0', '}'],
    },
  ],
  Let: [{ label: 'let', detail: 'A named value', lines: ['let ${1:name} = ${2:8}'] }],
  Network: [
    {
      label: 'network',
      detail: 'A network with its devices and links',
      lines: [`network \${1:backend} : \${2|${networkKindChoice}|} {`, '\t$0', '}'],
    },
  ],
  Instance: [
    {
      label: 'switch',
      detail: 'An array of switches',
      lines: ['switch ${1:leaf}[1..${2:8}] : ${3:Leaf}'],
    },
    {
      label: 'host',
      detail: 'An array of hosts',
      lines: ['host ${1:node}[1..${2:64}] : ${3:Node}'],
    },
    {
      label: 'rack',
      detail: 'A row of racks with their cooling and feeds',
      lines: [
        'rack ${1:net}[1..${2:2}] : ${3:OpenRackV3} at row ${4:1} { cooled by ${5:primary}  fed by ${6:A, B}  flow ${7:40 L/min} }',
      ],
    },
    {
      label: 'loop',
      detail: 'A coolant loop',
      lines: [
        'loop ${1:primary} {',
        '\tcoolant ${2:PG25}',
        '\tsupply  ${3:40 °C}',
        '\treturn  <= ${4:55 °C}',
        '\tflow    ${5:1900 L/min}',
        '\tfrom    ${6:cdu}[*], n+1',
        '}',
      ],
    },
    { label: 'cdu', detail: 'An array of CDUs', lines: ['cdu ${1:cdu}[1..${2:3}] : ${3:Deschutes}'] },
    {
      label: 'branch',
      detail: 'Racks that share a flow of the loop',
      inCoolantLoop: true,
      lines: ['branch ${1:east} { ${2|parallel,series|} ${3:net[1..4]}  flow ${4:120 L/min} }'],
    },
    {
      label: 'hall',
      detail: 'The grid of racks and the cable tray',
      lines: ['hall ${1:main} { rack-pitch ${2:600 mm}  row-pitch ${3:3 m}  tray-height ${4:2.6 m} }'],
    },
    { label: 'feed', detail: 'An electrical feed', lines: ['feed ${1:A} { capacity ${2:2.4 MW} }'] },
    {
      label: 'ups',
      detail: 'An uninterruptible power supply',
      lines: ['ups ${1:U1} { capacity ${2:1.2 MW}  efficiency ${3:97 %} }'],
    },
    {
      label: 'pdu',
      detail: 'A power distribution unit',
      lines: ['pdu ${1:P1} { capacity ${2:600 kW}  efficiency ${3:98.5 %} }'],
    },
  ],
  TemplateInstance: [],
  Override: [],
  Ports: [{ label: 'ports', detail: 'A group of equal cages', lines: ['ports ${1:down}[1..${2:4}] : ${3:XPO}'] }],
  Plug: [
    {
      label: 'plug',
      detail: 'Modules in cages',
      lines: ['plug ${1:Module} into ${2:leaf[*].*}, ${3:spine[*].*}'],
    },
  ],
  Link: [
    {
      label: 'link',
      detail: 'Links between ports, with their fiber',
      lines: [
        'link ${1:leaf[*].up} to ${2:spine[*].down} as ${3|mesh,rails,pairs|}',
        '\tover ${4:OS2} { length ${5:60 m}  connectors ${6:4} x ${7:MPO16} ${8:low-loss} }',
      ],
    },
    {
      label: 'link one side',
      detail: 'Links among the devices of one side',
      lines: [
        'link ${1:router[*].fabric} as ${2|ring,full,torus(4\\, 4\\, 4),hyperx(8\\, 8),dragonfly(4\\, 2\\, 2),slimfly(5)|}',
        '\tover ${3:OS2} { length ${4:30 m}  connectors ${5:2 x MPO16} }',
      ],
    },
  ],
  Place: [
    {
      label: 'place',
      detail: 'Devices in racks',
      lines: ['place ${1:node[*]} in ${2:gpu[*]} ${3:4} each'],
    },
  ],
  For: [
    {
      label: 'for',
      detail: 'Statements for each number of a range',
      lines: ['for ${1:i} in 1..${2:8} {', '\t$0', '}'],
    },
  ],
  If: [
    {
      label: 'if',
      detail: 'Statements under a condition',
      lines: ['if ${1:i} ${2|==,!=,<,<=,>,>=|} ${3:1} {', '\t$0', '}'],
    },
  ],
  Else: [{ label: 'else', detail: "Statements where the condition doesn't hold", lines: ['else {', '\t$0', '}'] }],
  Require: [
    {
      label: 'require',
      detail: 'A limit that must be kept',
      lines: [
        'require ${1|oversubscription,margin,bisection,headroom,temperature,density|}(${2:backend}) ${3|<=,>=|} ${4:1}',
      ],
    },
  ],
  Allow: [
    {
      label: 'allow',
      detail: 'An allowed finding, with the reason',
      lines: ['allow ${1:provenance/assumed} because "${2:reason}" on ${3:Name}'],
    },
  ],
  View: [
    {
      label: 'view',
      detail: 'A named drawing',
      lines: [
        'view ${1:overview} "${2:At a glance}" { of ${3:net}  color by ${4|utilization,temperature,power,network,rail|} }',
      ],
    },
  ],
  Phase: [
    {
      label: 'phase',
      detail: 'A step of growth',
      lines: ['phase ${1:second} "${2:Second row}" adds ${3:su[3..4]}'],
    },
  ],
  Property: [],
};
