import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** What an image would be, as a folder that stands for its `/`. */
export interface BuiltImage {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

interface Stage extends BuiltImage {
  readonly name: string;
}

const wordsSchema = z.array(z.string());
const readWords = (json: string): readonly string[] => wordsSchema.parse(JSON.parse(json));

/** Absolute paths of an image, in commands and settings, become those within its folder. */
function placeIn(root: string, text: string): string {
  return text.replaceAll(/(?<![\w.:/])\/(app|data|usr\/local\/bin)(?![\w-])/gu, (path) => `${root}${path}`);
}

function readInstructions(): readonly (readonly [string, string])[] {
  const lines = readFileSync(join(PROJECT, 'Dockerfile'), 'utf8').split('\n');
  return lines
    .filter((line) => /^[A-Z]+ /u.test(line))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

function begin(what: string): Stage {
  const root = temporaryFolder();
  for (const folder of ['app', 'usr/local/bin']) mkdirSync(join(root, folder), { recursive: true });
  return { root, name: / AS (\w+)$/u.exec(what)?.[1] ?? '', env: {}, command: [], healthcheck: [] };
}

function copy(what: string, { root }: Stage, stages: readonly Stage[]): void {
  const words = what.split(' ');
  const from = stages.find(({ name }) => words[0] === `--from=${name}`);
  const [to = '', ...files] = (from ? words.slice(1) : words).toReversed();
  for (const file of files) {
    const source = from ? placeIn(from.root, file) : join(PROJECT, file);
    const target = join(root, 'app', to);
    cpSync(source, statSync(source).isDirectory() ? target : join(target, basename(file)), { recursive: true });
  }
}

/** What this project needs is installed already; who owns a folder shows in a container alone. */
function run(script: string, { root }: Stage): void {
  const app = join(root, 'app');
  if (script.startsWith('npm install')) symlinkSync(join(PROJECT, 'node_modules'), join(app, 'node_modules'));
  else execFileSync('sh', ['-ec', `chown() { :; }\n${placeIn(root, script)}`], { cwd: app, stdio: 'pipe' });
}

function apply(stage: Stage, instruction: string, what: string, stages: readonly Stage[]): Stage {
  if (instruction === 'COPY') copy(what, stage, stages);
  if (instruction === 'RUN') run(what, stage);
  if (instruction === 'CMD') return { ...stage, command: readWords(what) };
  if (instruction === 'HEALTHCHECK') return { ...stage, healthcheck: readWords(what.slice(what.indexOf('['))) };
  if (instruction !== 'ENV') return stage;
  const settings = what.split(' ').map((setting) => setting.split('=', 2) as [string, string]);
  return { ...stage, env: Object.fromEntries(settings.map(([name, value]) => [name, placeIn(stage.root, value)])) };
}

/** Carries out the Dockerfile in folders, step by step, without Docker. */
export function runDockerfile(): BuiltImage {
  const stages: Stage[] = [];
  for (const [instruction, what] of readInstructions()) {
    if (instruction === 'FROM') stages.push(begin(what));
    else stages.push(apply(stages.pop() ?? begin(''), instruction, what, stages));
  }
  const built = stages.at(-1);
  if (!built) throw new Error('the Dockerfile has no stage');
  return { ...built, env: { ...built.env, PATH: `${built.root}/usr/local/bin:${join(process.execPath, '..')}:/usr/bin:/bin` } };
}
