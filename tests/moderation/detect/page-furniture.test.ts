import { describe, expect, it } from 'vitest';
import { CLOSING, detectText, OPENING } from './detect-text.ts';

const TITLE = 'Pilots of Merrow vote on the winter tide';
const MIDDLE =
  'A second paragraph tells how the crews of nine tugs waited for coal that a barge from Aldane had failed to bring.';
const LINKS = ['The lock keeper who counts swans on Sundays', 'A barge full of bells reaches the island at last'];

/** Texts of what is taken out, by any of the rules whose name begins so. */
function removed(lines: readonly string[], prefix = ''): readonly string[] {
  const found = detectText(lines.join('\n\n')).filter(([rule, action]) => action === 'removed' && rule.startsWith(prefix));
  return [...new Set(found.map(([, , text]) => text))];
}

describe('lines above the title', () => {
  const byline = 'By Ada Quill, March 3, 2024';

  it('go when they are a menu', () => {
    const menu = ['Home', 'Ferries', 'Weather', 'Fish', 'Letters'];
    expect(removed([...menu, TITLE, byline, OPENING, CLOSING])).toEqual(menu);
  });

  it('stay when no prose shows which line is the title', () => {
    const clues = ['Across', '1 Bird with one leg in the river (5)', '4 Not the sea (4)', 'Down', '1 Lost by a father (3)'];
    expect(removed(['Crossword 1,204', ...clues])).toEqual([]);
  });

  it('stay when they are one section', () => {
    expect(removed(['Ferries', TITLE, byline, OPENING, CLOSING])).toEqual([]);
  });
});

describe('lines between title and story', () => {
  it('go when they are buttons, and leave the subtitle', () => {
    const subtitle = 'A strike that nobody wanted and everybody expected';
    expect(removed([TITLE, subtitle, 'Share this article', 'Email', 'Print', OPENING, CLOSING])).toEqual([
      'Share this article',
      'Email',
      'Print',
    ]);
  });
});

describe('a list of teasers', () => {
  it('goes, but for the teaser of this very article', () => {
    const others = LINKS.flatMap((link) => [
      link,
      `${link} tells of a winter on the quays, and of much that followed it.`,
      'Read more',
    ]);
    const own = 'Nine tugs, one barge and a vote: what the winter tide has to do with the coal that never came.';
    const lines = [TITLE, OPENING, MIDDLE, CLOSING, 'Other recent stories', ...others, TITLE, own, 'Read more'];
    const gone = removed(lines);
    expect(gone).toEqual(expect.arrayContaining(['Other recent stories', ...others, TITLE]));
    expect(gone).not.toContain(own);
  });
});

describe('a list of links', () => {
  it('goes with its head, wherever it stands', () => {
    expect(removed([TITLE, OPENING, 'Related articles', ...LINKS, MIDDLE, CLOSING])).toEqual(['Related articles', ...LINKS]);
  });

  it('ends where a heading may begin', () => {
    const lines = [TITLE, OPENING, 'Related articles', ...LINKS, 'What the crews want', MIDDLE, CLOSING];
    expect(removed(lines)).toEqual(['Related articles', ...LINKS]);
  });

  it('is none under a heading of the story', () => {
    expect(removed([TITLE, OPENING, 'The swans', ...LINKS, MIDDLE, CLOSING])).toEqual([]);
  });
});

describe('lines below the story', () => {
  const tail = [
    'Share this article',
    'Leave a comment',
    'Most read',
    ...LINKS,
    'Home',
    'Contact',
    'Privacy policy',
    '© 2024 Quay',
  ];

  it('go from the first that is named', () => {
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, 'Berth 4', ...tail])).toEqual(expect.arrayContaining(tail));
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, 'Berth 4', ...tail])).not.toContain('Berth 4');
  });

  it('stay when nothing names them', () => {
    expect(removed([TITLE, OPENING, CLOSING, 'Departures', 'Merrow 7.15', 'Aldane 8.40', 'Quenby 9.05'])).toEqual([]);
  });

  it('stay when they are rows of data between labels', () => {
    const rows = ['Merrow 7.15', '8 crowns', '3 eggs', '12 May, town hall'];
    const found = removed([TITLE, OPENING, CLOSING, 'Share this article', ...rows, 'Leave a comment', 'Privacy policy']);
    expect(found.filter((text) => rows.includes(text))).toEqual([]);
  });
});

