/** Where the documents of GUM lie below the data folder. */
export const GUM_FILE = 'entities/gum-wikified.jsonl.gz';
