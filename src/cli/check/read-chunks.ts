import { promises as files } from 'node:fs';

/** Bytes read at a time, at most. */
const CHUNK = 256 * 1024;
/** At least, of a plain file: it may have grown, or (in /proc) not say its size. */
const LEAST = 4096;

/**
 * The bytes of a file. Of a small one no more memory is taken than it needs: what a stream of Node's takes for each of thousands of files
 * makes the collector run without end. Rejects with the system's own error.
 */
export async function* readChunks(name: string): AsyncGenerator<Uint8Array> {
  const file = await files.open(name);
  try {
    const stats = await file.stat();
    for (let at = 0; ; ) {
      const wanted = stats.isFile() ? Math.min(CHUNK, Math.max(LEAST, stats.size - at)) : CHUNK;
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted);
      if (bytesRead === 0) return;
      at += bytesRead;
      // What a slow pipe gives is a few bytes each, and readers keep all of them until the end.
      yield bytesRead === wanted ? buffer : Buffer.from(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
