import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCommandFaults } from './find-command-faults.ts';
import { readBlocks, readShells } from './read-blocks.ts';

const PROJECT = new URL('../../', import.meta.url);
const PAGES = globSync(['*.md', 'docs/*.md', 'models/*.md'], { cwd: fileURLToPath(PROJECT) }).sort();
const LANGUAGES = ['sh', 'json', 'text', 'diff', 'ts', 'js', 'python', 'yaml', 'sql'];

/** Who runs the shell blocks of a page, all of them and as they stand. */
const RUN_BY: Readonly<Record<string, string>> = {
  'README.md': 'readme.test.ts',
  'docs/operators.md': 'operators.test.ts',
  'docs/publishers.md': 'publishers.test.ts',
  'docs/rules.md': 'rules.test.ts',
};

const read = (page: string) => readFileSync(new URL(page, PROJECT), 'utf8');

/** Commands within a sentence, and lines of shell blocks that cannot be run here. */
function listChecked(page: string): readonly string[] {
  const inSentences = [...read(page).matchAll(/(?<!`)`((?:copydesk|npm|npx|node|docker compose) [^`\n]+)`/gu)].map(
    ([, code = '']) => code,
  );
  const blocks = readBlocks(page).filter(({ language, note }) => language === 'sh' && note === 'checked');
  return [...inSentences, ...blocks.flatMap(({ code }) => code.trim().replaceAll('\\\n', ' ').split('\n'))];
}

describe.each(PAGES)('%s', (page) => {
  it('says of each block what language it is in', () => {
    for (const { language, code } of readBlocks(page)) expect(LANGUAGES, code).toContain(language);
  });

  it('has no shell block that no test runs', () => {
    const file = RUN_BY[page];
    expect(readShells(page).length > 0, `who runs the shell blocks of ${page}?`).toBe(file !== undefined);
    if (file === undefined) return;
    const test = new URL(file, import.meta.url);
    expect(existsSync(test)).toBe(true);
    expect(readFileSync(test, 'utf8')).toMatch(new RegExp(`read(?:Blocks|Shells)\\('${page}'\\)`, 'u'));
  });

  it('names no command, option, file or service that there is not', async () => {
    for (const line of listChecked(page)) expect(await findCommandFaults(line), line).toEqual([]);
  });

  it('has links that lead to files', () => {
    for (const [, target = ''] of read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)) {
      if (/^[a-z]+:/u.test(target)) continue;
      expect(existsSync(new URL(target, new URL(page, PROJECT))), target).toBe(true);
    }
  });
});

describe('findCommandFaults', () => {
  it.each([
    ['copydesk check --format text article.txt', []],
    ['copydesk queue rebuild --json', []],
    ['npm run -s copydesk -- report --nothing x', ['copydesk report: no option --nothing']],
    ['npm exec -- node bench/nothing.ts', ['bench/nothing.ts: no such file']],
    ['copydesk chekc', ['copydesk chekc: no such command']],
    ['npm run nothing', ['npm run nothing: no such script']],
    ['npm run bench -- --only article --rounds=3', []],
    ['npm run bench -- --onl article', ['npm run bench: no option --onl']],
    ['npm run bench --only article', ['npm run bench: npm takes --only for itself, unless it stands behind --']],
    ['npm run load -- --seconds 30 --help', []],
    ['npm run load -- --minutes 1', ['npm run load: no option --minutes']],
    ['npm run faults -- --count 100 --crash', ['npm run faults: no option --crash']],
    ['npm run bench:linear -- --short', ['npm run bench:linear: no option --short']],
    ['npm start -- --once', []],
    ['npm start -- --twice', ['copydesk serve: no option --twice']],
    ['npm test -- --ui', ['npm run test: nothing is known of the options of vitest']],
    ['COPYDESK_PORT=1 npm start   # a note', []],
    ['node bench/nothing.ts', ['bench/nothing.ts: no such file']],
    ['docker compose up --build --scale worker=2', []],
    ['docker compose up --scale workers=2', ['compose: no service workers']],
    ['docker compose --profile nothing up', ['compose: no profile nothing']],
    ['docker compose exec postgres pg_dump', []],
    ['docker compose exec api copydesk queue', []],
    ['docker compose run --rm relay copydesk quue', ['copydesk quue: no such command']],
    ['docker compose stop api relay nothing', ['compose: no service nothing']],
    ['psql x', ['psql: nothing is known of it; let a test run it']],
  ])('%s: %j', async (line, faults) => expect(await findCommandFaults(line)).toEqual(faults));
});
