import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { moderate } from '../src/moderate.ts';
import type { Article } from '../src/moderation/model/article.ts';
import { loadRuleset } from '../src/rules/load-ruleset.ts';

const LIBRARY = new URL('../src/index.ts', import.meta.url).href;
const PLUGIN = new URL('../src/compromise/copydesk-entities.ts', import.meta.url).href;
const COMPROMISE = import.meta.resolve('compromise');
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

/**
 * Milliseconds of computing on the main thread from the start of a process until `code` has run. On a quiet machine it is the time that
 * one waits; on a busy one it hardly grows.
 */
function timeOf(code: string): number {
  return Number(
    runFresh(`${code}; const { user, system } = process.threadCpuUsage(); console.log('\\n' + (user + system) / 1000)`),
  );
}

const medianOfFive = (take: () => number): number => Array.from({ length: 5 }, take).sort((a, b) => a - b)[2] ?? Number.NaN;

/** How many times longer `code` takes than `other`, each beside the other, so that what else the machine does meets both. */
const ratioOf = (code: string, other: string): number => medianOfFive(() => timeOf(code) / timeOf(other));

const ANNOTATE = `library.annotate('The harbour council of Aldane met Oskar Venn on 5 March 2024 to hear what the pilots wanted.');`;
const LOAD = 'const ruleset = library.loadRuleset();';
const callModerate = (article: Article): string => `library.moderate(${JSON.stringify(article)}, { ruleset })`;
const ARTICLES: readonly (Article & { readonly parser: string })[] = [
  { id: 'a', format: 'text', text: 'Harbour\n\nThe council of Aldane met at noon.\n\nSign up to our newsletter', parser: 'yaml' },
  { id: 'b', format: 'html', text: '<h1>Harbour</h1><p>The council of Aldane met at noon.</p>', parser: 'parse5' },
  { id: 'c', format: 'markdown', text: '# Harbour\n\nThe council met at noon.', parser: 'mdast-util-from-markdown' },
];

/** Packages that reading rules needs. */
const RULES = ['yaml', 'zod'];

describe('the library loads what is needed', () => {
  it('by itself: what annotates', () => {
    const loaded = listLoaded('');
    expect(loaded.some((url) => url.includes('/src/moderation/annotate/'))).toBe(true);
    const late =
      /\/src\/(?:moderation\/(?:pipeline\.ts|(?:clean|detect\/.*\/|markup|read|report)\/)|service|cli|schema|evaluation)/u;
    expect(loaded.filter((url) => late.test(url))).toEqual([]);
    expect(listPackages('')).toEqual(['compromise']);
    expect(loaded.filter((url) => url.includes('/node_modules/compromise/'))).toHaveLength(1);
  }, 60_000);

  it('for annotating a text: nothing more', () => {
    expect(listLoaded(ANNOTATE)).toEqual(listLoaded(''));
  }, 60_000);

  it('for moderating a plain text: the detectors and the rules', () => {
    const code = LOAD + callModerate({ id: 'a', text: 'The harbour council met at noon.' });
    expect(listLoaded(code).some((url) => url.includes('/src/moderation/pipeline.ts'))).toBe(true);
    expect(listPackages(code)).toEqual(['@noble/hashes', 'compromise', ...RULES]);
  }, 60_000);

  it.each(ARTICLES)(
    'for moderating $format: $parser as well',
    ({ parser, ...article }) => {
      expect(listPackages(LOAD + callModerate(article))).toContain(parser);
    },
    60_000,
  );
});

describe('the first article after the start', () => {
  const ruleset = loadRuleset();
  const print = (result: string): string => `console.log('\\n' + JSON.stringify(${result}));`;
  const start = `const library = await import(${JSON.stringify(LIBRARY)}); ${LOAD}`;

  it.each(ARTICLES)(
    'is moderated as any other: $format',
    ({ parser: _, ...article }) => {
      const result = moderate(article, { ruleset });
      expect(runFresh(start + print(callModerate(article)))).toEqual(JSON.parse(JSON.stringify(result)));
    },
    60_000,
  );

  it.each(ARTICLES)(
    'may come while the plugin for compromise is still being loaded: $format',
    ({ parser: _, ...article }) => {
      const code = `const plugin = import(${JSON.stringify(PLUGIN)}); const result = ${callModerate(article)}; await plugin;`;
      expect(runFresh(start + code + print('result.text'))).toBe(moderate(article, { ruleset }).text);
    },
    60_000,
  );
});

describe('the library starts fast', () => {
  it('in less than 400 milliseconds, the start of Node counted in', () => {
    expect(medianOfFive(() => timeOf(`await import(${JSON.stringify(LIBRARY)})`))).toBeLessThan(400);
  }, 60_000);

  // Beside compromise as a whole, of which it loads a part: a slow machine slows both.
  it('in no more than 1.3 times the time of compromise alone', () => {
    const compromise = `(await import(${JSON.stringify(COMPROMISE)})).default('')`;
    expect(ratioOf(`await import(${JSON.stringify(LIBRARY)})`, compromise)).toBeLessThan(1.3);
  }, 120_000);

  it('and annotates its first text in no more than 1.6 times that of compromise tagging one', () => {
    const text = JSON.stringify('The harbour council of Aldane met Oskar Venn on 5 March 2024 to hear what the pilots wanted.');
    const compromise = `(await import(${JSON.stringify(COMPROMISE)})).default(${text}).people().json()`;
    const library = `const library = await import(${JSON.stringify(LIBRARY)}); ${ANNOTATE}`;
    expect(ratioOf(library, compromise)).toBeLessThan(1.6);
  }, 120_000);
});
