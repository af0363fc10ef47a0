// A project of several files, and what may happen to it while it is worked on.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folder } from '../lightloom.ts';

/** Two switches, linked as far as is said. */
export function pair(run: string): string {
  return `import "./parts"\nlet distance = ${run}
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Osfp800Dr8 into a.p, b.p
    link a.p to b.p over OS2 { length distance }
}
`;
}

/** Parts that a design imports. */
export const parts = (power: string): string =>
  `import "std/osfp"\nswitch type Box { height 1 RU  power ${power}  ports p : OSFP }\n`;

/** Things that happen to a project: each changes files below its folder. */
export const happenings: Readonly<Record<string, (project: string) => void>> = {
  'a design is edited': (project) => write(project, 'designs/a.fabric', pair('600 m')),
  'it is edited back': (project) => write(project, 'designs/a.fabric', pair('10 m')),
  'a design is broken': (project) => write(project, 'designs/a.fabric', 'switch type {'),
  'a design that is no text': (project) => write(project, 'designs/a.fabric', '\0'),
  'an import is edited': (project) => write(project, 'designs/parts.fabric', parts('1 kW assumed "none"')),
  'an import is edited back': (project) => write(project, 'designs/parts.fabric', parts('2 kW')),
  'an import is gone': (project) => rmSync(join(project, 'designs/parts.fabric'), { force: true }),
  'an import leads elsewhere': (project) => {
    rmSync(join(project, 'designs/parts.fabric'), { force: true });
    symlinkSync('../others/parts.fabric', join(project, 'designs/parts.fabric'));
  },
  'where it leads is edited': (project) => write(project, 'others/parts.fabric', parts('3 kW source "x"')),
  'where it leads is gone': (project) => rmSync(join(project, 'others/parts.fabric'), { force: true }),
  'a configuration above': (project) => write(project, 'lightloom.json', '{ "rules": { "optics": "warning" } }'),
  'a nearer configuration': (project) => write(project, 'designs/lightloom.json', '{ "rules": { "optics": "off" } }'),
  'no configuration above': (project) => rmSync(join(project, 'lightloom.json'), { force: true }),
  'no nearer configuration': (project) => rmSync(join(project, 'designs/lightloom.json'), { force: true }),
  'a configuration that ignores a folder': (project) =>
    write(project, 'lightloom.json', '{ "ignore": ["designs/more/**"] }'),
  'a configuration that ignores a design': (project) =>
    write(project, 'designs/lightloom.json', '{ "ignore": ["a.fabric"] }'),
  'a configuration whose ignored files are unknown': (project) => write(project, 'lightloom.json', '{ "ignore": 5 }'),
  'a configuration in an ignored folder': (project) => write(project, 'designs/more/lightloom.json', '{}'),
  'severities for some paths': (project) =>
    write(
      project,
      'lightloom.json',
      '{ "overrides": [{ "files": ["designs/*.fabric"], "rules": { "optics": "note" } }] }',
    ),
  'a price book is named': (project) => write(project, 'designs/lightloom.json', '{ "prices": "prices.csv" }'),
  'a price book': (project) => write(project, 'designs/prices.csv', 'part,price\nBox,2 USD\nBux,1 USD\n'),
  'a price book with a mistake': (project) => write(project, 'designs/prices.csv', 'part,price\nBox,2\n'),
  'no price book': (project) => rmSync(join(project, 'designs/prices.csv'), { force: true }),
  'a repository starts': (project) => mkdirSync(join(project, 'designs/.git'), { recursive: true }),
  'a repository ends': (project) => rmSync(join(project, 'designs/.git'), { recursive: true, force: true }),
  'a design is new': (project) => write(project, 'designs/more/b.fabric', 'rack r : Rack\n'),
  'a folder is moved away': (project) => move(project, 'designs/more', 'away'),
  'a folder is moved back': (project) => move(project, 'away', 'designs/more'),
  'a design is gone': (project) => rmSync(join(project, 'designs/more'), { recursive: true, force: true }),
  'a baseline': (project) =>
    write(
      project,
      'lightloom-baseline.json',
      '{"version":1,"designs":["designs/a.fabric"],"accepted":[{"rule":"optics/reach","figure":"length","kind":"link","meaning":"0","count":1,"name":"a"}]}',
    ),
  'no baseline': (project) => rmSync(join(project, 'lightloom-baseline.json'), { force: true }),
};

function write(project: string, name: string, text: string): void {
  const path = join(project, name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true, recursive: true });
  writeFileSync(path, text);
}

function move(project: string, from: string, to: string): void {
  try {
    renameSync(join(project, from), join(project, to));
  } catch {
    // There is nothing to move, or something there already.
  }
}

/** A project as a clone of a repository has it. */
export const project = (): string =>
  folder({
    'project/.git/HEAD': '',
    'project/designs/a.fabric': pair('10 m'),
    'project/designs/parts.fabric': parts('2 kW'),
    'project/others/parts.fabric': parts('9 kW'),
  });
