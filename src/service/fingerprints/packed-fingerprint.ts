import type { ArticleFingerprint } from '../../moderation/model/article-fingerprint.ts';
import { packParagraphs } from './pack-paragraphs.ts';

/** A fingerprint as threads send it and the store keeps it: one run of bytes instead of four for each paragraph. */
export interface PackedFingerprint extends Omit<ArticleFingerprint, 'paragraphs'> {
  /** In all paragraphs. */
  readonly words: number;
  /** By `packParagraphs`. */
  readonly paragraphs: Uint8Array<ArrayBuffer>;
}

export function packFingerprint({ version, keys, lines, paragraphs }: ArticleFingerprint): PackedFingerprint {
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0);
  return { version, keys, lines, words, paragraphs: packParagraphs(paragraphs) };
}
