const STYLE = [
  'body{font:1rem/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}',
  'section+section{border-top:3px solid #1a1a1a;margin-top:3rem}',
  '.facts,.caption{color:#555}',
  'aside{font:.85rem/1.45 system-ui,sans-serif;border-top:1px solid #bbb;margin-top:2rem}',
  'table{border-collapse:collapse;width:100%}',
  'td,th{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #ddd}',
  'q,pre,h1,h2,p{overflow-wrap:anywhere}',
].join('');

/** Nothing is loaded or run from this page, whatever an article says; only the page's own style counts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What stands before and after fragments of `toPage` in a complete document. */
export const HTML_PAGE = {
  open: [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<title>Moderated articles</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '',
  ].join('\n'),
  close: '</main>\n</body>\n</html>\n',
} as const;
