import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Article } from '../model/article.ts';
import type { Original } from '../model/moderated-article.ts';
import type { TextEncoding } from '../model/text-encoding.ts';

/** Its fields in one order, whatever order they came in. */
function describeEncoding({ name, from, confidence, replaced }: TextEncoding): TextEncoding {
  return { name, from, confidence, replaced };
}

/** Identity of the original: sha256 of its UTF-8 form (a lone surrogate counts as U+FFFD), length in UTF-16 code units. */
export function describeOriginal(article: Article): Original {
  const digest = sha256(new TextEncoder().encode(article.text));
  const { text, format = 'text', encoding } = article;
  return { sha256: bytesToHex(digest), length: text.length, format, encoding: encoding ? describeEncoding(encoding) : null };
}
