import type { Role } from '../../contracts/organisation.ts';
import type { SignInWay } from '../../contracts/views/session.ts';
import { problem } from '../problem.ts';
import type { Roles } from '../roles.ts';

/** How somebody has come in, and for which of their roles the company's account has vouched then. */
export interface CameBy {
  readonly way: SignInWay;
  readonly vouched: readonly string[];
}

/** Which ways in hold here. */
export interface VouchingParts {
  readonly roles: Pick<Roles, 'of'>;
  /** Roles that only the company's account vouches for. */
  readonly demanded: readonly Role[];
  /** Whether anybody may be anybody here, while Rostrum is tried out. */
  readonly devTokens: boolean;
}

/** Asks of every way in, whenever somebody comes by it, whether it is enough for them. */
export class Vouching {
  readonly #parts: VouchingParts;

  constructor(parts: VouchingParts) {
    this.#parts = parts;
  }

  /** Whether somebody came in while anybody could be anybody, which is over. */
  isOver({ way }: { readonly way: string }): boolean {
    return way === 'dev' && !this.#parts.devTokens;
  }

  /**
   * Some roles are for those whom the company's account vouches for; whoever tries Rostrum out is nobody's account.
   * @param granted what is known of their roles already; absent: they are asked for
   * @throws Problem `forbidden`
   */
  async demand(
    { person, way, vouched }: { readonly person: string; readonly way: string; readonly vouched: readonly string[] },
    granted?: readonly string[],
  ): Promise<void> {
    const { demanded, roles } = this.#parts;
    const isMissing = (role: string) => demanded.some((one) => one === role) && !vouched.some((one) => one === role);
    if (!demanded.length || way === 'dev' || (granted && !granted.some(isMissing))) return;
    const missing = (await roles.of(person)).roles.find(({ role }) => isMissing(role));
    if (!missing) return;
    throw problem('forbidden/company-role', { role: missing.role });
  }
}
