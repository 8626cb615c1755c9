/**
 * Bytes: a text file is read whole, an NDJSON input a line at a time; neither may fill the memory.
 */
export const CHECK_LIMITS = { fileBytes: 64 * 1024 * 1024, lineBytes: 16 * 1024 * 1024 } as const;
