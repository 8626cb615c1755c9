import { ENTITY_TYPES, type EntityType } from '../moderation/model/annotation.ts';
import type { CompromisePointer, CompromiseView } from './compromise-types.ts';
import { isNamed } from './is-named.ts';
import type { NamingOptions } from './name-terms.ts';
import type { NamedMention } from './named-mention.ts';
import { pointAtNames } from './point-at-names.ts';

type Nth = number | string | undefined;
type Select = (this: CompromiseView, n?: Nth) => CompromiseView;

/** The class of all views, whose methods a plugin may add to. */
export interface ViewClass {
  new (
    document: CompromiseView['document'],
    pointers?: readonly CompromisePointer[],
    groups?: unknown,
  ): CompromiseView & { viewType: string };
  readonly prototype: object;
}

/** The methods that answer with names, by the types of those; `entities` is ours. */
const SELECTORS: Readonly<Record<string, readonly EntityType[]>> = {
  people: ['PER'],
  places: ['LOC'],
  organizations: ['ORG'],
  topics: ['PER', 'LOC', 'ORG'],
};

/** Compromise's own methods of these names, so that the plugin may be handed to it again with other options. */
const OWN = new WeakMap<object, Readonly<Record<string, Select | undefined>>>();

/** Our names with those of compromise's own that none of ours touches. */
function withOwn(view: CompromiseView, ours: readonly CompromisePointer[], own: CompromiseView): readonly CompromisePointer[] {
  const isFree = ([sentence, from, to]: CompromisePointer): boolean =>
    (view.document[sentence] ?? []).slice(from, to).every((term) => !term.copydesk);
  return [...ours, ...own.fullPointer.filter(isFree)].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** `nlp.tokenize()` looks for nothing: then it is done when names are asked for. */
function ensureNamed(view: CompromiseView): void {
  if (!isNamed(view)) view.compute('copydeskEntities');
}

function createSelector(types: readonly EntityType[], own: Select | undefined, { ownGuesses }: NamingOptions): Select {
  return function selectNames(n) {
    ensureNamed(this);
    const ours = pointAtNames(this, types);
    const pointers = own && ownGuesses === 'keep' ? withOwn(this, ours, own.call(this)) : ours;
    // Compromise's own method makes the view, because people() has methods of its own: parse(), presumedMale().
    const empty = own ? own.call(this.none()) : this.toView([]);
    return empty.update(pointers).getNth(n);
  };
}

/** The view that `entities()` gives: `json()` says of each what it is. */
function createEntitiesClass(View: ViewClass): ViewClass {
  return class Entities extends View {
    constructor(document: CompromiseView['document'], pointers?: readonly CompromisePointer[], groups?: unknown) {
      super(document, pointers, groups);
      this.viewType = 'Entities';
    }

    override update(pointers: readonly CompromisePointer[]): CompromiseView {
      return new Entities(this.document, pointers);
    }

    override json(options?: unknown): ReturnType<CompromiseView['json']> {
      const mentions = this.mentions();
      return super.json(options).map((json, at) => ({ ...json, entity: mentions[at] }));
    }

    /** The names themselves, exact to the character. */
    mentions(): readonly NamedMention[] {
      return this.fullPointer.flatMap(([sentence, from]) => this.document[sentence]?.[from]?.copydesk ?? []);
    }
  };
}

/** Lets the methods that give names give ours, and adds `entities()`. */
export function extendView(View: ViewClass, options: NamingOptions): void {
  // Foreign data: plugins of compromise add methods to the prototype.
  const methods = View.prototype as Record<string, Select | undefined>;
  const own = OWN.get(methods) ?? Object.fromEntries(Object.keys(SELECTORS).map((name) => [name, methods[name]]));
  OWN.set(methods, own);
  for (const [name, types] of Object.entries(SELECTORS)) methods[name] = createSelector(types, own[name], options);
  const Entities = createEntitiesClass(View);
  methods.entities = function selectEntities(n) {
    ensureNamed(this);
    return new Entities(this.document, pointAtNames(this, ENTITY_TYPES)).getNth(n);
  };
}
