import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
/** Milliseconds for one test: a busy machine is no fault. */
const PATIENT = '--testTimeout=120000';
/** The detector's own test, and those that go through all rules and detectors. */
const TESTS = [
  'tests/moderation/detect/bare-link.test.ts',
  'tests/rules/all-rules.test.ts',
  'tests/rules/detector-rules.test.ts',
  'tests/rules/load-ruleset.test.ts',
  'tests/rules/scoring.test.ts',
];
const PARTS = ['src', 'rules', 'models', 'tests', 'package.json'];
let copy: string;

interface Example {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

/** The fenced blocks of CONTRIBUTING.md that name a file. */
function readExamples(): readonly Example[] {
  const page = readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8');
  const blocks = page.matchAll(/^```((?!sh )\w+) (\S+)\n([\s\S]*?)^```$/gmu);
  return [...blocks].map(([, language = '', file = '', text = '']) => ({ language, file, text }));
}

/** Additions to a list: an import goes to the head of the file, an entry to the end of the list. */
function addToList(list: string, additions: string): string {
  const lines = additions
    .split('\n')
    .filter((line) => line.startsWith('+'))
    .map((line) => line.slice(1));
  const imports = lines.filter((line) => line.startsWith('import ')).join('\n');
  const entries = lines.filter((line) => !line.startsWith('import ')).join('\n');
  return `${imports}\n${list.replace(/\n\];/u, `\n${entries}\n];`)}`;
}

function apply({ language, file, text }: Example): void {
  const path = join(copy, file);
  if (language === 'yaml') writeFileSync(path, readFileSync(path, 'utf8') + text);
  else if (language === 'diff') writeFileSync(path, addToList(readFileSync(path, 'utf8'), text));
  else writeFileSync(path, text, { flag: 'wx' });
}

function run(args: readonly string[], input = ''): string {
  const { FORCE_COLOR: _, ...env } = process.env;
  try {
    return execFileSync(process.execPath, args, {
      cwd: copy,
      env: { ...env, NO_COLOR: '1' },
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? `${error.stdout}` : String(error);
  }
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'copydesk-contributing-'));
  for (const part of PARTS) cpSync(join(PROJECT, part), join(copy, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the worked examples of CONTRIBUTING.md', () => {
  const examples = readExamples();

  it('touch one file for a rule and three for a detector', () => {
    expect(examples.map(({ file }) => file)).toEqual([
      'rules/boilerplate.yaml',
      'src/moderation/detect/bare-link.ts',
      'src/moderation/detect/detectors.ts',
      'tests/moderation/detect/bare-link.test.ts',
    ]);
  });

  it('work as they stand: the rule finds its line, the detector passes its test', { timeout: 900_000 }, () => {
    for (const example of examples) apply(example);
    const article =
      'The ferries stay\n\nThe harbour council met at noon to hear what the pilots wanted.\n\nThis article appeared in the print edition.';
    expect(run(['src/cli/main.ts', 'check', '--format', 'json', '-'], article)).toContain('boilerplate.print-edition@1');
    const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
    const report = run([vitest, 'run', PATIENT, ...TESTS]);
    expect(report).toMatch(/Test Files\s+5 passed \(5\)/u);
    expect(report).toContain('bare-link.test.ts');
  });
});
