import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../src/moderation/model/engine.ts';
import { cruiseFolder } from './architecture/cruise-folder.ts';
import { findSlowParts } from './architecture/find-slow-parts.ts';
import { listExports } from './architecture/list-exports.ts';
import { listFunctions } from './architecture/list-functions.ts';
import { listBuiltRegexes, listRegexes } from './architecture/list-regexes.ts';
import { plantProject } from './architecture/plant-project.ts';
import { PLANTED_VIOLATIONS } from './architecture/planted-violations.ts';
import { PROJECT, readSources } from './architecture/read-sources.ts';

const sources = readSources('src', 'workers');

/** Lines; a function of more is several functions. */
const MAX_FUNCTION_LINES = 60;

/** Files named after what they are in the whole, not after an export. */
const ENTRIES = new Set(['index', 'main', 'pipeline']);

const listViolations = (result: ICruiseResult): readonly string[] =>
  result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);

describe('imports', () => {
  it('run one way', async () => {
    const result = await cruiseFolder(PROJECT);
    const own = result.modules.filter((module) => /^(?:src|workers)\//.test(module.source));
    expect(own.length).toBeGreaterThan(30);
    expect(own.length).toBeGreaterThanOrEqual(sources.length);
    expect(own.flatMap((module) => module.dependencies).length).toBeGreaterThan(own.length);
    expect(listViolations(result)).toEqual([]);
  });
});

describe('the rules for imports', () => {
  let folder = '';
  let planted: ICruiseResult;
  beforeAll(async () => {
    folder = plantProject();
    planted = await cruiseFolder(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED_VIOLATIONS)('$rule catches $file', ({ rule, file }) => {
    const caught = planted.summary.violations.filter(
      ({ from, cycle }) => from === file || cycle?.some(({ name }) => name === file),
    );
    expect(caught.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('are each shown to catch something', () => {
    const names = planted.summary.ruleSetUsed?.forbidden?.map((rule) => rule.name) ?? [];
    expect(names.length).toBeGreaterThan(10);
    expect([...names].sort()).toEqual([...new Set(PLANTED_VIOLATIONS.map(({ rule }) => rule))].sort());
  });
});

describe('files', () => {
  it('say what they are about', () => {
    const vague = sources.filter(({ path }) => /(?:^|[/-])(?:utils?|helpers?|common|misc|shared|lib)(?:[/.-]|$)/.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  it('are TypeScript, so that all of them are read here, but for the one that needs `require`', () => {
    const files = globSync('{src,workers}/**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}', { cwd: PROJECT }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const others = files.filter((path) => !sources.some((source) => source.path === path)).sort();
    const bridge = 'src/moderation/annotate/tokens/compromise-one';
    expect(others).toEqual([`${bridge}.cjs`, `${bridge}.d.cts`]);
  });

  it('do not hide others behind an index', () => {
    expect(sources.filter(({ name }) => name === 'index').map(({ path }) => path)).toEqual(['src/index.ts']);
  });

  it('are named after what they export', () => {
    const wordsOf = (name: string): readonly string[] =>
      (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/gu) ?? []).map((word) => word.toLowerCase());
    const misnamed = sources.filter(({ name, path, tree }) => {
      const values = listExports(tree).filter(({ isType }) => !isType);
      if (values.length === 0 || ENTRIES.has(name) || path.startsWith('workers/')) return false;
      const names = listExports(tree).map((entry) => wordsOf(entry.name));
      return !names.some((words) => wordsOf(name).every((word) => words.includes(word) || words.includes(`${word}s`)));
    });
    expect(misnamed.map(({ path }) => path)).toEqual([]);
  });

  it('hold no function that does not fit on a screen', () => {
    const long = sources.flatMap(({ path, tree }) =>
      listFunctions(tree)
        .filter(({ lines }) => lines > MAX_FUNCTION_LINES)
        .map(({ name, line, lines }) => `${path}:${line} ${name}: ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it('know their version', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(ENGINE_VERSION).toBe(version);
  });
});

describe('regular expressions', () => {
  it.each([
    ['nested', '(a+)+$'],
    ['nested under alternatives', '^(?:a|b+)*$'],
    ['two in a row over the same characters', '\\d+\\w+$'],
    ['a run that is looked for from every place', '\\s*x'],
    ['nested with something optional between', '^(?:\\w+\\s?)*$'],
  ])('are refused when repetitions are %s', (_, source) => {
    expect(findSlowParts(source, 'u')).not.toEqual([]);
  });

  it.each([
    ['parts kept apart by a hyphen', '^[a-z]+(?:-[a-z]+)*$'],
    ['parts that each end with a line break', '^(?:--[^\\n]*\\n)*x'],
    ['a bounded run', '^[a-z]{1,40}$'],
  ])('are accepted with %s', (_, source) => {
    expect(findSlowParts(source, 'u')).toEqual([]);
  });

  it('take linear time in all sources', () => {
    const slow = sources.flatMap(({ path, tree }) =>
      listRegexes(tree).flatMap(({ source, flags, line }) =>
        findSlowParts(source, flags).map((part) => `${path}:${line} /${source}/${flags}: ${part}`),
      ),
    );
    expect(sources.flatMap(({ tree }) => listRegexes(tree)).length).toBeGreaterThan(10);
    expect(slow).toEqual([]);
  });

  it('are not built from strings, so that all of them are seen here', () => {
    const built = sources.flatMap(({ path, tree }) => listBuiltRegexes(tree).map((line) => `${path}:${line}`));
    expect(built).toEqual([]);
  });
});
