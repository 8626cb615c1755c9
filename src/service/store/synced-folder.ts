import fs from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** An open file or folder of Emscripten's file system over a folder; a folder has no `nfd`. */
interface OpenNode {
  readonly nfd?: number;
  readonly node: object;
}

/** The part of that file system that PGlite does not type. */
interface FolderFiles {
  readonly realPath: (node: object) => string;
  readonly stream_ops: { fsync?: (open: OpenNode) => number };
}

type Options = Parameters<NodeFS['init']>[1];

function syncFolder(path: string): void {
  const fd = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function addSync(files: FolderFiles): void {
  files.stream_ops.fsync = ({ nfd, node }) => {
    if (nfd !== undefined) fs.fsyncSync(nfd);
    // Windows does not sync folders, and does not need to.
    else if (process.platform !== 'win32') syncFolder(files.realPath(node));
    return 0;
  };
}

/**
 * A folder for PGlite in which what the database syncs is on the disk. PGlite's own passes `fsync` over. Its `fdatasync` cannot be mended
 * here: `syncedParams` has the log written with O_DSYNC instead.
 */
export class SyncedFolder extends NodeFS {
  override async init(database: PGlite, options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(database, options);
    // Emscripten's own property, which PGlite hands on without a type.
    const prepare = (module: object) => addSync((module as { readonly NODEFS: FolderFiles }).NODEFS);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...[emscriptenOpts.preRun ?? []].flat(), prepare] } };
  }
}

/** Start parameters of a database whose commits outlive the machine; by default PGlite is started with `-F`, which is `fsync=off`. */
export function syncedParams(defaults: readonly string[]): string[] {
  return [...defaults.filter((param) => param !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=open_datasync'];
}