describe('rows of labels inside the story', () => {
  it('go from three on', () => {
    const bar = ['Facebook', 'Twitter', 'WhatsApp'];
    expect(removed([TITLE, OPENING, ...bar, MIDDLE, CLOSING])).toEqual(bar);
    expect(removed([TITLE, OPENING, 'Print', MIDDLE, 'Email', CLOSING])).toEqual([]);
  });

  it('stay when they are parts of a newspaper', () => {
    expect(removed([TITLE, OPENING, 'Music', 'Film', 'Books', MIDDLE, CLOSING])).toEqual([]);
  });
});

describe('small marks', () => {
  it.each([
    ['page.empty-line@1', '\u200b'],
    ['page.empty-line@1', '✕'],
    ['page.read-also-line@2', 'Related: The lock keeper who counts swans'],
  ])('%s takes %j', (rule, line) => {
    expect(detectText([TITLE, OPENING, line, CLOSING].join('\n\n'))).toContainEqual([rule, 'removed', line]);
  });

  it.each(['* * *', '—', 'Related: they are cousins.', '7'])('leave %j', (line) => {
    expect(removed([TITLE, OPENING, line, MIDDLE, CLOSING])).toEqual([]);
  });

  it('take the number of a picture above its caption', () => {
    const caption = 'The quay in winter, seen from the lighthouse. Credit: Oda Femming';
    expect(removed([TITLE, OPENING, '4', caption, MIDDLE, CLOSING])).toEqual(['4']);
  });
});

describe('titles of other articles', () => {
  const titles = [
    'Bakers of Quenby Win the Silver Spoon for a Third Year',
    'Museum of Glass Reopens After Flood in Its Cellars',
    'Two Tunnels Under the Vess Closed for Urgent Repairs',
  ];

  it('go when they stand in a row below the story', () => {
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, ...titles])).toEqual(titles);
  });

  it('stay where a sentence introduces them', () => {
    expect(removed([TITLE, OPENING, MIDDLE, 'The papers of that year had other news on their front pages:', ...titles])).toEqual(
      [],
    );
  });

  it('go when several are scattered among the paragraphs', () => {
    const scattered = titles.flatMap((title) => [title, `${MIDDLE} Nobody spoke of ${title.length} tugs.`]);
    expect(removed([TITLE, OPENING, ...scattered, CLOSING])).toEqual(titles);
  });

  it('stay when they take up words of the story, or are only two', () => {
    const headings = [
      'Harbour Council Hears What the Pilots Wanted Most',
      'Crews of Nine Tugs Waited for the Barge',
      'Nobody Expects the Ferries to Sail Before April',
    ];
    const article = headings.flatMap((heading) => [heading, MIDDLE.replace('second', String(heading.length))]);
    expect(removed([TITLE, OPENING, ...article, CLOSING])).toEqual([]);
    expect(removed([TITLE, OPENING, titles[0] ?? '', MIDDLE, titles[1] ?? '', CLOSING])).toEqual([]);
  });

  it('go above "Read more", and stay where they are cut short', () => {
    const teaser = 'Bakers of Quenby win the silver spoon';
    expect(removed([TITLE, OPENING, teaser, 'Read more', MIDDLE, CLOSING])).toEqual(
      expect.arrayContaining([teaser, 'Read more']),
    );
    expect(removed([TITLE, OPENING, `${teaser} and…`, 'Read more', MIDDLE, CLOSING])).toEqual(['Read more']);
  });

  it('go behind a label in capitals', () => {
    const link = 'PREVIOUS Bakers of Quenby win the silver spoon';
    expect(removed([TITLE, OPENING, link, MIDDLE, CLOSING])).toEqual([link]);
    expect(removed([TITLE, OPENING, 'PREVIOUS OWNERS OF THE SILVER SPOON', MIDDLE, CLOSING])).toEqual([]);
  });
});

