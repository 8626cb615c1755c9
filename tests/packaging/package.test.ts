import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, '../..');
/** Bytes; the README states the size. */
const LARGEST = { packed: 5_000_000, unpacked: 15_000_000 };

const ARTICLE = `Odile Harnwick is the new chair of the harbour board of Merrow, which met on Monday.

Buy now! Get 50% off at shop.example with code SAVE50.
`;
const PROGRAM = `import { annotate, loadRuleset, moderate, type ModeratedArticle } from 'copydesk';
import { createClient } from 'copydesk/client';
import { copydeskEntities } from 'copydesk/compromise';
import nlp from 'compromise';

nlp.extend(copydeskEntities);
const text: string = ${JSON.stringify(ARTICLE)};
const result: ModeratedArticle = moderate({ id: 'a', text }, { ruleset: loadRuleset() });
const people = nlp(text).people().out('array') as readonly string[];
const names = annotate(text).entities.map(({ name }) => name);
console.log(JSON.stringify([result.findings.map(({ kind }) => kind), names, people, typeof createClient]));
`;

/** What npm says of a package that it packed. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-package-'));
  let packed: Packed;
  const bin = (name: string) => join(folder, 'node_modules/.bin', name);
  const install = (...what: readonly string[]) =>
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', ...what], { cwd: folder });

  beforeAll(async () => {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PROJECT, maxBuffer: 2 ** 26 });
    const answer: unknown = JSON.parse(stdout.slice(stdout.search(/^[[{]/mu)));
    [packed] = (Array.isArray(answer) ? answer : Object.values(answer as object)) as [Packed];
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
    writeFileSync(join(folder, 'article.txt'), ARTICLE);
    writeFileSync(join(folder, 'use.ts'), PROGRAM);
    await install(join(folder, packed.filename));
  }, 400_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what runs and no file of its development', () => {
    const paths = packed.files.map(({ path }) => path);
    const strange = paths.filter(
      (path) => !/^(?:dist\/|docs\/[a-z-]+\.md$|models\/README\.md$|[A-Z]+(?:\.md)?$|package\.json$)/u.test(path),
    );
    expect(strange).toEqual([]);
    expect(paths.filter((path) => /\.tsx?$/u.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
    expect(paths.filter((path) => /(?:^|\/)(?:tests?|bench|node_modules)\/|\.tsbuildinfo$/u.test(path))).toEqual([]);
    for (const path of ['dist/src/cli/main.js', 'dist/web/dist/index.html', 'dist/workers/moderate.processor.js', 'LICENSE'])
      expect(paths).toContain(path);
    expect(packed.size).toBeLessThan(LARGEST.packed);
    expect(packed.unpackedSize).toBeLessThan(LARGEST.unpacked);
  });

  it('names no module that it lacks', () => {
    const root = join(folder, 'node_modules/copydesk');
    const sources = packed.files.filter(({ path }) => path.endsWith('.js') && !path.startsWith('dist/web/'));
    const named = sources.flatMap(({ path }) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/(?:require|URL|import)\('(\.[^'\n]*\.ts)'/gu)].map(
        (match) => `${path} ${match[1]}`,
      ),
    );
    expect(named).toEqual([]);
    expect(sources.length).toBeGreaterThan(500);
  });

  it('has types that hold under strict settings, also those of its own declarations', async () => {
    const tsc = join(PROJECT, 'node_modules/typescript/bin/tsc');
    const types = ['--typeRoots', join(PROJECT, 'node_modules/@types'), '--types', 'node'];
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
      'false',
      '--target',
      'es2022',
    ];
    for (const [module, resolution] of [
      ['esnext', 'bundler'],
      ['nodenext', 'nodenext'],
    ] as const) {
      const how = ['--module', module, '--moduleResolution', resolution];
      await run(process.execPath, [tsc, 'use.ts', ...strict, ...types, ...how], { cwd: folder }).catch(
        (error: { stdout?: string }) => {
          throw new Error(`${resolution}: ${error.stdout}`);
        },
      );
    }
  }, 200_000);

  it('runs on this Node and on Node 22: library, check and a desk', async () => {
    await install('--no-save', 'node@22');
    const { stdout: version } = await run(bin('node'), ['--version']);
    expect(version).toMatch(/^v22\./u);
    const main = join(folder, 'node_modules/copydesk/dist/src/cli/main.js');
    for (const node of [process.execPath, bin('node')]) {
      const { stdout } = await run(node, ['use.js'], { cwd: folder });
      expect(JSON.parse(stdout)).toEqual([['spam_insert'], ['Odile Harnwick', 'Merrow'], ['Odile Harnwick'], 'function']);
      const checked = await run(node, [main, 'check', 'article.txt', '--format', 'json'], { cwd: folder });
      expect((JSON.parse(checked.stdout) as { verdict: unknown }).verdict).toMatchObject({ outcome: 'publish' });
      const files = Array.from({ length: 80 }, () => 'article.txt');
      const checkMany = (threads: string) =>
        run(node, [main, 'check', ...files, '--format', 'ndjson', '--threads', threads], { cwd: folder });
      expect((await checkMany('2')).stdout).toBe((await checkMany('1')).stdout);
      const env = { ...process.env, COPYDESK_DATA: join(folder, `data ${node.length}`), COPYDESK_PORT: '0' };
      const served = await run(node, [main, 'serve', '--once', 'article.txt'], { cwd: folder, env });
      expect(served.stdout).toContain('Odile Harnwick');
    }
    const linked = await run(bin('copydesk'), ['--version'], { cwd: folder });
    expect(linked.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  }, 400_000);
});
