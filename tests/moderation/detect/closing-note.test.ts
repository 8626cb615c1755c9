import { describe, expect, it } from 'vitest';
import { CLOSING, detectText, OPENING } from './detect-text.ts';

const MIDDLE =
  'The observatory measured forty days of frost at Aldane, which is more than in any winter since the old pier was built in the bay.';
const STORY = `The ice stays at Merrow\n\n${OPENING}\n\n${MIDDLE}\n\n${CLOSING}`;
const TALL_STORY = `${STORY}\n\nThe pilots will meet again in a week, when the council has asked the ferry line what a month without ships would cost.`;

/** What `closing-note` takes from the lines below a story. */
function closing(...lines: readonly string[]): readonly (readonly [string, string])[] {
  return detectText([TALL_STORY, ...lines].join('\n\n'))
    .filter(([rule]) => rule === 'page.closing-line@1' || rule === 'page.author-note@1')
    .map(([rule, , text]) => [rule, text] as const);
}

describe('closingNote', () => {
  it.each([
    'Tell us what you think of the ferries: write to us at desk@quay-gazette.example.',
    'Tideline comes every Friday, a letter about tides and boats. It is our newsletter, and it is free.',
    'Das Hafenblatt lesen oder verschenken und Vorteile sichern!',
    'Si le reportage vous a plu, suivez nous partout où il y a de la glace.',
    'Para leer más sobre el hielo, haz clic aquí, que hay mucho.',
    'Se vuoi altre notizie dal porto, seguici dove preferisci, anche in barca.',
    'Gostou da reportagem sobre o gelo? Deixe um comentário no fim da página.',
    'Jeśli lubisz nasz port, obserwuj nas tam, gdzie pływają statki.',
    'Kennen Sie schon unsere Karte der Häfen? Sie zeigt alle Molen der Bucht.',
  ])('takes what the page says to its reader in its last line: %s', (line) => {
    expect(closing(line)).toEqual([['page.closing-line@1', line]]);
  });

  it('goes up from the end, over labels, to the story', () => {
    expect(closing('Let us know in the comments what you saw of the ice.', 'Ferries', 'Follow us to the next harbour.')).toEqual([
      ['page.closing-line@1', 'Let us know in the comments what you saw of the ice.'],
      ['page.closing-line@1', 'Follow us to the next harbour.'],
    ]);
  });

  it('leaves such words where the story goes on below', () => {
    const appeal = 'Tell us what you think, said the mayor, who wants to hear from all who wait for the ferry.';
    expect(detectText(`The ice stays\n\n${OPENING}\n\n${appeal}\n\n${MIDDLE}\n\n${CLOSING}`)).toEqual([]);
  });

  it('leaves what somebody is quoted with', () => {
    expect(
      closing('The mayor ended with a wish: "Tell us what you think and let us know in the comments of the paper."'),
    ).toEqual([]);
  });

  it('leaves the last line where the page has one paragraph of its own', () => {
    expect(detectText(`The ice stays\n\n${OPENING}\n\nPlease tell us what you think of the ice on the bay.`)).toEqual([]);
  });

  it.each(['Quelle: Hafenamt (HAM), 4. März 2024, Merrow', '© 2024 Quay Media'])(
    'takes where the story came from: %s',
    (line) => {
      expect(closing(line)).toEqual([['page.closing-line@1', line]]);
    },
  );

  it('leaves the source of a table or of a list', () => {
    expect(closing('The days of frost at Aldane by year:', 'Source: Observatory (OBS), table 4, 2024')).toEqual([]);
  });
});

describe('notes on authors', () => {
  it.each([
    'Ada Quill is a freelance writer in Merrow. She covers boats, nets and whoever mends them.',
    'Bert Moor schreibt seit 2008 für das Hafenblatt über Lotsen und ihre Boote.',
    'Ada Quill est journaliste à Merrow, où elle suit le port depuis dix ans.',
    'Ada Quill es periodista y vive en Merrow, donde escribe sobre el puerto.',
    'Die Autorin ist Lehrerin an der Seefahrtschule von Aldane und fährt selbst.',
    'The author is a teacher at the school of navigation at Aldane and sails himself.',
  ])('go from below the story: %s', (line) => {
    expect(closing(line)).toEqual([['page.author-note@1', line]]);
  });

  it('go with their head', () => {
    const note = 'She has lived at the harbour since she was a child, and knows each of its boats by the sound of its engine.';
    expect(closing('About Ada Quill', note)).toEqual([
      ['page.author-note@1', 'About Ada Quill'],
      ['page.author-note@1', note],
    ]);
  });

  it('are none where the story speaks of the same name', () => {
    const about =
      'Ada Quill had warned of the ice in her column, which all at the harbour read before they go out in the morning.';
    const text = `${TALL_STORY}\n\n${about}\n\nAda Quill is a freelance writer in Merrow, and she has been right before.`;
    expect(detectText(text)).toEqual([]);
  });

  it('are none where an article speaks of an author', () => {
    const about =
      'The novel is long, and its author has put all the boats of the bay into it, with the names of those who built them.';
    expect(detectText(`${TALL_STORY}\n\n${about}\n\nThe author is at his best where nothing happens but the tide.`)).toEqual([]);
  });

  it('are none when three people follow each other', () => {
    const people = ['Ada Quill', 'Bert Moor', 'Cleo Tarn'].map(
      (name) => `${name} is a reporter who spoke of the ice at the meeting.`,
    );
    expect(closing(...people)).toEqual([]);
  });
});
