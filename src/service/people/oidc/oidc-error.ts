/** `oidc_away`: the provider does not answer; `oidc_failed`: what came back is not to be trusted; `oidc_refused`: nobody here is that person. */
export type OidcErrorCode = 'oidc_away' | 'oidc_failed' | 'oidc_refused';

/** Why somebody is not signed in by the provider. */
export class OidcError extends Error {
  override readonly name = 'OidcError';
  readonly code: OidcErrorCode;

  constructor(code: OidcErrorCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
