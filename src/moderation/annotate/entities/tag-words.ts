import nlp from 'compromise/two';
import type { Span } from '../../model/span.ts';
import type { Word } from './word.ts';

/** What we read of a term of compromise: its text, what stands around it, and its tags. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags?: ReadonlySet<string>;
}

interface TaggedSpan extends Span {
  readonly tags: ReadonlySet<string>;
}

/** What compromise/two does to a text of itself. Plugins that others hand to it add steps; those are not for us. */
const STEPS = ['index', 'id', 'freeze', 'typeahead', 'lexicon', 'preTagger', 'contractionTwo', 'postTagger'];
const NO_TAGS: ReadonlySet<string> = new Set();

/** Terms of compromise as spans of `sentence`; none when its terms do not spell the sentence. */
function readTerms(sentence: string): readonly TaggedSpan[] {
  // Foreign data: compromise types its terms loosely.
  const terms = nlp.tokenize(sentence).compute(STEPS).docs.flat() as unknown as readonly Term[];
  if (terms.map(({ pre, text, post }) => pre + text + post).join('') !== sentence) return [];
  let at = 0;
  return terms.map(({ pre, text, post, tags }) => {
    const start = at + pre.length;
    at = start + text.length + post.length;
    return { start, end: start + text.length, tags: tags ?? NO_TAGS };
  });
}

/** The words of a sentence with the tags that compromise gives to the term at the start of each. */
export function tagWords(text: string, sentence: Span, words: readonly Word[]): readonly Word[] {
  const terms = readTerms(text.slice(sentence.start, sentence.end));
  let term = 0;
  return words.map((word) => {
    const at = word.start - sentence.start;
    while (term < terms.length && (terms[term]?.end ?? 0) <= at) term++;
    const found = terms[term];
    return found && found.start <= at ? { ...word, tags: found.tags } : word;
  });
}
