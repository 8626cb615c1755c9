import { findKeyphrases } from '../../../src/moderation/annotate/keyphrases/find-keyphrases.ts';
import { readPhraseLimits } from '../../../src/moderation/annotate/keyphrases/phrase-limits.ts';
import { readSentences } from '../../../src/moderation/annotate/tokens/read-sentences.ts';
import { findTopics } from '../../../src/moderation/annotate/topics/find-topics.ts';
import { indexMediaTopics } from '../../../src/moderation/annotate/topics/media-topics.ts';
import { readTopicLimits } from '../../../src/moderation/annotate/topics/topic-limits.ts';
import type { Block } from '../../../src/moderation/model/block.ts';
import type { CleanedText } from '../../../src/moderation/model/cleaned-text.ts';
import type { Ruleset } from '../../../src/moderation/model/ruleset.ts';
import { readTopicTerms } from '../../../src/rules/read-topic-terms.ts';
import { nameEntities } from '../../moderation/annotate/topics/name-entities.ts';
import type { BoundaryCase } from './boundary-case.ts';
import type { Boundaries } from './boundary-schema.ts';
import { expandWords } from './expand-words.ts';

const MARK = '# ';

/** Paragraphs, and headings without their mark; a title is a first block. */
function toCleaned(text: string, title: string | undefined): CleanedText {
  const parts = [...(title === undefined ? [] : [{ kind: 'title' as const, said: title }])];
  const body = expandWords(text.trim())
    .split(/\n\s*\n/u)
    .map((part) => ({
      kind: part.startsWith(MARK) ? ('heading' as const) : ('paragraph' as const),
      said: part.replace(/^# /u, '').replaceAll('\n', ' '),
    }));
  const blocks: Block[] = [];
  let at = 0;
  for (const { kind, said } of [...parts, ...body]) {
    blocks.push({ kind, start: at, end: at + said.length, sourceStart: at, sourceEnd: at + said.length });
    at += said.length + 2;
  }
  return {
    text: [...parts, ...body].map(({ said }) => said).join('\n\n'),
    edits: [],
    blocks,
    toSource: (span) => span,
  };
}

const toScore = (score: number): string => (score === 1 ? '1' : score.toFixed(3).slice(1));
const list = (found: readonly string[]): string => found.join(', ') || 'nothing';

export function toTopicCase({ pins, shows, words, title, text, found }: Boundaries['topics'][number]): BoundaryCase {
  const cleaned = toCleaned(text, title);
  const observe = ({ thresholds }: Ruleset): string => {
    const limits = readTopicLimits(thresholds);
    const topics = words.map((entry) => {
      const read = readTopicTerms(entry, limits);
      if ('reason' in read) throw new TypeError(`${entry.code}: ${read.reason}`);
      return { code: entry.code, ...read };
    });
    const index = indexMediaTopics({ topics, thresholds });
    return list(
      findTopics(cleaned, undefined, index).map(
        ({ label, score, evidence }) => `${label} ${toScore(score)}${evidence.length > 5 ? ` of ${evidence.length} words` : ''}`,
      ),
    );
  };
  return { title: shows, pins, expected: list(found), observe };
}

export function toKeyphraseCase({ pins, shows, names, title, text, found }: Boundaries['keyphrases'][number]): BoundaryCase {
  const cleaned = toCleaned(text, title);
  const entities = nameEntities(
    cleaned.text,
    names.map((name) => ['ORG', name]),
  );
  const sentences = readSentences(cleaned, cleaned.text.length);
  const observe = ({ thresholds }: Ruleset): string =>
    list(
      findKeyphrases(cleaned.text, sentences, entities, readPhraseLimits(thresholds)).map(
        ({ text: phrase, score }) => `${phrase} ${toScore(score)}`,
      ),
    );
  return { title: shows, pins, expected: list(found), observe };
}
