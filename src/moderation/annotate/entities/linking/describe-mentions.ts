import type { NamedSpan } from '../named-span.ts';
import { isPlaced } from './is-placed.ts';
import type { Gender, NameForm } from './name-form.ts';
import { readTitle } from './read-title.ts';
import { titleGender } from './title-gender.ts';
import { VARIANT_WORDS } from './variant-words.ts';
import { voteType } from './vote-type.ts';

type MentionFacts = Pick<
  NameForm,
  'type' | 'confidence' | 'mentions' | 'sentences' | 'placedMentions' | 'titledMentions' | 'reigns' | 'gender'
>;

function genderOfGiven([first = '', ...others]: readonly string[]): Gender | undefined {
  if (others.length === 0) return undefined;
  if (VARIANT_WORDS.menNames.has(first)) return 'man';
  return VARIANT_WORDS.womenNames.has(first) ? 'woman' : undefined;
}

/** What the mentions of a form say of it; `words` are those of the form, the mentions are in order of their place. */
export function describeMentions(text: string, words: readonly string[], mentions: readonly NamedSpan[]): MentionFacts {
  const vote = voteType(mentions.map(({ type, confidence }) => ({ type, confidence, weight: 1 })));
  const titles = vote.type === 'PER' ? mentions.map((span) => readTitle(text, span)) : [];
  const genders = titles.flatMap((title) => titleGender(title) ?? []);
  const gender = genders[0] ?? genderOfGiven(words);
  return {
    ...vote,
    mentions,
    sentences: new Set(mentions.map(({ sentence }) => sentence.start)),
    placedMentions: mentions.filter((span) => isPlaced(text, span)).length,
    titledMentions: genders.length,
    reigns: new Set(titles.filter((title) => VARIANT_WORDS.reignTitles.has(title))),
    gender: vote.type === 'PER' && genders.every((told) => told === gender) ? gender : undefined,
  };
}
