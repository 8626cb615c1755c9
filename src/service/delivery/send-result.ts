/** What became of one attempt. */
export type SendResult =
  | { readonly kind: 'succeeded'; readonly status: number; readonly seconds: number }
  | {
      readonly kind: 'failed';
      /** A short stable word. */
      readonly code: string;
      /** Absent when there was no answer. */
      readonly status?: number;
      readonly seconds: number;
      /** How long the receiver asks to wait. */
      readonly retryAfterSeconds?: number;
    };
