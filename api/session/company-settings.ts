import type { Environment } from '../../settings/environment.ts';
import type { CompanySettings } from './company-account.ts';

/** The account of the company by the environment; undefined: there is none. */
export function companyOf(environment: Environment): CompanySettings | undefined {
  const { ROSTRUM_OIDC_ISSUER: issuer, ROSTRUM_OIDC_CLIENT_ID: clientId } = environment;
  const clientSecret = environment.ROSTRUM_OIDC_CLIENT_SECRET;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return {
    ...{ issuer, clientId, clientSecret },
    name: environment.ROSTRUM_OIDC_NAME ?? new URL(issuer).host,
    personClaim: environment.ROSTRUM_OIDC_PERSON,
    groupsClaim: environment.ROSTRUM_OIDC_GROUPS,
    demanded: environment.ROSTRUM_OIDC_ROLES,
  };
}
