import fc from 'fast-check';

const PIECES = [
  ...['a', 'harbour', 'Merrow.', ' ', '  ', '\n', '\n\n', '\r\n', '\r', '\t', '    ', '- ', '1. ', '> ', '# ', '## ', '---\n', '===\n'],
  ...['*', '**', '_', '~~', '`', '```\n', '~~~\n', '[', ']', '](x)', '[a]: b\n', '[^1]', '[^1]: ', '![', '|', '|-|-|\n', '\\', '\\*'],
  ...['&amp;', '&#0;', '&#x41;', '&', ';', '<b>', '</b>', '<br>', '<div>\n', '</div>\n', '<!--', '-->', '<span hidden>', '</span>', '<'],
  ...['\0', '\u00a0', '\u200b', '\ufeff', '\ud83d', '🔥', 'www.a.b', 'http://a.b', 'a@b.c', '+++\n', '%', '"', '(', ')', '.', '1)'],
];
const piece = fc.constantFrom(...PIECES);

/** Texts made of everything that means something in Markdown. */
export const arbitraryMarkdown = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 8 }).map((lines) => lines.map((line) => line.join('')).join('\n')),
);
