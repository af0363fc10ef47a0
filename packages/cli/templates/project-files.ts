// The files of a new project.
import type { Template } from '@lightloom/language/templates';

/** CI systems that a file can be written for. */
export const ciSystems = ['github', 'gitlab'] as const;

export type CiSystem = (typeof ciSystems)[number];

/** A file of a project; its path is relative to the project, with forward slashes. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** The design, the configuration, and a job for CI if one is asked for. */
export function projectFiles(template: Template, ci: CiSystem | undefined, version: string): readonly ProjectFile[] {
  return [
    { path: `${template.name}.fabric`, text: template.text },
    { path: 'lightloom.json', text: `${JSON.stringify({ rules: { 'provenance/assumed': 'note' } }, undefined, 2)}\n` },
    ...(ci === undefined ? [] : [ciFiles[ci](version)]),
  ];
}

const ciFiles: Readonly<Record<CiSystem, (version: string) => ProjectFile>> = {
  github: (version) => ({
    path: '.github/workflows/lightloom.yml',
    text: `# Checks the designs of every pull request: findings on the changed lines, and in code scanning.
name: lightloom
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes lightloom@${version} check -f sarif -o lightloom.sarif -f github
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && hashFiles('lightloom.sarif') != ''
        with:
          sarif_file: lightloom.sarif
`,
  }),
  gitlab: (version) => ({
    path: '.gitlab-ci.yml',
    text: `# Checks the designs of every merge request: findings in the Code Quality widget and in the test report.
lightloom:
  image: node:24
  script:
    - npx --yes lightloom@${version} check -f gitlab -o gl-code-quality.json -f junit -o lightloom.xml -f pretty
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality.json
      junit: lightloom.xml
`,
  }),
};
