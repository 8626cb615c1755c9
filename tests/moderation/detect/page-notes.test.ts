import { describe, expect, it } from 'vitest';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const TITLE = 'Pilots of Merrow vote on the winter tide once more';
const BYLINE = 'By Ada Quill, March 3, 2024';
const MIDDLE =
  'A second paragraph tells how the crews of nine tugs waited for coal that a barge from Aldane had failed to bring.';

type Found = readonly (readonly [string, string, string])[];
const inBody = (line: string): Found => detectText([TITLE, BYLINE, OPENING, line, MIDDLE, CLOSING].join('\n\n'));
const inTail = (line: string): Found => detectText([TITLE, BYLINE, OPENING, MIDDLE, CLOSING, line].join('\n\n'));
const above = (line: string): Found => detectText([line, TITLE, BYLINE, OPENING, MIDDLE, CLOSING].join('\n\n'));
const takes = (found: Found, line: string): boolean =>
  found.some(([, action, text]) => text === line && (action === 'removed' || action === 'moved'));

describe('a row of buttons between paragraphs', () => {
  it.each([
    'Share on Facebook Share on Twitter Share on LinkedIn',
    'Facebook Twitter WhatsApp Email Copy link',
    'Tweet Pin It Share 0',
    'Comment Share Like',
    'Share: Facebook, Twitter, Print',
    'EmailThisBlogThis!Share to TwitterShare to Facebook',
    'Partager sur Facebook Partager sur Twitter',
    'Auf Facebook teilen · Auf X teilen · Drucken',
    'Loading...',
    'Wird geladen …',
  ])('%j goes', (line) => {
    expect(takes(detectLine(line), line)).toBe(true);
  });

  it.each([
    'Facebook Twitter',
    'Facebook, Twitter, Instagram',
    'Facebook, Twitter and Instagram',
    'Share and share alike',
    'Loading',
    'Like, comment, share?',
    'Post Office',
    'Loading the barges...',
  ])('%j stays', (line) => {
    expect(detectLine(line)).toEqual([]);
  });
});

describe('single lines of the page between paragraphs', () => {
  it.each([
    'Please enable JavaScript to view the comments powered by Disqus.',
    'Listen to this article 4 min',
    '4 min read',
    'By subscribing you agree to our Terms of Use and Privacy Policy.',
    'This article was originally published by Quay Gazette.',
    'Notify me of follow-up comments by email.',
    'All links are external and will open in a new window',
  ])('%j goes', (line) => {
    expect(takes(inBody(line), line)).toBe(true);
  });
});

it('the credit of several pictures is no insert', () => {
  const credit = 'Foto: dpa';
  expect(detectText([TITLE, BYLINE, OPENING, credit, MIDDLE, credit, CLOSING, credit].join('\n\n'))).toEqual([
    ['source.byline@1', 'moved', BYLINE],
  ]);
});

describe('the path to an article', () => {
  it.each(['Home > News > Local', 'Startseite » Politik', 'News › Local › Merrow', `Home / Harbour / ${TITLE}`])(
    '%j goes above the title, and stays in the story',
    (line) => {
      expect(above(line)).toContainEqual(['page.breadcrumb@1', 'removed', line]);
      expect(inBody(line)).toEqual([['source.byline@1', 'moved', BYLINE]]);
    },
  );

  it.each(['Ferries | Fish', 'Home', 'Before > after', 'Ferries > Fish'])('%j is none', (line) => {
    expect(above(line).filter(([rule]) => rule === 'page.breadcrumb@1')).toEqual([]);
  });
});

