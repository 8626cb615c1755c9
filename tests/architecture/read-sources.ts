import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file with its syntax tree. */
export interface Source {
  /** Relative to the project, with slashes. */
  readonly path: string;
  /** File name without folder and `.ts`. */
  readonly name: string;
  readonly tree: ts.SourceFile;
}

function readSource(path: string): Source {
  const tree = ts.createSourceFile(path, readFileSync(join(PROJECT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  return { path, name: basename(path, '.ts'), tree };
}

/** All TypeScript files of the given folders of the project, sorted by path. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  const paths = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: PROJECT }));
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}
