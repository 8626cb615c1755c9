import type { Readable } from 'node:stream';
import type { CheckItem } from '../check/check-item.ts';
import type { InputFormat } from '../check/check-options.ts';
import { listInputs } from '../check/list-inputs.ts';
import { readItems } from '../check/read-items.ts';

/** An article of the input, or why there is none, with how far the inputs are read. */
export interface ReadItem {
  readonly item: CheckItem;
  readonly input: string;
  readonly done: number;
  readonly total: number;
}

/** Every article of files, folders and standard input, in order. What cannot be read is a fault in its place. */
export async function* readArticles(paths: readonly string[], format: InputFormat, stdin: Readable): AsyncGenerator<ReadItem> {
  const inputs = await listInputs(paths, format, stdin);
  for (const [done, input] of inputs.entries())
    for await (const item of readItems(input)) yield { item, input: input.name, done, total: inputs.length };
}