describe('the note of a feed', () => {
  it.each([
    `The post ${TITLE} appeared first on Quay Gazette.`,
    `The post “${TITLE}” appeared first on quay.example.`,
    `The post Pilots of Merrow vote on the winter tide appeared first on Quay Gazette.`,
    `Der Beitrag ${TITLE} erschien zuerst auf Hafenblatt.`,
    `L’article ${TITLE} est apparu en premier sur Le Quai.`,
    `La entrada ${TITLE} se publicó primero en El Muelle.`,
    `O post ${TITLE} apareceu primeiro em O Cais.`,
  ])('%j goes from every zone', (line) => {
    expect(inBody(line)).toContainEqual(['page.feed-note@1', 'removed', line]);
    expect(inTail(line)).toContainEqual(['page.feed-note@1', 'removed', line]);
  });

  it('goes from the end of a paragraph, which stays', () => {
    const note = `The post ${TITLE} appeared first on Quay Gazette.`;
    expect(inTail(`${MIDDLE} ${note}`)).toContainEqual(['page.feed-note@1', 'removed', note]);
  });

  it('goes with another title below the story only', () => {
    const note = 'The post Ferry strike ends appeared first on Quay Gazette.';
    expect(takes(detectText([TITLE, BYLINE, OPENING, MIDDLE, 'Crews', note].join('\n\n')), note)).toBe(false);
    const short = 'The post Ferry strike ends appeared first on Tideline';
    expect(takes(inTail(short), short)).toBe(true);
    expect(takes(inBody(short), short)).toBe(false);
  });

  it.each([
    'The symptoms appeared first on the hands.',
    'The symptoms appeared first on the hands',
    'The post office of Merrow appeared first on a map of 1810',
  ])('%j is none', (line) => {
    expect(takes(inBody(line), line)).toBe(false);
    expect(takes(inTail(line), line)).toBe(false);
  });
});

describe('a rights notice', () => {
  it.each([
    '© 2024 Quay Media. All rights reserved.',
    'All Rights Reserved',
    'Quay Gazette. Alle Rechte vorbehalten.',
    'Quay Media | All rights reserved | Designed by Oda Femming',
    'All rights reserved 2024 Quay Media',
  ])('%j goes below the story', (line) => {
    expect(takes(inTail(line), line)).toBe(true);
  });

  it.each([
    'All rights reserved under section 14 of the Act of Merrow.',
    'All rights reserved under section 14 of the Act',
    'All rights reserved by the pilots stand in the annex of the treaty.',
  ])('%j is a clause and stays', (line) => {
    expect(takes(inTail(line), line)).toBe(false);
    expect(takes(above(line), line)).toBe(false);
  });
});

describe('a source note', () => {
  const LINES = ['Source: Merrow Herald', 'Quelle: dpa', 'Source : AFP', 'Fuente: EFE', '(Quay Gazette)'];

  it.each(LINES)('%j moves from header and tail, not from the body', (line) => {
    expect(inTail(line)).toContainEqual(['source.note@1', 'moved', line]);
    expect(detectText([TITLE, line, OPENING, CLOSING].join('\n\n'))).toEqual([['source.note@1', 'moved', line]]);
    expect(takes(inBody(line), line)).toBe(false);
  });

  it.each([
    ['a table', ['Tonnage', '2019 40', '2020 41']],
    ['a chart', ['How the tonnage fell']],
    ['a list', ['- 40 tons', '- 41 tons']],
    ['a picture', ['Photo: the quay in 1902']],
  ])('stays below %s', (_, lines) => {
    for (const line of LINES) {
      expect(takes(detectText([TITLE, BYLINE, OPENING, CLOSING, ...lines, line].join('\n\n')), line)).toBe(false);
    }
  });
});

describe('the title cut short', () => {
  it.each(['Pilots of Merrow vote on the win…', 'Pilots of Merrow vote on the winter ti...', 'PILOTS OF MERROW VOTE ON […]'])(
    '%j goes',
    (line) => {
      expect(takes(inTail(line), line)).toBe(true);
    },
  );

  it.each(['Pilots of Merrow…', 'Pilots of Merrow vote on the ice…', 'Pilots of Merrow vote on the winter'])(
    '%j stays',
    (line) => {
      expect(takes(inTail(line), line)).toBe(false);
    },
  );
});
