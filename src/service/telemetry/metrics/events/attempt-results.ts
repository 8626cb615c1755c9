/** From a short text to the deadline. */
export const WORK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** How an attempt to moderate or to send ended. */
export const OK = 'ok';
export const FAILED = 'failed';
export const ATTEMPT_RESULTS = [OK, FAILED];
