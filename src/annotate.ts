import { annotate as annotateText } from './moderation/annotate/annotate.ts';
import type { TextAnnotations } from './moderation/model/annotation.ts';
import type { Ruleset } from './moderation/model/ruleset.ts';
import type { Taxonomy } from './moderation/model/taxonomy.ts';
import { readPublicationDate } from './moderation/parse/read-publication-date.ts';
import { loadAnnotationRules } from './rules/load-annotation-rules.ts';

export interface AnnotationContext {
  /**
   * What "yesterday" is reckoned from: ISO 8601, or a day as people write it ("March 6, 2024"). Of a date-time the day counts that
   * is written, in whatever zone. Without it, or when it says no day, such dates have no value.
   */
  readonly publishedAt?: string;
  /** Its words and thresholds for topics and keyphrases; without it those that come with Copydesk. */
  readonly ruleset?: Ruleset;
  /** The publisher's own topics in place of IPTC Media Topics. */
  readonly taxonomy?: Taxonomy;
}

/**
 * Annotates a plain text without cleaning it; blocks are divided by blank lines, offsets are those of `text`. `language` says
 * why a text has no names (another than English), `incomplete` what was not read to its end. Without a ruleset the words and
 * thresholds of annotation are read from the rules shipped, once for all texts.
 */
export function annotate(text: string, { publishedAt, ruleset, taxonomy }: AnnotationContext = {}): TextAnnotations {
  const published = publishedAt === undefined ? undefined : readPublicationDate(publishedAt);
  const rules = ruleset ?? (taxonomy ? { topics: [], thresholds: loadAnnotationRules().thresholds } : loadAnnotationRules());
  return annotateText(text, {
    ...(published !== undefined && { publishedAt: published }),
    rules: { ...rules, ...(taxonomy && { taxonomy }) },
  });
}
