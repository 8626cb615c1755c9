import { replaceControls } from './replace-controls.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const MARKUP = /[&<>"']/gu;

/** A text as HTML content or attribute value: markup escaped, characters that HTML forbids replaced by U+FFFD. */
export function escapeHtml(text: string): string {
  return replaceControls(text).replace(MARKUP, (character) => ENTITIES[character] ?? character);
}
