import { existsSync, readFileSync } from 'node:fs';
import {
  type AnnotationRules,
  type AnnotationTexts,
  type PackedAnnotationRules,
  unpackAnnotationRules,
} from './pack-annotation-rules.ts';
import { readAnnotationRules } from './read-annotation-rules.ts';
import { readShippedText } from './read-rule-folder.ts';

/** Written by `src/rules/write-annotation-rules.ts`; without it, or when it is out of date, the same rules take longer to read. */
const PACKED = new URL('../../rules/built/annotation.json', import.meta.url);
let shipped: AnnotationRules | undefined;

function readPacked(texts: AnnotationTexts): AnnotationRules | undefined {
  if (!existsSync(PACKED)) return undefined;
  const packed: PackedAnnotationRules = JSON.parse(readFileSync(PACKED, 'utf8'));
  return unpackAnnotationRules(texts, packed);
}

function readShipped(): AnnotationRules {
  const texts = { thresholds: readShippedText('annotation.yaml'), topics: readShippedText('topics.yaml') };
  return readPacked(texts) ?? readAnnotationRules(texts);
}

/** What annotation needs of the rules that come with Copydesk, read once. */
export function loadAnnotationRules(): AnnotationRules {
  shipped ??= readShipped();
  return shipped;
}
