// Four small designs, and every kind of document about each: what all formats are printed from.
import {
  allFigurePairs,
  allRules,
  diffOf,
  explainFigure,
  explainSelector,
  explainVerdict,
  type Filling,
  failureSweep,
  fingerprintsOf,
  type PartRow,
  type Plan,
  reportOf,
  tableExports,
  verdictsOf,
} from '@lightloom/core';
import {
  draw,
  fillDesign,
  libraryParts,
  memoryFiles,
  openSession,
  planNetworks,
  problemKinds,
  viewsOf,
} from '@lightloom/language';
import { analyzeText, type Tested } from '@lightloom/language/testing';
import {
  countFindings,
  type DocumentKind,
  diffDocument,
  failuresDocument,
  figuresDocument,
  fillingDocument,
  findingsDocument,
  type Picture,
  partsDocument,
  planDocument,
  referenceDocument,
  reportDocument,
  ruleDocument,
  ruleListDocument,
  type Sources,
  sourceTextOf,
  tableDocument,
} from '../src/index.ts';

const pair = (medium: string, more = ''): string => `import "std/osfp"
import "std/racks"
import "std/cooling"
feed A { capacity 20 kW }
loop water { coolant PG25  supply 40 °C  return <= 60 °C  flow 40 L/min }
rack r : OpenRackV3 { cooled by water  fed by A }
switch type Box { height 2 RU  power 3 kW  liquid 80 %  ports p[1..4] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { ${medium} }
    place a, b in r
}
${more}`;

/** What a stranger may write: HTML, a remote image, a link, a mention, and something that leaves code. */
const strangers =
  '<img src=x> ![](https://evil.example/p.png) [a](https://evil.example) @all `` ` | \u202e \u2066 </td>';

/** Designs by what is wrong with them. */
export const scenarios: Readonly<Record<string, string>> = {
  clean: pair(
    'length 30 m  connectors 2 x MPO16',
    'let share = power(a, b) / power(r)\nrequire margin(n) >= 1 dB\nrequire power(r) <= 12 kW\nrequire share <= 1 + power(a) / power(r)\n',
  ),
  warnings: pair('length 30 m  connectors 2 x MPO16', 'allow optics/reach because "not yet"\n'),
  // Too much loss, with the places that belong to it; a misspelt name, which can be fixed; a requirement that fails.
  errors: pair('length 400 m  connectors 4 x MPO16', 'switch c : Bxo\nrequire power(r) <= 2 kW\n'),
  // Texts that would steer a terminal, leave a cell of a table, load an image, run in a spreadsheet, or be wider than they look.
  hostile: pair(
    'length 400 m  connectors 4 x MPO16',
    `switch type Evil { height 1 RU  power 1 kW assumed "\u001b[31m | \`x\` \u202e 漢字 👩‍💻"  reference "=1+1, \\"a|b\\""  liquid 0 % }
switch type Worse { height 2 RU assumed "x\u009b31m \\\\|<b>"  power 1 kW assumed "${strangers}"  reference " =1+1"  liquid 0 % }
switch \u001b evil : Evil\tx
switch evil : Evil
switch worse : Worse
require power(r) <= 1 kW /* ${strangers} */
allow density/faceplate because "${strangers}"
`,
  ),
};

/** A design that was analyzed. */
interface Design extends Tested {
  readonly parts: readonly PartRow[];
  readonly pictures: readonly Picture[];
  /** The clean design, to compare with. */
  readonly clean: Tested;
  /** Networks of any hosts, and of more than there can be. */
  readonly plans: { readonly striped: Plan; readonly none: Plan };
  /** A design with holes that can be filled, and one with holes that can't. */
  readonly fillings: { readonly filled: Filling; readonly conflict: Filling };
}

/** A kind of document, and how it is built from a design. `example` names the variant where there are several. */
export interface Sample {
  readonly kind: DocumentKind<never>;
  readonly example: string;
  readonly of: (design: Design) => unknown;
}

function sample<T>(kind: DocumentKind<T>, example: string, of: (design: Design) => T): Sample {
  return { kind, example, of };
}

