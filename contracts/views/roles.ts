import { z } from 'zod';
import { Role } from '../organisation.ts';

export const HeldRole = z.object({
  role: Role,
  scope: z.string().nullable().describe('The department that it is about; null: the whole company'),
  until: z.string().nullable().describe('The last day on which it holds, YYYY-MM-DD; null: until it is taken'),
});

export const RoleLine = HeldRole.extend({
  person: z.string(),
  name: z.string().nullable().describe('null: the directory does not know them'),
});
export type RoleLine = z.infer<typeof RoleLine>;

/** Who has which role today. */
export const RoleList = z.object({ roles: z.array(RoleLine) }).meta({ id: 'RoleList' });
export type RoleList = z.infer<typeof RoleList>;
