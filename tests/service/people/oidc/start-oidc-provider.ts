import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnFreePort } from '../../../client/listen-on-free-port.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Who signs in at the provider, and how it misbehaves. */
export interface ProviderUser {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
  /** Claims of the ID token in place of the right ones. */
  readonly tamper?: Claims;
  /** Signs with a key that the provider does not publish. */
  readonly forged?: boolean;
  /** Tells address and groups in the second answer only. */
  readonly late?: boolean;
}

interface Grant {
  readonly user: ProviderUser;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

export interface OidcProvider {
  readonly issuer: string;
  /** Who the next person is that comes to sign in. */
  user: ProviderUser;
  /** Tokens that it gave away. */
  readonly given: () => number;
  /** Requests for a token, granted or not. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

const CLIENT = { id: 'copydesk', secret: 'the secret of the client' };
const KEY_ID = 'one';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signToken(claims: Claims, key: KeyObject): string {
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const about = ({ email, email_verified, groups }: ProviderUser) => ({ email, email_verified, groups });

/** A small OpenID provider: discovery, keys, authorization without a question, tokens for codes that count once, and user info. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const bearers = new Map<string, ProviderUser>();
  let issuer = '';
  let given = 0;
  let asked = 0;

  const authorize = (url: URL, response: ServerResponse) => {
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    const code = randomBytes(16).toString('hex');
    const redirectUri = asked('redirect_uri');
    grants.set(code, { user: provider.user, nonce: asked('nonce'), challenge: asked('code_challenge'), redirectUri });
    const back = new URL(redirectUri);
    back.search = new URLSearchParams({ code, state: asked('state'), iss: issuer }).toString();
    const isRight =
      asked('client_id') === CLIENT.id && asked('code_challenge_method') === 'S256' && asked('response_type') === 'code';
    response.writeHead(isRight ? 302 : 400, { location: back.href }).end();
  };

  const giveTokens = async (request: IncomingMessage, response: ServerResponse) => {
    const body = new URLSearchParams(await text(request));
    const credentials = [CLIENT.id, CLIENT.secret].map((part) => encodeURIComponent(part).replaceAll('%20', '+')).join(':');
    const expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (request.headers.authorization !== expected) return answer(response, 401, { error: 'invalid_client' });
    const grant = grants.get(body.get('code') ?? '');
    grants.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== body.get('redirect_uri')) {
      return answer(response, 400, { error: 'invalid_grant' });
    }
    given++;
    const { user, nonce } = grant;
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: issuer, aud: CLIENT.id, sub: user.sub, nonce, iat: now, exp: now + 300 };
    const claims = { ...right, ...(user.late ? {} : about(user)), ...user.tamper };
    const access = randomBytes(16).toString('hex');
    bearers.set(access, user);
    const id_token = signToken(claims, user.forged ? other.privateKey : keys.privateKey);
    return answer(response, 200, { access_token: access, token_type: 'Bearer', expires_in: 300, id_token });
  };

  const tellUser = (request: IncomingMessage, response: ServerResponse) => {
    const user = bearers.get((request.headers.authorization ?? '').replace(/^Bearer /u, ''));
    if (user) answer(response, 200, { sub: user.sub, ...about(user) });
    else answer(response, 401, { error: 'invalid_token' });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return answer(response, 200, {
          ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
          ...{ jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/user` },
          ...{ response_types_supported: ['code'], id_token_signing_alg_values_supported: ['RS256'] },
          ...{ token_endpoint_auth_methods_supported: ['client_secret_basic'], code_challenge_methods_supported: ['S256'] },
          authorization_response_iss_parameter_supported: true,
        });
      case '/keys':
        return answer(response, 200, {
          keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }],
        });
      case '/authorize':
        return authorize(url, response);
      case '/token':
        asked++;
        return void giveTokens(request, response);
      case '/user':
        return tellUser(request, response);
      default:
        return answer(response, 404, {});
    }
  });
  const { url, close } = await listenOnFreePort(server);
  issuer = url;
  const provider: OidcProvider = { issuer, user: { sub: 'nobody' }, given: () => given, asked: () => asked, close };
  return provider;
}

/** The client that the provider knows. */
export const OIDC_CLIENT = CLIENT;
