import { Alarm } from './alarm.ts';

export interface Loop {
  /** Begins the next round now instead of after the pause. */
  readonly wake: () => void;
  /** Resolves when the round in hand is over. */
  readonly stop: () => Promise<void>;
}

const AFTER_ERROR_MS = 1000;

/**
 * Runs `round` again and again until stopped. It resolves to the milliseconds to pause after it; after a round that rejects,
 * `onError` hears of it and the pause is a second.
 */
export function startLoop(round: () => Promise<number>, onError: (error: Error) => void): Loop {
  const alarm = new Alarm();
  let stopping = false;

  async function run(): Promise<void> {
    while (!stopping) {
      const pause = await round().catch((error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)));
        return AFTER_ERROR_MS;
      });
      if (pause > 0 && !stopping) await alarm.sleep(pause);
    }
  }

  const running = run();
  return {
    wake: () => alarm.ring(),
    stop: async () => {
      stopping = true;
      alarm.ring();
      await running;
    },
  };
}
