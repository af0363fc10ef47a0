// What completion offers where a statement may start.
import type * as ast from '../generated/ast.ts';

export interface StatementSnippet {
  readonly type: ast.Statement['$type'];
  readonly label: string;
  readonly detail: string;
  /** With the stops of the protocol's snippets. */
  readonly snippet: string;
}

const snippets: readonly StatementSnippet[] = [
  { type: 'Import', label: 'import', detail: 'import a file or a library', snippet: 'import "${1:std/}"' },
  {
    type: 'TypeDeclaration',
    label: 'switch type',
    detail: 'a switch one buys',
    snippet: 'switch type ${1:Leaf} {\n\tasic   ${2:Tomahawk6}\n\theight ${3:1 OU}\n\tpower  ${4:1.5 kW}\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'host type',
    detail: 'a host one buys',
    snippet: 'host type ${1:Node} is ${2:Hgx8} {\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'module type',
    detail: 'a pluggable module',
    snippet: 'module type ${1:Name} is ${2:Xpo} {\n\tchannels ${3:16 x 800GBASE-DR4}\n\tpower    ${4:128 W}\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'rack type',
    detail: 'a rack',
    snippet: 'rack type ${1:Name} is ${2:OpenRackV3} {\n\tpower ${3:120 kW}\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'cdu type',
    detail: 'a coolant distribution unit',
    snippet: 'cdu type ${1:Name} {\n\tcapacity ${2:1 MW}\n\tflow     ${3:1500 L/min}\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'optics type',
    detail: 'a PMD',
    snippet: 'optics type ${1:Name} is ${2:800GBASE-DR4} {\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'cage type',
    detail: 'a form factor',
    snippet: 'cage type ${1:Name} {\n\tlanes     ${2:8}\n\tlane-rate ${3:100 Gbps}\n\tpower     ${4:18 W}\n\t$0\n}',
  },
  {
    type: 'TypeDeclaration',
    label: 'fiber type',
    detail: 'a cabled fiber',
    snippet: 'fiber type ${1:Name} is ${2:OS2} {\n\t$0\n}',
  },
  {
    type: 'Template',
    label: 'template',
    detail: 'a block to reuse',
    snippet: 'template ${1:Unit}(${2:size = 8}) {\n\t$0\n}',
  },
  { type: 'Let', label: 'let', detail: 'a constant', snippet: 'let ${1:name} = ${2:8}' },
  {
    type: 'Network',
    label: 'network',
    detail: 'a network',
    snippet: 'network ${1:backend} : ${2|scale-out,scale-up,scale-across,storage,management|} {\n\t$0\n}',
  },
  {
    type: 'Instance',
    label: 'switch',
    detail: 'switches one installs',
    snippet: 'switch ${1:leaf}[1..${2:8}] : ${3:Leaf}',
  },
  { type: 'Instance', label: 'host', detail: 'hosts one installs', snippet: 'host ${1:node}[1..${2:64}] : ${3:Node}' },
  {
    type: 'Instance',
    label: 'rack',
    detail: 'racks',
    snippet: 'rack ${1:net}[1..${2:2}] : ${3:OpenRackV3} at row ${4:1} { cooled by ${5:primary}  fed by ${6:A, B} }',
  },
  {
    type: 'Instance',
    label: 'loop',
    detail: 'a coolant loop',
    snippet:
      'loop ${1:primary} {\n\tcoolant ${2:PG25}\n\tsupply  ${3:40 °C}\n\treturn  <= ${4:55 °C}\n\tflow    ${5:1900 L/min}\n\tfrom    ${6:cdu[*], n+1}\n}',
  },
  {
    type: 'Instance',
    label: 'cdu',
    detail: 'coolant distribution units',
    snippet: 'cdu ${1:cdu}[1..${2:3}] : ${3:Deschutes}',
  },
  {
    type: 'Instance',
    label: 'branch',
    detail: 'racks that share a flow of the loop',
    snippet: 'branch ${1:east} { ${2|parallel,series|} ${3:net[1..4]}  flow ${4:120 L/min} }',
  },
  {
    type: 'Instance',
    label: 'hall',
    detail: 'the grid racks stand in',
    snippet: 'hall ${1:main} { rack-pitch ${2:600 mm}  row-pitch ${3:3 m}  tray-height ${4:2.6 m} }',
  },
  { type: 'Instance', label: 'feed', detail: 'an electrical feed', snippet: 'feed ${1:A} { capacity ${2:2.4 MW} }' },
  { type: 'Ports', label: 'ports', detail: 'a port group', snippet: 'ports ${1:down}[1..${2:4}] : ${3:XPO}' },
  { type: 'Plug', label: 'plug', detail: 'modules into cages', snippet: 'plug ${1:Module} into ${2:leaf[*].*}' },
  {
    type: 'Link',
    label: 'link',
    detail: 'links between ports',
    snippet:
      'link ${1:leaf[*].up} to ${2:spine[*].down} as ${3|mesh,rails,pairs|}\n\tover ${4:OS2} { length ${5:30 m}  connectors ${6:2 x MPO16} }',
  },
  {
    type: 'Link',
    label: 'link one side',
    detail: 'links among the devices of one side',
    snippet:
      'link ${1:router[*].fabric} as ${2|ring,full,torus(4\\, 4\\, 4),hyperx(8\\, 8),dragonfly(4\\, 2\\, 2),slimfly(5)|}\n\tover ${3:OS2} { length ${4:30 m}  connectors ${5:2 x MPO16} }',
  },
  {
    type: 'For',
    label: 'for',
    detail: 'a loop over numbers',
    snippet: 'for ${1:i} in 1..${2:8} {\n\t$0\n}',
  },
  {
    type: 'If',
    label: 'if',
    detail: 'what holds under a condition',
    snippet: 'if ${1:i} ${2|==,!=,<,<=,>,>=|} ${3:1} {\n\t$0\n}',
  },
  { type: 'Else', label: 'else', detail: 'what holds where the `if` before does not', snippet: 'else {\n\t$0\n}' },
  { type: 'Place', label: 'place', detail: 'devices into racks', snippet: 'place ${1:leaf[*]} in ${2:net[*]}' },
  {
    type: 'Require',
    label: 'require',
    detail: 'what must hold',
    snippet: 'require ${1|oversubscription,bisection,density,margin,headroom,temperature|}(${2:backend}) ${3:<= 1}',
  },
  {
    type: 'Allow',
    label: 'allow',
    detail: 'an exception with its reason',
    snippet: 'allow ${1:provenance/assumed} because "${2:reason}" on ${3:Name}',
  },
  {
    type: 'View',
    label: 'view',
    detail: 'a named drawing',
    snippet: 'view ${1:overview} "${2:Title}" { color by ${3|utilization,temperature,power,network|} }',
  },
];

/** Snippets for the statements a body takes. Of what is installed, a loop takes branches alone. */
export function statementSnippets(
  types: ReadonlySet<ast.Statement['$type']>,
  inLoop: boolean,
): readonly StatementSnippet[] {
  return snippets.filter(
    (each) => types.has(each.type) && (each.type !== 'Instance' || inLoop === (each.label === 'branch')),
  );
}
