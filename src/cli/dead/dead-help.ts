import { describeDeskOptions } from '../access/with-desk.ts';

export const DEAD_HELP = `copydesk dead: articles that could not be moderated, decisions that could not be delivered

Usage: copydesk dead list [options]
       copydesk dead replay <ids>... | --all | --source NAME | --tenant NAME  [options]

  list      what is dead, oldest first: its id, why, since when, how often it was tried, and
            whose it is
  replay    moderates dead articles (art_...) anew and sends dead decisions (msg_...) again,
            under the same webhook-id. Without ids it says how many there are, and needs --yes.
            What it does in the store itself it logs to COPYDESK_LOG, or to log.ndjson in the
            data folder, or, instead of standard output, to standard error

Options:
  --tenant NAME     only of this tenant (or COPYDESK_TENANT); at a desk that runs: that of the
                    key, or default
  --source NAME     only of articles of this source
  --all             all there are
  --yes             do it
  --limit N         how many are listed (default 100)
${describeDeskOptions('   1 some could not be replayed')}
`;
