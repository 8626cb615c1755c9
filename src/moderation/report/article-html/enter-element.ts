import { readAttribute } from './read-attribute.ts';
import type { Place, SourceElement, Wrapper } from './source-tree.ts';

const split = (tags: string): ReadonlySet<string> => new Set(tags.split(' '));

const CONTAINERS = split('ul ol li dl dt dd blockquote figure figcaption table caption thead tbody tfoot tr td th');
/** Elements that begin a line and mean nothing to a reader. */
const BLOCKS = split(
  'html body address article aside center details dialog dir div fieldset footer form header hgroup legend listing main menu nav pre search section summary xmp plaintext math label',
);
/** Elements inside a line, by the names they get. */
const INLINE: ReadonlyMap<string, string> = new Map([
  ...'a em strong b i u s sub sup abbr time q cite del ins mark small code kbd samp var dfn bdi'
    .split(' ')
    .map((tag): [string, string] => [tag, tag]),
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
]);
/** A picture inside them is none of the article's. */
const NOT_SHOWN = split('head script style noscript template iframe object svg canvas audio video select button textarea');
const HEADING = /^h[1-6]$/u;
/** Containers around a text; deeper ones are left out, their text is not. */
const MAX_CONTAINERS = 48;
/** UTF-16 code units of a style that are looked at. */
const MAX_STYLE = 1000;

function isHidden(element: SourceElement): boolean {
  if (NOT_SHOWN.has(element.tag) || readAttribute(element, 'hidden') !== undefined) return true;
  const style = readAttribute(element, 'style')?.slice(0, MAX_STYLE).toLowerCase().replace(/\s/gu, '') ?? '';
  return style.includes('display:none') || style.includes('visibility:hidden');
}

/** The place inside the outermost element of a source. */
export function openPlace(element: SourceElement): Place {
  const none: readonly Wrapper[] = [];
  const place = { element, outer: undefined, containers: none, inline: none, block: element };
  return { ...place, isParagraph: false, heading: 0, isShown: true };
}

/** The place inside `element`, which stands at `outer`. */
export function enterElement(outer: Place, element: SourceElement): Place {
  const { tag } = element;
  const isShown = outer.isShown && !isHidden(element);
  const inside = { ...outer, element, outer, isShown };
  const name = INLINE.get(tag);
  if (name !== undefined) {
    if (outer.inline.some((wrapper) => wrapper.tag === name)) return inside;
    return { ...inside, inline: [...outer.inline, { tag: name, element }] };
  }
  if (HEADING.test(tag)) return { ...inside, block: element, heading: Number(tag.slice(1)), isParagraph: false };
  if (tag === 'p') return { ...inside, block: element, isParagraph: true };
  if (BLOCKS.has(tag)) return { ...inside, block: element };
  if (!CONTAINERS.has(tag)) return inside;
  const isKept = outer.containers.length < MAX_CONTAINERS;
  const containers = isKept ? [...outer.containers, { tag, element }] : outer.containers;
  return { ...inside, containers, block: element, isParagraph: false, heading: 0 };
}
