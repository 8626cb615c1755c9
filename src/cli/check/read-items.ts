import type { CheckItem } from './check-item.ts';
import type { CheckInput } from './list-inputs.ts';
import { readArticleLines } from './read-article-lines.ts';
import { readChunks } from './read-chunks.ts';
import { readWholeArticle } from './read-whole-article.ts';
import { toFileFault } from './to-file-fault.ts';

/** The articles of one input in order. What cannot be read is a fault in its place; never throws. */
export async function* readItems(input: CheckInput): AsyncGenerator<CheckItem> {
  if ('fault' in input) {
    yield { fault: input.fault };
    return;
  }
  try {
    const chunks = input.chunks ?? readChunks(input.name);
    if (input.kind === 'ndjson') yield* readArticleLines(input.name, chunks);
    else yield await readWholeArticle(input.name, input.hint, chunks);
  } catch (error) {
    yield { fault: toFileFault(input.name, error) };
  }
}
