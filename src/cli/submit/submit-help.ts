/** The text of `copydesk submit --help`. */
export const SUBMIT_HELP = `copydesk submit: hand articles to a running desk

Usage: copydesk submit [options] <file|folder|-> ...

  Files, folders, standard input and NDJSON are read as copydesk check reads them. The id of
  a file is its path as given; the id of an article on standard input is made of its content.
  Articles go in batches; when the desk asks to wait, or cannot be reached for a while, they
  wait. Run the same command again after a break: what is in already is not taken in twice.

Options:
  --url URL          the desk; without it COPYDESK_URL, or http://127.0.0.1:8080
  --key-file FILE    a file with an API key, ck_<id>_<secret>, that has the scope submit; - for
                     standard input; without it COPYDESK_KEY
  --key KEY          the key itself; other users of the machine see it in the list of processes
  --tenant NAME      the tenant that an operator's key acts for; or COPYDESK_TENANT
  --source NAME      the source of articles that name none
  --input FORMAT     auto, text, markdown, html or ndjson, as for copydesk check
  --wait             wait for the verdicts; the key needs the scope read too
  --resume FILE      note there what is in, and pass over what is noted there: nothing is
                     sent again, and an older revision does not come back as the newest
  --patience SECONDS how long a batch may wait for a desk that is away or behind (300)
  --format FORMAT    table (default), json (one list) or ndjson (a line for each article)
  --quiet            print no table and tell no wait; faults are still told
  --help             this text

Ctrl-C tells what was sent; what was sent stays sent.

Exit code: the highest of
  0 all are in; with --wait: publish   1 review   2 reject
  64 usage   65 an article that cannot be used   66 no such file
  70 an article that could not be moderated   74 the desk cannot be reached
  75 stopped before the end   78 the key or the tenant cannot be used
`;
