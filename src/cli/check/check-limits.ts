/**
 * Bytes: a text file is read whole, an NDJSON input a line at a time; neither may fill the memory. Lines: those of one
 * article that are not empty; each may become a block of the result, which takes about 2 KB while it is worked on.
 */
export const CHECK_LIMITS = { fileBytes: 64 * 1024 * 1024, lineBytes: 16 * 1024 * 1024, articleLines: 500_000 } as const;
