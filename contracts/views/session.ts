import { z } from 'zod';
import { AppPath } from '../app-path.ts';
import { Label } from '../form.ts';
import { PersonId } from '../ids.ts';
import { line } from '../text.ts';
import { HeldRole } from './roles.ts';

/** How somebody has signed in. */
export const SignInWay = z
  .enum(['dev', 'link', 'company'])
  .describe('dev: as anybody, while Rostrum is tried out; link: by the link of a letter; company: by its account');
export type SignInWay = z.infer<typeof SignInWay>;

const real = z.number().int().describe('Milliseconds since 1970, by the clock on the wall');

/** Who may be signed in as, while Rostrum is tried out. */
export const DevPerson = z.object({
  person: PersonId,
  name: z.string().nullable(),
  department: Label.nullable(),
  roles: z.array(HeldRole.shape.role).describe('As they were granted'),
});
export type DevPerson = z.infer<typeof DevPerson>;

export const Ways = z
  .object({
    links: z.boolean().describe('Whether one is sent a link by mail'),
    company: z
      .object({
        name: z.string(),
        path: z.string().describe('Where a browser is sent to sign in, with ?to= the page to go on'),
      })
      .nullable()
      .describe('The account of the company; null: there is none'),
    people: z.array(DevPerson).nullable().describe('Whom one may be here; null: nobody but oneself'),
    stayDays: z.number().int().describe('So many days whoever stays signed in on a device is signed in at most'),
  })
  .meta({ id: 'Ways' });
export type Ways = z.infer<typeof Ways>;

const stay = z.boolean().default(false).describe('Whether to stay signed in on this device');

/** The token of a link, as it stands behind the sign # of its address. */
export const LinkToken = z.string().min(1).max(300);

export const SignIn = z
  .union([
    z.strictObject({ token: LinkToken, stay }).describe('By the link of a letter'),
    z.strictObject({ dev: PersonId, stay }).describe('As anybody, where Rostrum is tried out'),
  ])
  .meta({ id: 'SignIn' });
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
  .object({
    sessions: z.number().int().describe('How many have ended'),
    links: z.number().int().describe('How many links of letters cannot be used any more'),
  })
  .meta({ id: 'SignedOut' });
export type SignedOut = z.infer<typeof SignedOut>;

export const OneLink = z.strictObject({ token: LinkToken }).meta({ id: 'OneLink' });

/** A link as whoever has it is shown it: without a word of what it would let them see. */
export const LinkView = z
  .object({
    state: z
      .enum(['good', 'used', 'expired', 'void'])
      .describe('void: withdrawn, of somebody who has left, or none of ours; then nothing else is told'),
    name: z.string().nullable().describe('Whose it is'),
    isAsker: z.boolean().describe('Whether whoever asks is signed in, by their cookie, as the one whose it is'),
    address: z.string().nullable().describe('To which it was sent, all but its beginning and its host hidden'),
    sentAt: real.nullable(),
    until: real.nullable(),
    usedAt: real.nullable(),
    usedOn: z.object({ browser: z.string().nullable(), system: z.string().nullable() }).nullable(),
    leadsTo: z
      .object({
        title: Label.nullable().describe('null: to nothing that has a name'),
        of: Label.nullable().describe('The procedure that it belongs to'),
        due: z.number().int().nullable().describe('Procedure time, milliseconds since 1970'),
        path: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'LinkView' });
export type LinkView = z.infer<typeof LinkView>;

export const AskForLink = z
  .union([
    z.strictObject({
      address: line(320).describe('A mail address'),
      path: AppPath.optional().describe('Where to go on; absent: where one begins'),
    }),
    z
      .strictObject({ token: LinkToken })
      .describe('In the place of a link that was used or has expired, to the same address'),
  ])
  .meta({ id: 'AskForLink' });

export const LinkAsked = z
  .object({ minutes: z.number().int().describe('For so long it is good, if one was sent') })
  .meta({ id: 'LinkAsked' });

/** Why nobody was signed in by the company's account, for the page that people come back to. */
export const CompanyRefusal = z.enum(['refused', 'unknown', 'role', 'again', 'away']);
export type CompanyRefusal = z.infer<typeof CompanyRefusal>;
