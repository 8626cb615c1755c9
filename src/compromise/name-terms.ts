import type { EntityType } from '../moderation/model/annotation.ts';
import type { CompromiseTerm, CompromiseView, CompromiseWorld } from './compromise-types.ts';
import type { FoundEntity, NamedMention } from './named-mention.ts';

/** How names are looked for, and what becomes of those that compromise guesses itself. */
export interface NamingOptions {
  readonly recognise: (text: string) => readonly FoundEntity[];
  readonly ownGuesses: 'replace' | 'keep';
}

const TAGS: Readonly<Record<EntityType, string | null>> = { PER: 'Person', LOC: 'Place', ORG: 'Organization', MISC: null };
const NAME_TAGS = ['Person', 'Place', 'Organization'];

const textOf = (terms: readonly CompromiseTerm[]): string => terms.map(({ pre, text, post }) => pre + text + post).join('');

function listMentions(entities: readonly FoundEntity[]): readonly NamedMention[] {
  const mentions = entities.flatMap(({ id, type, name, aliases, mentions: places }) =>
    places.map(({ start, end, confidence }) => ({ id, type, name, aliases, confidence, start, end })),
  );
  return mentions.sort((a, b) => a.start - b.start);
}

/** Gives each term the first name that reaches into its text. Terms without text (the "is" of "it's") have none. */
function markTerms(terms: readonly CompromiseTerm[], mentions: readonly NamedMention[]): void {
  let at = 0;
  let row = 0;
  for (const term of terms) {
    const start = at + term.pre.length;
    const end = start + term.text.length;
    at = end + term.post.length;
    while ((mentions[row]?.end ?? Number.POSITIVE_INFINITY) <= start) row++;
    const mention = mentions[row];
    term.copydesk = mention && mention.start < end ? mention : null;
  }
}

/** Titles such as "Dr." stay titles, but are no part of the name. */
function untag(term: CompromiseTerm, tag: string, { methods, model }: CompromiseWorld): void {
  if (tag === 'Person' && term.tags.has('Honorific')) term.tags.delete(tag);
  else methods.one.unTag([term], tag, model.one.tagSet ?? {});
}

function tagTerms(terms: readonly CompromiseTerm[], world: CompromiseWorld, { ownGuesses }: NamingOptions): void {
  for (const term of terms) {
    const named = term.copydesk ?? null;
    const tag = named && TAGS[named.type];
    if (named || ownGuesses === 'replace') {
      for (const other of NAME_TAGS) if (other !== tag && term.tags.has(other)) untag(term, other, world);
    }
    if (tag) world.methods.one.setTag([term], tag, world);
  }
}

/** Puts the tags of the names that were found on the terms of a view, and takes off those that compromise guessed. */
export function tagNames(view: CompromiseView, options: NamingOptions): void {
  tagTerms(view.docs.flat(), view.world, options);
}

/** Looks for the names of a whole document and puts them, and their tags, on its terms. */
export function nameTerms(view: CompromiseView, options: NamingOptions): void {
  const terms = view.document.flat();
  markTerms(terms, listMentions(options.recognise(textOf(terms))));
  tagTerms(terms, view.world, options);
}
