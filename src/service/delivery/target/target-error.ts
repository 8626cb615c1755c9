export type TargetFault =
  | 'bad_url'
  | 'not_https'
  | 'has_credentials'
  | 'private_target'
  | 'unknown_host'
  | 'dns_timeout'
  | 'dns_failed';

/** A place that webhooks are not sent to. `code` is stable; the message says what to do. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
  readonly code: TargetFault;

  constructor(code: TargetFault, message: string) {
    super(message);
    this.code = code;
  }
}
