import type { Span } from '../../model/span.ts';
// biome-ignore lint/correctness/useImportExtensions: the declarations stand in a .d.cts, the module itself is a .cjs.
import nlp from './compromise-one.cjs';
import type { Token } from './token.ts';

/** What we read of a term of compromise: its text and what stands around it. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
}

/** The two steps of compromise's tokenizer that find the terms of a sentence. */
interface Tokenizer {
  readonly splitTerms: (sentence: string, model: unknown) => readonly string[];
  readonly splitWhitespace: (term: string, model: unknown) => Term;
}

// Foreign data: compromise does not type its methods.
const TOKENIZER = (nlp.methods() as { readonly one: { readonly tokenize: Tokenizer } }).one.tokenize;
const MODEL: unknown = nlp.model();
const WORD = /\S+/gu;
/** Letters with nothing but blanks and common punctuation behind them. */
const PLAIN = /^([a-z]+)([ ,.;:]*)$/iu;

/** What compromise makes of a term. Most are plain words, which are told at a glance: the tests hold both to the same. */
function splitTerm(term: string): Term {
  const plain = PLAIN.exec(term);
  return plain ? { pre: '', text: plain[1] ?? '', post: plain[2] ?? '' } : TOKENIZER.splitWhitespace(term, MODEL);
}

function splitTerms(sentence: string): readonly Term[] {
  const terms = TOKENIZER.splitTerms(sentence, MODEL).map(splitTerm);
  const spelled = terms.map(({ pre, text, post }) => pre + text + post).join('');
  if (spelled === sentence) return terms;
  // Emoticons and a few other terms do not spell what was read: then the blanks decide.
  const words = [...sentence.matchAll(WORD)];
  return words.map((match, at) => ({
    pre: at === 0 ? sentence.slice(0, match.index) : '',
    text: match[0],
    post: sentence.slice(match.index + match[0].length, words[at + 1]?.index ?? sentence.length),
  }));
}

/** The words of a sentence, divided by the tokenizer of `compromise/one`; the sentence is no longer than 2,000 characters. */
export function tokenizeSentence(text: string, sentence: Span): readonly Token[] {
  const tokens: Token[] = [];
  let at = sentence.start;
  let before = '';
  for (const { pre, text: word, post } of splitTerms(text.slice(sentence.start, sentence.end))) {
    const start = at + pre.length;
    const end = start + word.length;
    if (word !== '') tokens.push({ start, end, text: word, before: before + pre, after: post });
    before = word === '' ? before + pre + post : post;
    at = end + post.length;
  }
  return tokens;
}
