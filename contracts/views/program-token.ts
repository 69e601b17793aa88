import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { line } from '../text.ts';
import { AREAS } from './program-areas.ts';

/** read: looks alone; act: whatever its person may. */
export const TokenScope = z.enum(['read', 'act']);
export type TokenScope = z.infer<typeof TokenScope>;

const real = z.number().int().describe('Milliseconds since 1970, by the clock on the wall');
const name = line(60).describe('By which one knows it again');
const days = z.number().int().min(1).max(366).default(90).describe('For so long it is good');

export const NewToken = z
  .strictObject({
    name,
    scope: TokenScope,
    areas: z
      .array(z.enum(AREAS))
      .min(1)
      .max(AREAS.length)
      .nullable()
      .default(null)
      .describe('What paths it may ask, by what they begin with; null: all'),
    days,
  })
  .meta({ id: 'NewToken' });
export type NewToken = z.infer<typeof NewToken>;

export const TokenLine = z.object({
  id: z.string(),
  name: z.string(),
  scope: TokenScope,
  areas: z.array(z.string()).nullable(),
  madeAt: real,
  seenAt: real.nullable().describe('When it was in use last, to the minute; null: never'),
  until: real,
});
export type TokenLine = z.infer<typeof TokenLine>;

export const Tokens = z.object({ tokens: z.array(TokenLine) }).meta({ id: 'Tokens' });

export const GivenToken = TokenLine.extend({
  person: PersonId,
  token: z.string().describe('Shown this once; only its digest is kept'),
}).meta({ id: 'GivenToken' });
export type GivenToken = z.infer<typeof GivenToken>;

/** What a program that nobody is signed in by is given, to be let in by its person in a browser. */
export const AskPairing = z.strictObject({ name }).meta({ id: 'AskPairing' });
export const Pairing = z
  .object({
    device: z.string().describe('By which the program asks whether it was let in; nobody else is told it'),
    code: z.string().describe('What its person types'),
    address: z.string().describe('Where they type it'),
    until: real,
    seconds: z.number().int().describe('How often to ask'),
  })
  .meta({ id: 'Pairing' });
export type Pairing = z.infer<typeof Pairing>;

export const Paired = z
  .union([z.object({ state: z.literal('waiting') }), GivenToken.extend({ state: z.literal('given') })])
  .meta({ id: 'Paired' });
export type Paired = z.infer<typeof Paired>;

const code = z
  .string()
  .max(20)
  .transform((typed) => typed.toUpperCase().replace(/[^A-Z]/g, ''));

export const PairingCode = z.strictObject({ code }).meta({ id: 'PairingCode' });
export const PairingView = z
  .object({
    name: z.string().describe('What the program calls itself, which anybody may say'),
    address: z.string().describe('From where it has asked'),
    askedAt: real,
    until: real,
  })
  .meta({ id: 'PairingView' });

export const AnswerPairing = z
  .strictObject({
    code,
    grant: z.boolean().describe('Whether the program is mine and may speak for me'),
    scope: TokenScope.default('act'),
    days,
  })
  .meta({ id: 'AnswerPairing' });
