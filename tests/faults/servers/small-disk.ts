import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { succeeds } from '../../service/private-server.ts';

const CHUNK = Buffer.alloc(64 * 1024);

/** A small file system in memory, which can be filled to the last byte. Only root can make one. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** `undefined` where it cannot be had. */
  static create(megabytes: number): SmallDisk | undefined {
    if (process.getuid?.() !== 0 || process.platform !== 'linux') return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-faults-disk-'));
    if (succeeds('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder])) return new SmallDisk(folder);
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }

  /** Takes all the room there is. */
  fill(): void {
    const file = openSync(this.#ballast, 'a');
    try {
      for (let size = CHUNK.length; size > 0; ) size = this.#take(file, size) ? size : Math.floor(size / 2);
    } finally {
      closeSync(file);
    }
  }

  clear(): void {
    rmSync(this.#ballast, { force: true });
  }

  remove(): void {
    succeeds('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #take(file: number, size: number): boolean {
    try {
      return writeSync(file, CHUNK, 0, size) > 0;
    } catch {
      return false;
    }
  }

  get #ballast(): string {
    return join(this.folder, 'ballast');
  }
}
