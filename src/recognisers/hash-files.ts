import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Names and contents of files as one sha256, in hexadecimal; the order counts. */
export async function hashFiles(files: readonly { readonly name: string; readonly path: string }[]): Promise<string> {
  const whole = createHash('sha256');
  for (const { name, path } of files) {
    const one = createHash('sha256');
    await pipeline(createReadStream(path), one);
    whole.update(`${name}\0${one.digest('hex')}\n`);
  }
  return whole.digest('hex');
}
