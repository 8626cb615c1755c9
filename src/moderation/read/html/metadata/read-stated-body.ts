import type { BlockKind } from '../../../model/block.ts';
import type { TextRun } from '../page-block.ts';
import { type JsonText, readJsonText } from './json-text.ts';
import type { PageMetadata } from './read-page-metadata.ts';
import { splitStatedText } from './split-stated-text.ts';

/** UTF-16 code units of a stated text from which it is an article, and how many times as long as the page's own it is. */
const MIN_LENGTH = 300;
const MIN_RATIO = 3;

const KEY = /"articleBody"\s{0,99}:\s{0,99}"/gu;

/** The place of the stated text among the scripts; those of other articles may stand beside it. */
function findBody(source: string, { body, scripts }: PageMetadata): JsonText | undefined {
  for (const { start, end } of scripts) {
    KEY.lastIndex = start;
    for (let key = KEY.exec(source); key && key.index < end; key = KEY.exec(source)) {
      const found = readJsonText(source, KEY.lastIndex, end);
      if (found.text === body) return found;
      KEY.lastIndex = found.places.at(-1) ?? end;
    }
  }
  return undefined;
}

interface StatedBlock {
  readonly kind: BlockKind;
  readonly runs: readonly TextRun[];
}

function lengthOf(blocks: readonly StatedBlock[]): number {
  return blocks.reduce((sum, { runs }) => runs.reduce((length, { value }) => length + value.length, sum), 0);
}

/**
 * The article as the data of a page state it, for pages that show it by script: `shown` are the blocks that the page has
 * of it. Nothing when these are more than a third as long.
 */
export function readStatedBody(
  source: string,
  page: PageMetadata,
  shown: readonly StatedBlock[],
): readonly StatedBlock[] | undefined {
  const enough = Math.max(MIN_LENGTH, lengthOf(shown) * MIN_RATIO);
  if (page.body === undefined || page.body.length <= enough) return undefined;
  const body = findBody(source, page);
  const blocks = body ? splitStatedText(source, body).map((runs): StatedBlock => ({ kind: 'paragraph', runs })) : [];
  return lengthOf(blocks) > enough ? blocks : undefined;
}
