import type { RandomNumbers } from './random-numbers.ts';
import { SENTENCE_WORDS, STOCK_SENTENCES } from './sentence-words.ts';

/** One paragraph in so many holds a sentence that others hold too. */
const STOCK_SHARE = 0.12;

/** Writes invented prose of short and long sentences. */
export interface ProseWriter {
  readonly sentence: () => string;
  /** Of 2 to 5 sentences. */
  readonly paragraph: () => string;
  readonly title: () => string;
  /** A statement that anybody may quote, in quotation marks. */
  readonly statement: () => string;
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A writer whose text depends on its numbers alone. */
export function createProseWriter(random: RandomNumbers): ProseWriter {
  const pick = (list: readonly string[]): string => random.pick(list, '');
  const { adjectives, nouns, verbs, prepositions, joints, places, surnames, given } = SENTENCE_WORDS;
  const thing = (): string => {
    const noun = random.isIn(0.55) ? `${pick(adjectives)} ${pick(nouns)}` : pick(nouns);
    return random.isIn(0.8) ? `the ${noun}` : `its ${noun}`;
  };
  const person = (): string => `${pick(given)} ${pick(surnames)}`;
  const subject = (): string => (random.isIn(0.2) ? person() : thing());
  const place = (): string => (random.isIn(0.3) ? `${pick(prepositions)} ${pick(places)}` : `${pick(prepositions)} ${thing()}`);
  const clause = (): string => {
    const object = random.isIn(0.2) ? `${random.below(900) + 12} ${pick(nouns)}s` : thing();
    return `${subject()} ${pick(verbs)} ${object} ${random.isIn(0.6) ? place() : ''}`.trim();
  };
  const sentence = (): string => {
    const tail = random.isIn(0.6) ? ` ${pick(joints)} ${clause()}` : '';
    return `${capitalise(clause())}${tail}.`;
  };
  const paragraph = (): string => {
    const sentences = Array.from({ length: 2 + random.below(4) }, sentence);
    if (random.isIn(STOCK_SHARE)) sentences.splice(random.below(sentences.length), 0, pick(STOCK_SENTENCES));
    return sentences.join(' ');
  };
  const statement = (): string => `“${Array.from({ length: 2 + random.below(3) }, sentence).join(' ')}”`;
  return { sentence, paragraph, title: () => capitalise(`${thing()} ${pick(verbs)} ${thing()} in ${pick(places)}`), statement };
}
