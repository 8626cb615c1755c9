import { PRECISION_LIMITS } from '../../service/rules/precision/precision-limits.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const { decisions, compared, retire, narrow, falseDiscoveries, windows, verdicts, groups } = PRECISION_LIMITS;

export const PRECISION_HELP = `copydesk precision: how often people bring back what rules took out

Usage: copydesk precision [options]

By rule, by source, and by rule on a source: spans that were removed, kept as flagged, and restored in articles that people
accepted; and in how many of those decisions something was restored, with the interval of 95 % of that share (Wilson). An
undone decision says nothing, nor does a rejected article.

Proposals, from ${decisions} decisions on:
  retire    the rule is surely wrong in ${percent(retire)} of the articles or more
  narrow    the rule is surely wrong in ${percent(narrow)} of the articles or more, or in ${percent(retire)} of those of one source
Changes: rules and sources of which the last window is unlike the one before (test of two proportions, from ${compared} decisions in
each), at a false discovery rate of ${percent(falseDiscoveries)} over all that were compared (Benjamini and Hochberg).

Options:
  --tenant NAME   whose decisions (or COPYDESK_TENANT; default: default)
  --since SPAN    how far to look back, in days or weeks, such as 30d or 4w (default: 30d)
  --window SPAN   how long a window is (default: 7d); at most ${windows} windows
  --format FORM   text, json or markdown (default: text); json is one object, the same as GET /v1/desk/precision answers
  --top N         entries of each list, 1 to 200 (default: 20); what is left out is counted
  --data FOLDER   where the embedded store lies (default: .copydesk, or COPYDESK_DATA); the desk must not run
  --help          this text

At most the newest ${verdicts} verdicts are read, and the ${groups} rules, sources and pairs with the most that was restored; the report
says so when there are more. The store is that of the settings, DATABASE_URL or the embedded store, if it is there. No desk is
asked: COPYDESK_URL does not count here.

Exit code: 0 whatever the report says   64 usage   65 no such tenant   74 a server went away   78 a setting or a server that
cannot be used
`;
