import { z } from 'zod';

const ROLES = ['operations', 'auditor', 'leader'] as const;

/**
 * Roles whose holders sign in by the company's account, as one of a group of it: `operations=rostrum-operators, auditor=audit`. The
 * same role again: another group that does.
 */
export const DemandedRoles = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim().split('=')))
  .refine(
    (all) => all.every(([role, group, ...more]) => ROLES.some((known) => known === role) && group && !more.length),
    'must name roles and groups between commas, as in operations=rostrum-operators, auditor=audit',
  )
  .transform((all) => all.map(([role, group]) => ({ role: role as (typeof ROLES)[number], group: group! })));
export type DemandedRoles = z.infer<typeof DemandedRoles>;
