import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isLoopback } from './is-loopback.ts';
import { OidcError } from './oidc-error.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { type Claims, type Identity, readIdentity } from './read-identity.ts';

/** A sign-in that has begun. */
interface Begun {
  /** Where the person goes. */
  readonly url: string;
  /** What their browser must bring back, and nobody else can: state, nonce and the verifier of PKCE. */
  readonly flow: string;
}

/** Sign-in at an OpenID provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636, RFC 9700). */
export interface Oidc {
  /** Throws `OidcError`. */
  readonly begin: (redirectUrl: string) => Promise<Begun>;
  /** Who comes back to `url` with `flow`. Throws `OidcError`. */
  readonly finish: (url: URL, flow: string | undefined) => Promise<Identity>;
}

/** How long an answer of the provider may take, in seconds. */
const TIMEOUT = 10;
/** What the provider says of itself, its keys included, is asked for anew after so long. */
const FRESH_MS = 3_600_000;
/** Anybody can come back with something; each asks the provider, so only so many at once. */
const AT_ONCE = 16;

const FLOW = /^([\w-]{20,100})\.([\w-]{20,100})\.([\w-]{43,128})$/u;

/** The secret in the body where the provider takes it there, else in a header, which is what it takes when it says nothing. */
function authenticateClient(secret: string | undefined): ClientAuth {
  if (secret === undefined) return None();
  const [post, basic] = [ClientSecretPost(secret), ClientSecretBasic(secret)];
  return (server, client, body, headers) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
    (inBody ? post : basic)(server, client, body, headers);
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  // The signature of the ID token is checked too, although it comes from the provider itself.
  const execute = [enableNonRepudiationChecks, ...(isLoopback(issuer) ? [allowInsecureRequests] : [])];
  const options = { execute, timeout: TIMEOUT };
  return await discovery(new URL(issuer), clientId, undefined, authenticateClient(clientSecret), options);
}

/** Remembers what the provider says of itself; a failure is not remembered. */
function rememberProvider(settings: OidcSettings): () => Promise<Configuration> {
  let known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined;
  return async () => {
    if (!known || known.until < performance.now())
      known = { configuration: discover(settings), until: performance.now() + FRESH_MS };
    try {
      return await known.configuration;
    } catch (error) {
      known = undefined;
      throw new OidcError('oidc_away', error);
    }
  };
}

/** Many providers tell address and groups in their second answer only. */
async function readSources(configuration: Configuration, url: URL, flow: readonly string[]) {
  const [expectedState = '', expectedNonce = '', pkceCodeVerifier = ''] = flow;
  const checks = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
  const tokens = await authorizationCodeGrant(configuration, url, checks);
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no ID token');
  const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more: Claims[] = hasMore ? [await fetchUserInfo(configuration, tokens.access_token, claims.sub)] : [];
  return { issuer: claims.iss, subject: claims.sub, sources: [claims, ...more] };
}

/** Opens the way to a provider; nothing is asked of it before somebody signs in. */
export function openOidc(settings: OidcSettings): Oidc {
  const readProvider = rememberProvider(settings);
  let running = 0;
  const begin = async (redirectUrl: string): Promise<Begun> => {
    const configuration = await readProvider();
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: redirectUrl, scope: 'openid email profile', state, nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return { url: url.href, flow: [state, nonce, verifier].join('.') };
  };
  const finish = async (url: URL, flow = ''): Promise<Identity> => {
    const parts = FLOW.exec(flow)?.slice(1);
    if (!parts) throw new OidcError('oidc_failed');
    if (running >= AT_ONCE) throw new OidcError('oidc_away');
    running++;
    try {
      const { sources, ...account } = await readSources(await readProvider(), url, parts);
      return readIdentity(account, sources, settings.groups?.claim);
    } catch (error) {
      throw error instanceof OidcError ? error : new OidcError('oidc_failed', error);
    } finally {
      running--;
    }
  };
  return { begin, finish };
}
