import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { commandTable } from '../../src/cli/command-table.ts';
import { runInside } from '../cli/run-inside.ts';

const run = promisify(execFile);
const PROJECT = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, PROJECT), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
const { services } = z
  .object({ services: z.record(z.string(), z.object({ profiles: z.array(z.string()).optional() })) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));

/** Whole words that begin with `--`, without what is given to them. */
const flagsOf = (words: readonly string[]) =>
  words.filter((word) => /^--[a-z]/u.test(word)).map((word) => word.replace(/=.*/u, ''));

/** Options that a help names. */
const optionsIn = (help: string): ReadonlySet<string> => new Set(help.match(/(?<![\w-])--[a-z][a-z-]*/gu));

/** A command of ours: it exists, and its help has every option, and every part that is no example of a value. */
async function checkCopydesk(words: readonly string[]): Promise<readonly string[]> {
  const [name = '', ...rest] = words;
  if (['', '--help', '--version'].includes(name)) return [];
  if (!commandTable.some((command) => command.name === name)) return [`copydesk ${name}: no such command`];
  const parts = rest.slice(0, Math.max(0, rest.findIndex((word) => !/^[a-z]+$/u.test(word)) + 1 || rest.length));
  const { stdout } = await runInside([name, ...parts.filter((part) => /^[a-z]+$/u.test(part)), '--help']);
  const known = optionsIn(stdout);
  return flagsOf(rest)
    .filter((flag) => flag !== '--help' && !known.has(flag))
    .map((flag) => `copydesk ${name}: no option ${flag}`);
}

/** A program of this project: the file is there, and it or what stands beside it knows every option. */
function checkFile([file = '', ...rest]: readonly string[]): readonly string[] {
  if (!existsSync(new URL(file, PROJECT))) return [`${file}: no such file`];
  const text = read(file);
  return flagsOf(rest)
    .filter((flag) => !text.includes(flag) && !text.includes(`${flag.slice(2)}: {`))
    .map((flag) => `${file}: no option ${flag}`);
}

const helps = new Map<string, Promise<string>>();
/** Milliseconds: a program that goes to work in place of helping is ended. */
const HELP_TIME = 60_000;

async function askHelp(file: string): Promise<string> {
  const path = fileURLToPath(new URL(file, PROJECT));
  return (await run(process.execPath, [path, '--help'], { timeout: HELP_TIME })).stdout;
}

/** Options of a program of ours by its help, for which each is asked once. One that knows of no help has none, and is not run. */
async function readOptions(file: string): Promise<ReadonlySet<string>> {
  if (!/help/iu.test(read(file))) return new Set();
  if (!helps.has(file)) helps.set(file, askHelp(file));
  return optionsIn(`${await helps.get(file)} --help`);
}

/** What is handed to a script behind `--`: its program, the last that it runs, has to know every option. */
async function checkScript(name: string, words: readonly string[]): Promise<readonly string[]> {
  const last = scripts[name]?.split('&&').at(-1)?.trim().split(/\s+/u) ?? [];
  const [program, file = '', ...given] = last;
  if (file === 'src/cli/main.ts') return checkCopydesk([...given, ...words]);
  const flags = flagsOf(words);
  if (flags.length === 0) return [];
  if (program !== 'node') return [`npm run ${name}: nothing is known of the options of ${program}`];
  const known = await readOptions(file);
  return flags.filter((flag) => !known.has(flag)).map((flag) => `npm run ${name}: no option ${flag}`);
}

/** Words before `--` are npm's. */
function checkNpm(words: readonly string[]): Promise<readonly string[]> | readonly string[] {
  const end = words.indexOf('--');
  const [name = '', ...own] = (end < 0 ? words : words.slice(0, end)).filter((word) => word !== 'run' && word !== '-s');
  if (['install', 'pack'].includes(name)) return [];
  if (!(name in scripts)) return [`npm run ${name}: no such script`];
  const taken = flagsOf(own).map((flag) => `npm run ${name}: npm takes ${flag} for itself, unless it stands behind --`);
  return taken.length > 0 ? taken : checkScript(name, end < 0 ? own : [...own, ...words.slice(end + 1)]);
}

/** Services that are named exist, and so do profiles, and what of ours is run in them. */
async function checkCompose(words: readonly string[]): Promise<readonly string[]> {
  const profiles = Object.values(services).flatMap((service) => service.profiles ?? []);
  const scaled = words.filter((word) => /^\w+=\d+$/u.test(word)).map((word) => word.replace(/=.*/u, ''));
  const at = words.findIndex((word) => ['exec', 'stop', 'start', 'run', 'logs'].includes(word));
  const named = at < 0 ? [] : words.slice(at + 1).filter((word) => !word.startsWith('-'));
  // Of `exec` and `run` only the first word is a service: the others are what runs in it.
  const asked = ['exec', 'run'].includes(words[at] ?? '') ? named.slice(0, 1) : named;
  const profile = words[words.indexOf('--profile') + 1] ?? '';
  return [
    ...[...scaled, ...asked].filter((name) => !(name in services)).map((name) => `compose: no service ${name}`),
    ...(named[1] === 'copydesk' ? await checkCopydesk(named.slice(2)) : []),
    ...(words.includes('--profile') && !profiles.includes(profile) ? [`compose: no profile ${profile}`] : []),
  ];
}

/** What a command line names and this project does not have. A command that is not known here is a fault too: it has to be run. */
export function findCommandFaults(line: string): Promise<readonly string[]> | readonly string[] {
  const words = line
    .replace(/\s#.*$/u, '')
    .trim()
    .split(/\s+/u);
  while (/^[A-Z_]+=/u.test(words[0] ?? '')) words.shift();
  const [program = '', ...rest] = words;
  if (program === '') return [];
  if (program === 'copydesk') return checkCopydesk(rest);
  if (program === 'npx' && rest[0] === 'copydesk') return checkCopydesk(rest.slice(1));
  if (program === 'npx' && rest[0] === 'vitest') return checkFile(rest.slice(2));
  if (line.startsWith('npm exec -- ')) return findCommandFaults(line.slice('npm exec -- '.length));
  if (program === 'npm') return checkNpm(rest);
  if (program === 'node') return checkFile(rest);
  if (program === 'docker' && rest[0] === 'compose') return checkCompose(rest.slice(1));
  if (program === '.ci/run') return checkFile(words);
  return [`${program}: nothing is known of it; let a test run it`];
}
