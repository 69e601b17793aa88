import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { HeldRole } from './roles.ts';

/** How somebody has signed in. */
export const SignInWay = z.enum(['dev']).describe('dev: as anybody, while Rostrum is tried out');
export type SignInWay = z.infer<typeof SignInWay>;

const real = z.number().int().describe('Milliseconds since 1970, by the clock on the wall');

/** Who may be signed in as, while Rostrum is tried out. */
export const DevPerson = z.object({
  person: PersonId,
  name: z.string().nullable(),
  department: z.string().nullable(),
  roles: z.array(HeldRole.shape.role).describe('As they were granted'),
});
export type DevPerson = z.infer<typeof DevPerson>;

export const Ways = z
  .object({
    people: z.array(DevPerson).nullable().describe('Whom one may be here; null: nobody but oneself'),
  })
  .meta({ id: 'Ways' });
export type Ways = z.infer<typeof Ways>;

const stay = z.boolean().default(false).describe('Whether to stay signed in on this device');

export const SignIn = z.strictObject({ dev: PersonId, stay }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const SignedIn = z
  .object({
    person: PersonId,
    until: real.describe('When the session ends at the latest, milliseconds since 1970 by the clock on the wall'),
    path: z.string().describe('Where to go on'),
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

export const SessionLine = z.object({
  id: z.string(),
  way: SignInWay,
  browser: z.string().nullable().describe('As it calls itself; null: not known'),
  system: z.string().nullable(),
  stays: z.boolean(),
  begunAt: real,
  seenAt: real.describe('When it was in use last, to the minute'),
  until: real,
  current: z.boolean().describe('Whether it is the one that asks'),
});
export type SessionLine = z.infer<typeof SessionLine>;

export const Sessions = z.object({ sessions: z.array(SessionLine) }).meta({ id: 'Sessions' });
export type Sessions = z.infer<typeof Sessions>;

export const SignedOut = z
  .object({ sessions: z.number().int().describe('How many have ended') })
  .meta({ id: 'SignedOut' });
export type SignedOut = z.infer<typeof SignedOut>;
