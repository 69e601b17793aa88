import { messageOf } from '../../contracts/failure.ts';
/** One line of `rostrum doctor`. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  /** What was found. */
  readonly found: string;
  /** How to mend it; absent when all is well. */
  readonly mend?: string;
}

export const ok = (check: string, found: string): Finding => ({ check, state: 'ok', found });
export const warn = (check: string, found: string, mend: string): Finding => ({ check, state: 'warn', found, mend });
export const fail = (check: string, found: string, mend: string): Finding => ({ check, state: 'fail', found, mend });

/** A check that breaks is a finding too. */
export async function finding(check: string, mend: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const message = messageOf(error);
    return fail(check, message.split('\n')[0]!.replace(/\.$/, ''), mend);
  }
}
