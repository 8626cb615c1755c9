import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Article } from '../model/article.ts';
import type { Original } from '../model/moderated-article.ts';

/** Identity of the original: sha256 of its UTF-8 form (a lone surrogate counts as U+FFFD), length in UTF-16 code units. */
export function describeOriginal(article: Article): Original {
  const digest = sha256(new TextEncoder().encode(article.text));
  return { sha256: bytesToHex(digest), length: article.text.length, format: article.format ?? 'text' };
}