const partsNamed = ({ parts }: Design, pattern: RegExp): PartRow[] => parts.filter(({ name }) => pattern.test(name));
const checked = ({ analysis }: Design, derivations: 'short' | 'whole') => ({
  files: ['design.fabric'],
  findings: analysis.findings,
  suppressed: [],
  fabrics: new Map(analysis.findings.map((each) => [each, analysis.fabric])),
  designs: new Map(analysis.findings.map((each) => [each, ['design.fabric']])),
  fingerprints: new Map(analysis.findings.map((each) => [each, fingerprintsOf(analysis.fabric).fingerprint(each)])),
  topics: new Map(allRules.map((each) => [each.id, each])),
  version: '1.2.3',
  counts: countFindings(analysis.findings),
  judged: [{ design: 'design.fabric', judged: analysis.judged }],
  unreadable: 0,
  settings: [],
  basis: analysis.facts.basis,
  derivations,
});
const reported = ({ analysis, pictures }: Design, detail: 'brief' | 'full') => ({
  path: 'design.fabric',
  findings: analysis.findings,
  fabric: analysis.fabric,
  judged: analysis.judged,
  report: reportOf(analysis.facts),
  mostRows: 1000,
  detail,
  pictures: detail === 'full' ? pictures : [],
  date: detail === 'full' ? '2026-11-30' : undefined,
});

const comparedSide = ({ analysis, services }: Pick<Design, 'analysis' | 'services'>, path: string) => ({
  path,
  textErrors: analysis.findings.filter(
    ({ rule, severity }) => severity === 'error' && Object.hasOwn(problemKinds, rule),
  ).length,
  sources: sourcesOf({ services }),
});
const compared = (before: Tested, after: Tested, isWhole = false) => {
  const diff = diffOf(before.analysis, after.analysis);
  const facts = isWhole ? allFigurePairs(diff.matching, diff.before, diff.after) : undefined;
  return {
    pairs: [{ before: comparedSide(before, 'old.fabric'), after: comparedSide(after, 'new.fabric'), diff, facts }],
    settings: [],
    basis: 'worst-case' as const,
  };
};

/** A document of every kind. A new kind of document gets a line here. */
export const samples: readonly Sample[] = [
  sample(findingsDocument, 'short', (design) => checked(design, 'short')),
  sample(findingsDocument, 'whole', (design) => checked(design, 'whole')),
  sample(reportDocument, 'full', (design) => reported(design, 'full')),
  sample(reportDocument, 'brief', (design) => reported(design, 'brief')),
  sample(failuresDocument, '', ({ analysis: { facts } }) => ({
    path: 'design.fabric',
    facts,
    sweep: failureSweep(facts),
  })),
  sample(diffDocument, 'there', (design) => compared(design.clean, design)),
  sample(diffDocument, 'back', (design) => compared(design, design.clean)),
  sample(diffDocument, 'facts', (design) => compared(design.clean, design, true)),
  sample(figuresDocument, 'water', ({ analysis: { facts } }) => ({
    path: 'design.fabric',
    explanations: [
      ...(explainSelector(facts, 'water') ?? []),
      ...facts.fabric.figures.map((each) => explainFigure(facts, each)),
      ...verdictsOf(facts).map(explainVerdict),
    ],
    facts,
  })),
  ...tableExports.map((table) =>
    sample(tableDocument, table.name, ({ analysis: { facts, findings } }) => ({
      path: 'design.fabric',
      counts: countFindings(findings),
      table,
      facts,
    })),
  ),
  sample(partsDocument, 'several', (design) => partsNamed(design, /^QM9/)),
  sample(partsDocument, 'one', (design) => partsNamed(design, /^QM9700$/)),
  sample(referenceDocument, '', () => ({
    word: 'link',
    meanings: [
      { is: 'a keyword', doc: 'Connects ports.', form: 'link PORTS to PORTS { … }' },
      {
        is: 'what has these properties',
        doc: 'The passive path of a link.',
        entries: [
          { name: 'length', doc: 'Length of the fiber or cable.' },
          { name: 'a name that is wider than the column of names', doc: 'Its line is below it.' },
        ],
      },
    ],
  })),
  sample(planDocument, 'striped', ({ plans }) => plans.striped),
  sample(planDocument, 'none', ({ plans }) => plans.none),
  sample(fillingDocument, 'filled', ({ fillings }) => ({ path: 'design.fabric', filling: fillings.filled })),
  sample(fillingDocument, 'conflict', ({ fillings }) => ({ path: 'design.fabric', filling: fillings.conflict })),
  sample(ruleListDocument, '', () => allRules.slice(0, 3)),
  sample(ruleDocument, '', () => ({
    ...(allRules.find(({ id }) => id === 'power/module-over-cage') ?? (allRules[0] as never)),
    says: ['error[power/module-over-cage]: Hot draws 420 W; its XPO cage gives 400 W.'],
  })),
];

