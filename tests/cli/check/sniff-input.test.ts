import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { sniffInput } from '../../../src/cli/check/sniff-input.ts';

/** Seconds of CPU; what is joined anew for each chunk takes over ten times that. */
const MOST_SECONDS = 1.5;

function cut(text: string, size: number): Readable {
  const bytes = Buffer.from(text);
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  );
}

async function join(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

describe('what an input is', () => {
  it.each([
    ['{"id":"a","text":"b"}', 'ndjson'],
    ['\ufeff \n {"id":"a"}\n{', 'ndjson'],
    ['{ braces }\n', 'article'],
    [' \n\nWords.', 'article'],
    ['', 'article'],
  ] as const)('is the same however it is cut, and nothing of it is lost: %j', async (text, kind) => {
    for (const size of [1, 3, 1000]) {
      const sniffed = await sniffInput(cut(text, size));
      expect([sniffed.kind, await join(sniffed.chunks)]).toEqual([kind, text]);
    }
  });

  it('is found in a time that grows with its length, not with the square of its chunks', async () => {
    const before = process.cpuUsage();
    const { kind } = await sniffInput(cut(`{"text":"${'x'.repeat(3_000_000)}"}`, 64));
    const { user, system } = process.cpuUsage(before);
    expect(kind).toBe('ndjson');
    expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
  }, 120_000);
});
