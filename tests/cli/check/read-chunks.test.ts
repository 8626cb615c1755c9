import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { readChunks } from '../../../src/cli/check/read-chunks.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'read-chunks-'));
const FILES = 40;
/** Bytes of memory outside the heap that reading a small file may take; a stream of Node's took 240 KB. */
const MOST_EACH = 16_384;

afterAll(() => rmSync(FOLDER, { recursive: true }));

async function read(name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of readChunks(name)) parts.push(chunk);
  return Buffer.concat(parts);
}

function write(length: number): { readonly name: string; readonly bytes: Buffer } {
  const name = join(FOLDER, `${length}`);
  const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 251));
  writeFileSync(name, bytes);
  return { name, bytes };
}

describe('the bytes of a file', () => {
  it.each([0, 1, 4095, 4096, 4097, 262_144, 262_145, 700_001])('are read whole: %d', async (length) => {
    const { name, bytes } = write(length);
    expect((await read(name)).equals(bytes)).toBe(true);
  });

  it('are read whole where the system states no size', async () => {
    const bytes = await read('/proc/self/environ');
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.toString()).toContain('PATH=');
  });

  it('take little more memory than they are', async () => {
    const { name } = write(4097);
    const before = process.memoryUsage().arrayBuffers;
    for (let file = 0; file < FILES; file++) await read(name);
    // A collection in between only lowers it.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(FILES * MOST_EACH);
  });

  it('take little more memory than they are where a pipe gives them bit by bit', async () => {
    const pipe = join(FOLDER, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', `for i in $(seq 300); do echo "line $i of the tide tables"; sleep 0.002; done > ${pipe}`]);
    const parts: Uint8Array[] = [];
    for await (const chunk of readChunks(pipe)) parts.push(chunk);
    expect(Buffer.concat(parts).toString().split('\n')).toHaveLength(301);
    expect(parts.length).toBeGreaterThan(10);
    // As a reader does that keeps all parts until the end.
    const held = new Set(parts.map(({ buffer }) => buffer));
    expect([...held].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(1e6);
    writer.kill();
  });

  it.each([
    ['that is not there', join(FOLDER, 'none'), 'ENOENT'],
    ['that is a folder', FOLDER, 'EISDIR'],
  ])('are refused as the system does, of a file %s', async (_, name, code) => {
    await expect(read(name)).rejects.toMatchObject({ code });
  });
});
