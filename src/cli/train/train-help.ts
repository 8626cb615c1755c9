/** The text of `copydesk train --help`. */
export const TRAIN_HELP = `copydesk train: learn from your own labelled articles

Usage: copydesk train <part> --data FILE --out PLACE

Parts:
  entities   a recogniser of names, for copydesk check --entities
  topics     a taxonomy with the words of each topic, for copydesk check --topics

copydesk train <part> --help says more. Nothing leaves this machine, and the same data gives
the same result.
`;
