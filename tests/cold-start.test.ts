import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

const LIBRARY = new URL('../src/index.ts', import.meta.url).href;
const PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u;

/** Runs a module in a process of its own and returns what it prints last, as JSON. */
function runFresh(code: string): unknown {
  const printed = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], { encoding: 'utf8' });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

/** Every module that `code` loads, by its address. */
function listLoaded(code: string): readonly string[] {
  const loaded = runFresh(`
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const library = await import(${JSON.stringify(LIBRARY)});
    ${code}
    console.log('\\n' + JSON.stringify(loaded));
  `);
  return Array.isArray(loaded) ? loaded.map(String) : [];
}

function listPackages(code: string): readonly string[] {
  return [...new Set(listLoaded(code).flatMap((url) => PACKAGE.exec(url)?.[1] ?? []))].sort();
}

/** Milliseconds of computing on the main thread from the start of a process to its end: the least of some. */
function leastTime(code: string, runs: number): number {
  const times = Array.from(
    { length: runs },
    () => {
      const { user, system } = runFresh(
        `${code}; console.log('\\n' + JSON.stringify(process.threadCpuUsage()))`,
      ) as NodeJS.CpuUsage;
      return (user + system) / 1000;
    },
    60_000,
  );
  return Math.min(...times);
}

const ANNOTATE = `library.annotate('The harbour council of Aldane met Oskar Venn on 5 March 2024 to hear what the pilots wanted.');`;
const LOAD = 'const ruleset = library.loadRuleset();';
const moderate = (text: string, format: string): string =>
  `library.moderate({ id: 'a', text: ${JSON.stringify(text)}, format: '${format}' }, { ruleset });`;

/** Packages of the core, and what these bring with them. */
const CORE = ['@noble/hashes', 'compromise', 'efrt', 'grad-school', 'suffix-thumb'];
const RULES = ['yaml', 'zod'];

describe('the library loads what is needed', () => {
  it('by itself', () => {
    expect(listPackages('').filter((name) => !CORE.includes(name))).toEqual([]);
    expect(listLoaded('').filter((url) => /\/compromise\/src\/(?:two|three|2-two|3-three)/u.test(url))).toEqual([]);
  }, 60_000);

  it('for annotating a text: the words of topics as well', () => {
    const loaded = listLoaded(ANNOTATE);
    expect(loaded.length).toBeGreaterThan(100);
    expect(loaded.some((url) => url.includes('/src/moderation/annotate/'))).toBe(true);
    expect(loaded.filter((url) => /\/src\/(?:service|cli|schema|evaluation|moderation\/report)\//u.test(url))).toEqual([]);
    expect(listPackages(ANNOTATE).filter((name) => !CORE.includes(name))).toEqual(RULES);
  }, 60_000);

  it('for moderating a plain text: the rules as well', () => {
    const packages = listPackages(LOAD + moderate('The harbour council met at noon.', 'text'));
    expect(packages.filter((name) => !CORE.includes(name))).toEqual(RULES);
  }, 60_000);

  it.each([
    ['html', '<p>The harbour council met at noon.</p>', 'parse5'],
    ['markdown', '# Harbour\n\nThe council met at noon.', 'mdast-util-from-markdown'],
  ])(
    'for moderating %s: its parser as well',
    (format, text, parser) => {
      expect(listPackages(LOAD + moderate(text, format))).toContain(parser);
    },
    60_000,
  );
});

describe('the library starts fast', () => {
  // Beside compromise as a whole, of which it loads a part: a slow or busy machine slows both.
  it('in no more than 1.8 times the time of compromise alone', () => {
    const compromise = leastTime(`await import(${JSON.stringify(import.meta.resolve('compromise'))})`, 5);
    const library = leastTime(`await import(${JSON.stringify(LIBRARY)})`, 5);
    expect(compromise).toBeGreaterThan(50);
    expect(library / compromise).toBeLessThan(1.8);
  }, 120_000);
});
