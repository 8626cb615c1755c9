/** Lines that the logs of this process could not write and gave up. */
export const droppedLines = { count: 0 };
