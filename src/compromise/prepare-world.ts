import type { CompromiseView, CompromiseWorld } from './compromise-types.ts';
import { isNamed } from './is-named.ts';

/** Tags of names for `compromise/one`, which knows none. */
const NAME_TAGS = {
  ProperNoun: {},
  Person: { is: 'ProperNoun', not: ['Place', 'Organization'] },
  Place: { is: 'ProperNoun', not: ['Person', 'Organization'] },
  Organization: { is: 'ProperNoun', not: ['Person', 'Place'] },
};

/** Taggers that look for our names afterwards. */
const NAMING = new WeakSet<object>();

/**
 * `nlp.lazy()` and `view.tagger()` tag without the hooks: then names are looked for after the tagger as well. Compromise
 * tags a sentence again whenever it has changed a verb in it: then the names that were found are tagged again.
 */
function extendTagger({ compute }: CompromiseWorld): void {
  const { tagger } = compute;
  if (!tagger || NAMING.has(tagger)) return;
  const naming = (view: CompromiseView): unknown => {
    tagger(view);
    return view.compute(isNamed(view) ? 'copydeskTags' : 'copydeskEntities');
  };
  NAMING.add(naming);
  compute.tagger = naming;
}

/** The part of compromise that takes new tags. */
export interface TagSink {
  readonly addTags: (tags: object) => unknown;
}

/** Makes compromise ready for our names, once, however often the plugin is handed to it. */
export function prepareWorld(world: CompromiseWorld, nlp: TagSink): void {
  world.hooks = [...new Set(world.hooks)];
  if (!world.model.one.tagSet?.Person) nlp.addTags(NAME_TAGS);
  extendTagger(world);
}