/** Analyzes a scenario. */
export async function designOf(scenario: string): Promise<Design> {
  const parts = await libraryParts();
  const clean = await analyzeText(scenarios['clean'] ?? '');
  const tested = await analyzeText(scenarios[scenario] ?? '');
  plansOfAll ??= plansOf();
  fillingsOfAll ??= fillingsOf();
  return {
    ...tested,
    parts,
    clean,
    plans: await plansOfAll,
    fillings: await fillingsOfAll,
    pictures: await picturesOf(tested),
  };
}

/** The drawing of its first view, which names what a stranger may have named. */
async function picturesOf({ analysis }: Tested): Promise<Picture[]> {
  const [view] = await viewsOf(analysis);
  const svg = view === undefined ? undefined : await draw(analysis, view.id, { theme: 'page' });
  return view === undefined || svg === undefined ? [] : [{ ...view, svg }];
}

/** The same for every scenario. */
let plansOfAll: Promise<Design['plans']> | undefined;
let fillingsOfAll: Promise<Design['fillings']> | undefined;

async function fillingsOf(): Promise<Design['fillings']> {
  return { filled: await fillingOf(''), conflict: await fillingOf('require power(r[1]) >= 9 kW\n') };
}

/** Racks for five boxes, no more than two in the first. @param more what else must hold */
async function fillingOf(more: string): Promise<Filling> {
  const text = `import "std/racks"
switch type Box { height 2 OU  power 3 kW  liquid 0 % }
rack r[?] : OpenRackV3
switch b[1..5] : Box
place b[*] in r[*] ? each // ${strangers}
require power(r[1]) <= /* ${strangers} */ 6 kW
${more}`;
  const session = openSession({ files: memoryFiles({}) });
  // What steers the direction of a line is an error of its own.
  const readable = text.replace(/[\u202e\u2066]/g, '');
  const filling = await fillDesign(session, 'file:///design.fabric', readable, { least: 'power', most: 100 });
  if (typeof filling === 'string') throw new Error(filling);
  return filling;
}

async function plansOf(): Promise<Design['plans']> {
  return { striped: await planOf(96, [1, 2]), none: await planOf(100_000, [1]) };
}

/** Networks for hosts with two ports of 800G on switches of 144. */
async function planOf(hosts: number, planes: readonly number[]): Promise<Plan> {
  const plan = await planNetworks(openSession({ files: memoryFiles({}) }), 'file:///', {
    ...{
      hosts,
      growth: 0,
      least: 'switches',
      rails: 2,
      rate: 800e9,
      oversubscription: 1.25,
      planes,
      tiers: [1, 2, 3],
      lengths: [20, 50, 100],
      imports: [],
    },
    ...{ leaf: 'QM9700', spine: 'QM9700', core: undefined, host: undefined, module: undefined },
    ...{ rack: 'Eia48', rackPower: undefined, cdu: 'NvidiaQualified600' },
  });
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

/** The texts of a design and the library. */
export function sourcesOf({ services }: Pick<Design, 'services'>): Sources {
  const { LangiumDocuments } = services.shared.workspace;
  return (uri) => {
    const document = LangiumDocuments.all.find((each) => each.uri.toString() === uri);
    return sourceTextOf(uri.replace(/^[a-z]+:\/*/, ''), document?.textDocument.getText() ?? '');
  };
}
