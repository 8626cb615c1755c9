/** The text of `copydesk report --help`. */
export const REPORT_HELP = `copydesk report: what a log says: outcomes, times, noisy sources and rules, failures, gaps

Usage: copydesk report [options] [file|-] ...

  Reads the log of a desk, one JSON value a line, from files or standard input, in any order, in each
  form of COPYDESK_LOG_FORMAT (copydesk, ecs, otel), packed ones too (gzip and zstd by their first bytes,
  Brotli by the name .br). Lines that are broken, of something else or longer than 1 MB are counted
  and shown by file and line; nothing of them stops the report.

Options:
  --format FORMAT   text (default), json (schemas/log-report-1.schema.json), markdown, or html: one page
                    with plots that loads nothing
  --output FILE     write there instead of standard output; the file appears when whole
  --follow          read on while files grow, also when they are rotated; draws anew each second on a
                    screen, and Ctrl-C ends with the whole report; what was written between two looks (0.3 s) before a
                    file was emptied (copytruncate) cannot be seen
  --since TIME      lines of this time or later: ISO 8601, or 30m, 2h, 7d before now
  --until TIME      lines before this time
  --tenant NAME     lines of this tenant only; told on standard error when there is none
  --top N           names in each list, 1 to 1000 (10)
  --help            this text

  p50, p95 and p99 are within 1 % of the value of that rank. Memory is bounded: of more than 300,000
  articles a sample is followed for gaps and waiting, and of more than 10,000 sources or rules the rarest
  are given up; the report says so where it happened.

Examples:
  copydesk report copydesk.log
  copydesk report copydesk.log copydesk.log.*.gz --since 7d --format html --output week.html
  copydesk report --follow copydesk.log
  docker compose logs --no-log-prefix worker | copydesk report --format json

Exit code: 0 a report was made   1 there was no line of Copydesk to read   64 usage
  65 a packed file is damaged   66 no such file   74 input or output failed
  The report is made of what could be read even when a file could not; its code comes before 1.
`;
