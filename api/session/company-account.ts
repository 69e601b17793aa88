import * as client from 'openid-client';
import type { Role } from '../../contracts/organisation.ts';
import { isLoopback } from '../../settings/dev-tokens.ts';

/** The identity provider of the company, and what it says of people. */
export interface CompanySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** The claim that holds the employee id; absent: people are known by their verified mail address. */
  readonly personClaim?: string | undefined;
  readonly groupsClaim: string;
  /** Roles whose holders have to be in one of these groups. */
  readonly demanded: readonly { readonly role: Role; readonly group: string }[];
}

/** What the browser keeps while its person is away to sign in. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go on. */
  readonly path: string;
}

/** Whom the provider has vouched for. */
export interface Vouched {
  readonly person: { readonly id: string } | { readonly address: string } | null;
  /** Roles for which it says that they may come in. */
  readonly roles: readonly Role[];
}

/** Whoever does not answer within this is away, in seconds. */
const PATIENCE = 10;
export const RETURN_PATH = '/api/session/oidc/return';

/**
 * Sign-in by the company's account (OpenID Connect, the code flow): PKCE, state and nonce bind the answer to the browser that has asked,
 * and issuer, audience, time and signature of the token are checked by the library, the issuer of the answer as well (RFC 9207).
 */
export class CompanyAccount {
  readonly settings: CompanySettings;
  readonly #returnTo: string;
  #found: Promise<client.Configuration> | undefined;

  constructor(settings: CompanySettings, publicUrl: string) {
    this.settings = settings;
    this.#returnTo = `${publicUrl.replace(/\/+$/, '')}${RETURN_PATH}`;
  }

  /** Where to send the browser, and what it has to keep. @throws where the provider does not answer */
  async depart(path: string): Promise<{ readonly url: URL; readonly departure: Departure }> {
    const config = await this.#configuration();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const verifier = client.randomPKCECodeVerifier();
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.#returnTo,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    });
    return { url, departure: { state, nonce, verifier, path } };
  }

  /** Whom the provider vouches for, by the query that the browser came back with. @throws where it does for nobody */
  async arrive(query: string, { state, nonce, verifier }: Departure): Promise<Vouched> {
    const config = await this.#configuration();
    const tokens = await client.authorizationCodeGrant(config, new URL(`${this.#returnTo}?${query}`), {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    });
    const own = tokens.claims()!;
    const hasUserInfo = config.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasUserInfo ? await client.fetchUserInfo(config, tokens.access_token, own.sub) : {};
    return this.#vouchedBy({ ...more, ...own });
  }

  #vouchedBy(claims: Readonly<Record<string, unknown>>): Vouched {
    const { personClaim, groupsClaim, demanded } = this.settings;
    const said = claims[groupsClaim];
    const groups = Array.isArray(said) ? said : typeof said === 'string' ? [said] : [];
    const roles = demanded.filter(({ group }) => groups.includes(group)).map(({ role }) => role);
    return { person: personClaim === undefined ? byAddress(claims) : byId(claims[personClaim]), roles };
  }

  /** What the provider says of itself; asked again where it did not answer. */
  #configuration(): Promise<client.Configuration> {
    this.#found ??= discover(this.settings).catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
    return this.#found;
  }
}

async function discover({ issuer, clientId, clientSecret }: CompanySettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  const insecure = url.protocol === 'http:' && isLoopback(url.hostname) ? [client.allowInsecureRequests] : [];
  return client.discovery(url, clientId, clientSecret, undefined, {
    execute: [client.enableNonRepudiationChecks, ...insecure],
    timeout: PATIENCE,
  });
}

function byId(claim: unknown): Vouched['person'] {
  return typeof claim === 'string' && claim ? { id: claim } : null;
}

/** An address that nobody has proven to be theirs is nobody's. */
function byAddress({ email, email_verified: verified }: Readonly<Record<string, unknown>>): Vouched['person'] {
  return typeof email === 'string' && verified === true ? { address: email } : null;
}
