import { execFileSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { buildPage } from '../web/build-page.ts';
import { PACKAGE_PARTS } from './package-parts.ts';

const PROJECT = join(import.meta.dirname, '..');
const DIST = join(PROJECT, 'dist');
/** Modules that are named in a string, which the compiler leaves alone. */
const NAMED_MODULE = /(require\(|new URL\()'(\.{1,2}\/[^'\n]*)\.ts'/gu;

/** Node runs no TypeScript under `node_modules`: a package has JavaScript, with declarations beside it. */
function compile(): void {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(PROJECT, 'packaging')], { stdio: 'inherit' });
  for (const file of globSync('**/*.js', { cwd: DIST })) {
    const path = join(DIST, file);
    const code = readFileSync(path, 'utf8');
    const named = code.replaceAll(NAMED_MODULE, "$1'$2.js'");
    if (named !== code) writeFileSync(path, named);
  }
}

/** Builds `dist`: the tree of the sources as it is, so that paths from one file to another stay true. */
async function buildPackage(): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  compile();
  for (const file of globSync('src/**/*.{sql,cjs,d.cts}', { cwd: PROJECT })) cpSync(join(PROJECT, file), join(DIST, file));
  await buildPage();
  for (const folder of PACKAGE_PARTS.data) cpSync(join(PROJECT, folder), join(DIST, folder), { recursive: true });
  rmSync(join(DIST, 'web/dist/.sources'), { force: true });
  writeFileSync(join(DIST, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
}

process.chdir(dirname(DIST));
await buildPackage();
