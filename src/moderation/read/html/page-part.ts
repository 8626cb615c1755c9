/** Parts of a page beside its article. Each has a list of names, `page.<part>`, in `rules/page.yaml`. */
export const NAMED_PARTS = [
  'navigation',
  'related',
  'newsletter',
  'share',
  'advert',
  'cookie',
  'comment',
  'author',
  'sidebar',
  'footer',
  'facts',
  'form',
] as const;
export type NamedPart = (typeof NAMED_PARTS)[number];

/** Why a block of a page is not in the text of its article. */
export type PagePart = NamedPart | 'card' | 'credit' | 'links' | 'orphan' | 'outside';
