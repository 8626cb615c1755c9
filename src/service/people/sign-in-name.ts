/** The tenant whose people sign in by their login alone, as people of all tenants do. */
const PLAIN_TENANT = 'default';

/** What somebody types as their login: people of a tenant put its name before it, for others may have the same login elsewhere. */
export function writeSignInName({ tenant, login }: { readonly tenant: string | null; readonly login: string }): string {
  return tenant === null || tenant === PLAIN_TENANT ? login : `${tenant}/${login}`;
}

/**
 * The condition of SQL that finds by such a name, in the parameters `$at` to `$at + 2`, among `copydesk.people` called `p`. Of two with a plain name the one
 * of all tenants counts: order by `p.tenant NULLS FIRST`.
 */
export function matchSignInName(name: string, at: number): { readonly where: string; readonly values: readonly string[] } {
  const slash = name.indexOf('/');
  const [tenant, login] = slash > 0 ? [name.slice(0, slash), name.slice(slash + 1)] : [PLAIN_TENANT, name];
  const where = `((coalesce(p.tenant, '') IN ('', '${PLAIN_TENANT}') AND lower(p.login) = lower($${at}))
    OR (coalesce(p.tenant, '') = $${at + 1} AND lower(p.login) = lower($${at + 2})))`;
  return { where, values: [name, tenant, login] };
}
