const PAGES = new Set(['webpage', 'itempage', 'aboutpage', 'collectionpage', 'faqpage', 'medicalwebpage', 'qapage']);

/** True for a type of schema.org such as `WebPage`. */
export function isPageType(type: string): boolean {
  return PAGES.has(type.slice(0, 60).toLowerCase());
}
