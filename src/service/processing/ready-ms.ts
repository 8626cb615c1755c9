/** For how long a thread that has loaded what it moderates with is waited for. */
export const READY_MS = 10_000;