describe('labels beside each other', () => {
  it('go together when a rule takes one of them', () => {
    expect(removed([TITLE, OPENING, '1 / 7', 'Back to gallery', MIDDLE, 'Report', 'Share this post', CLOSING])).toEqual(
      expect.arrayContaining(['1 / 7', 'Back to gallery', 'Report', 'Share this post']),
    );
    expect(removed([TITLE, OPENING, 'Report', MIDDLE, CLOSING])).toEqual([]);
  });
});

describe('the end of the story', () => {
  it('is before a few sentences among the lines of the foot', () => {
    const foot = [
      'Leave a comment',
      'Most read',
      ...LINKS,
      'Wind from the west and no more rain this week.',
      'Harbour guide',
      'Privacy policy',
      'Share',
    ];
    const found = removed([TITLE, OPENING, MIDDLE, CLOSING, ...foot]);
    expect(found).toEqual(expect.arrayContaining(['Most read', ...LINKS, 'Privacy policy']));
    expect(found).not.toContain('Wind from the west and no more rain this week.');
  });

  it('is not at a heading that is also a label', () => {
    const again = [MIDDLE, CLOSING].map((text) => `${text} It was written in the log.`);
    expect(removed([TITLE, OPENING, 'Terms of use', MIDDLE, 'Berths', CLOSING, 'Contact us', ...again])).toEqual([]);
  });
});

describe('echoes', () => {
  it('of the title with a section behind it go', () => {
    expect(removed([TITLE, OPENING, `${TITLE} | Harbour`, CLOSING])).toEqual([`${TITLE} | Harbour`]);
  });

  it('of a paragraph, cut short, go', () => {
    const cut = 'The harbour council met at noon to hear...';
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, cut])).toEqual([cut]);
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, 'The harbour council met at night to hear...'])).toEqual([]);
  });

  it('of five sentences and more in one paragraph go', () => {
    const again = `${OPENING} ${MIDDLE} ${CLOSING}`;
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, again])).toEqual([]);
    expect(removed([TITLE, OPENING, MIDDLE, CLOSING, `${again} ${again}`])).toEqual([`${again} ${again}`]);
  });

  it('of a quotation that is printed in full are flagged', () => {
    const found = detectText([TITLE, `“${MIDDLE}”`, OPENING, MIDDLE].join('\n\n'));
    expect(found).toContainEqual(['duplicate.quoted@1', 'flagged', MIDDLE]);
    expect(removed([TITLE, `“${MIDDLE}”`, OPENING, MIDDLE])).toEqual([]);
  });
});

describe('adverts', () => {
  it.each([
    'Quote "HARBOUR BOOTS" to get 30% off all boots at Fellmark!',
    'Get free delivery on your first order, terms apply',
    'Shop now at bit.ly/quayboots and save 20%',
    'Jоin our Tеlegram for daily signals',
  ])('%j goes', (line) => {
    expect(removed([TITLE, OPENING, line, MIDDLE, CLOSING])).toEqual([line]);
  });

  it('inside a paragraph go by the sentence', () => {
    const advert = 'Use code TIDE20 to get 20% off your first crate!';
    expect(removed([TITLE, OPENING, `${MIDDLE} ${advert} ${CLOSING}`])).toEqual([advert]);
  });

  it.each([
    'Shops cut prices by 20% before the holidays, the council counted.',
    '“Join our Telegram for daily signals,” the stickers had promised.',
    'The line lowered its fares, and a crossing is now 10% cheaper than in May.',
  ])('%j stays', (line) => {
    expect(removed([TITLE, OPENING, line, MIDDLE, CLOSING])).toEqual([]);
  });
});
