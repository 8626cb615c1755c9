import type { Preferences } from '../../preferences.ts';

/** The classes by which an article is blurred, without colours, or shown with its markup. */
export function listVeils({ isBlurred, isGrey, isMarkupShown }: Preferences): string {
  return [isBlurred ? 'blurred' : '', isGrey ? 'grey' : '', isMarkupShown ? 'with-markup' : ''].join(' ');
}
