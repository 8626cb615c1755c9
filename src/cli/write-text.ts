import type { Writable } from 'node:stream';

/**
 * Writes and waits until the stream has taken it, so a slow reader slows the writer down and nothing piles up.
 * Rejects with the stream's own error, for example `EPIPE` when the reader has gone.
 */
export function writeText(stream: Writable, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
