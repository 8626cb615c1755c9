import { describe, expect, it } from 'vitest';
import { isCaption } from '../../../src/moderation/parse/is-caption.ts';

const words = (text: string): number => text.split(/\s+/u).length;

describe('isCaption', () => {
  it.each([
    'Photo: Ada Quill / Quay Gazette',
    'PHOTO: ADA QUILL',
    'Photos: Ada Quill and Bert Sand',
    'Image: the quay at dawn',
    'Foto: Ada Quill/dpa',
    'Foto © Ada Quill',
    'Foto: privat',
    '(Credit: Oda Femming)',
    '[Photo: Ada Quill]',
    'Photograph by Oda Femming',
    'Photo by Ada Quill on Unsplash',
    'Image courtesy of the Merrow Museum',
    'Courtesy of the Merrow Museum',
    'Image source, Getty Images',
    'Source image: Getty Images',
    'Source: Getty Images',
    'Photo credit: iStock',
    'Bildquelle: Hafenamt Merrow',
    'Crédit photo : Ada Quill',
    'Fotografía: Ada Quill',
    'Zdjęcie: Ada Quill',
    'Pilots on the quay at Merrow. (AP Photo/Ada Quill)',
    'The lighthouse in fog. Photo by Ada Quill',
    'The pilots meet. Credit: Ada Quill',
    'The pilots meet. Credit...Ada Quill for The Quay Gazette',
    'Tug boats at the quay / Photo: Ada Quill',
    'Die Fähre im Eis. Foto: dpa',
    'Ein Schlepper im Hafen (Symbolbild)',
    'Un remorqueur à quai. © Ada Quill / AFP',
  ])('knows %j', (text) => {
    expect(isCaption(text, words(text), false)).toBe(true);
  });

  it.each([
    'Photo by photo she rebuilt the harbour.',
    'Photographs by Ada Quill hang in the hall.',
    'Photo finish: Merrow wins by a nose',
    'Picture this: a harbour without ships.',
    'Image by image the film falls apart',
    'Credit: 3 points',
    'Credit: the bank lends.',
    'He paid on credit. Credit: 40 crowns.',
    'We looked at his photo. Photo by Ada was better.',
    'She sent him a letter (photo by post) and left.',
    'Illustration: how the lock works',
    'Foto de familia en el muelle',
    'Source: Merrow Herald',
    '© 2024 Quay Media',
    'Ada Quill',
    '',
  ])('takes %j for none', (text) => {
    expect(isCaption(text, text === '' ? 0 : words(text), false)).toBe(false);
  });

  it('leaves a first line that may be the title', () => {
    expect(isCaption('Photo: a storm breaks the pier', 6, true)).toBe(false);
    expect(isCaption('Photos: the regatta of Merrow in pictures', 7, false)).toBe(false);
    expect(isCaption('Photo: Ada Quill', 3, true)).toBe(true);
  });

  it('takes no paragraph for one', () => {
    const long = `${'tide '.repeat(70)}ends. Photo: Ada Quill`;
    expect(isCaption(long, words(long), false)).toBe(false);
  });
});
