import { sha256 } from '@noble/hashes/sha2.js';
import { escapeHtml } from '../../moderation/report/escape-html.ts';

/** Colours keep 3:1 and more against the page, text 4.5:1; kinds are told by the legend and the table too. */
const STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--soft:#57606a;--rule:#d5dae0;--head:#f4f6f8;--good:#2a7d46;--doubt:#b26a00;--bad:#c23030;--dead:#6b5b95;--plain:#2562b5}
@media(prefers-color-scheme:dark){:root{--page:#14171b;--ink:#e4e8ec;--soft:#a0aab4;--rule:#333b44;--head:#1d2228;--good:#58b97a;--doubt:#e0a33e;--bad:#ef7a72;--dead:#a995d8;--plain:#6ea8f0}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem 1rem 4rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
header,main{max-width:60rem;margin:0 auto}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:2px solid var(--ink)}
h3,figcaption{font-size:1rem;font-weight:600;margin:0 0 .35rem}
p{margin:.25rem 0;overflow-wrap:anywhere}
.rest{color:var(--soft);font-size:.875rem}
.tables{display:flex;flex-wrap:wrap;gap:1.5rem 3rem;margin-top:1.25rem}
.tables>div{min-width:min(16rem,100%);max-width:100%}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
th{background:var(--head);font-weight:600;vertical-align:bottom}
th,td{text-align:start;padding:.25rem .6rem;border-bottom:1px solid var(--rule)}
td{vertical-align:top}
td:first-child{white-space:pre-wrap;overflow-wrap:anywhere;min-width:8.5rem}
.number{text-align:end;white-space:nowrap}
th.number{white-space:normal}
figure{margin:1.25rem 0}
svg{display:block;max-width:100%;height:auto}
svg text{font-size:11px;fill:var(--soft)}
.grid{stroke:var(--rule)}
.axis{stroke:var(--soft)}
.line{fill:none;stroke-width:2;stroke-linejoin:round}
.fill.good{fill:var(--good)}.fill.doubt{fill:var(--doubt)}.fill.bad{fill:var(--bad)}.fill.dead{fill:var(--dead)}.fill.plain{fill:var(--plain)}
.line.doubt{stroke:var(--doubt)}.line.plain{stroke:var(--plain)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.875rem}
.legend i{display:inline-block;width:.8em;height:.8em;margin-inline-end:.4em;border-radius:2px}
i.good{background:var(--good)}i.doubt{background:var(--doubt)}i.bad{background:var(--bad)}i.dead{background:var(--dead)}i.plain{background:var(--plain)}
summary{cursor:pointer;font-size:.875rem;color:var(--soft)}
details .scroll{max-height:20rem;overflow:auto;margin-top:.5rem}
.narrow{display:none}
@media(max-width:40rem){.wide{display:none}.narrow{display:block}body{padding:1rem .75rem 3rem}}
@media print{.scroll,details .scroll{overflow:visible;max-height:none}}
`;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Nothing is loaded or run, and no style counts but the one of the page, whatever stands in it. */
const policyFor = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${toBase64(sha256(new TextEncoder().encode(style)))}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** What stands before the body of a page; `title` is text, `more` is style besides that of all pages. */
export function htmlHead(title: string, more = ''): string {
  const style = `${STYLE}${more}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '',
  ].join('\n');
}
