import type { OidcSettings } from '../people/oidc/oidc-settings.ts';
import { ConfigError } from './config-error.ts';
import type { Settings } from './settings-schema.ts';

/** A provider whose secret is yet to be read when a file has it. */
export interface OidcConfig extends OidcSettings {
  readonly clientSecretFile: string | undefined;
}

/** The provider at which people may sign in, if any. Half of one would let nobody in, or be silently none: that throws `ConfigError`. */
export function chooseOidc(settings: Settings): OidcConfig | undefined {
  const { COPYDESK_OIDC_ISSUER, COPYDESK_OIDC_CLIENT_ID, COPYDESK_OIDC_CLIENT_SECRET, COPYDESK_OIDC_CLIENT_SECRET_FILE } =
    settings;
  const { COPYDESK_OIDC_GROUP_ROLES, COPYDESK_PUBLIC_URL, COPYDESK_OIDC_LABEL, COPYDESK_OIDC_GROUPS_CLAIM } = settings;
  if (COPYDESK_OIDC_ISSUER === undefined) {
    const others = {
      COPYDESK_OIDC_CLIENT_ID,
      COPYDESK_OIDC_CLIENT_SECRET,
      COPYDESK_OIDC_CLIENT_SECRET_FILE,
      COPYDESK_OIDC_GROUP_ROLES,
    };
    const [name] = Object.entries(others).flatMap(([key, value]) => (value === undefined ? [] : [key]));
    if (name !== undefined) throw new ConfigError(`${name} needs COPYDESK_OIDC_ISSUER`);
    return undefined;
  }
  if (COPYDESK_OIDC_CLIENT_ID === undefined) throw new ConfigError('COPYDESK_OIDC_ISSUER needs COPYDESK_OIDC_CLIENT_ID');
  if (COPYDESK_PUBLIC_URL === undefined) {
    throw new ConfigError('COPYDESK_OIDC_ISSUER needs COPYDESK_PUBLIC_URL: the provider sends people back there');
  }
  if (COPYDESK_OIDC_CLIENT_SECRET !== undefined && COPYDESK_OIDC_CLIENT_SECRET_FILE !== undefined) {
    throw new ConfigError('either COPYDESK_OIDC_CLIENT_SECRET or COPYDESK_OIDC_CLIENT_SECRET_FILE');
  }
  return {
    issuer: COPYDESK_OIDC_ISSUER,
    clientId: COPYDESK_OIDC_CLIENT_ID,
    clientSecret: COPYDESK_OIDC_CLIENT_SECRET,
    clientSecretFile: COPYDESK_OIDC_CLIENT_SECRET_FILE,
    label: COPYDESK_OIDC_LABEL,
    groups: COPYDESK_OIDC_GROUP_ROLES && { claim: COPYDESK_OIDC_GROUPS_CLAIM, roles: COPYDESK_OIDC_GROUP_ROLES },
  };
}
