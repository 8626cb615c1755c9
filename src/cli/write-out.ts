import type { Writable } from 'node:stream';

/**
 * Writes text, or bytes as they are, and waits until the stream has taken them, so a slow reader slows the writer down and nothing piles up.
 * Rejects with the stream's own error, for example `EPIPE` when the reader has gone.
 */
export function writeOut(stream: Writable, content: string | Uint8Array): Promise<void> {
  if (content.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => (error ? reject(error) : resolve()));
  });
}
