import { readFileSync } from 'node:fs';
import process from 'node:process';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { DemandedRoles } from './demanded-roles.ts';
import { faultOfDevTokens, isLoopback } from './dev-tokens.ts';
import { kindsIn } from './kinds.ts';
import { type Keeping, type Kept, keepingOf, RETENTION } from './retention.ts';
import { STORAGE } from './storage.ts';

const url = (what: string, ...schemes: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)),
      `must be ${what} that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    );

const port = z
  .string()
  .regex(/^\d+$/, 'must be a port number')
  .transform(Number)
  .pipe(z.number().min(1, 'must be a port from 1 to 65535').max(65_535, 'must be a port from 1 to 65535'));

const perSecond = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number, as in 20 or 0.5')
  .transform(Number)
  .pipe(z.number().min(0.02, 'must be from 0.02 to 1000').max(1000, 'must be from 0.02 to 1000'));

const perMinute = z
  .string()
  .regex(/^\d{1,7}$/, 'must be a whole number')
  .transform(Number)
  .pipe(z.number().min(10, 'must be at least 10'));

const whole = (what: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a number of ${what}`)
    .transform(Number)
    .pipe(
      z
        .number()
        .min(least, `must be from ${least} to ${most} ${what}`)
        .max(most, `must be from ${least} to ${most} ${what}`),
    );

const daysOf = ({ days, least, canStay }: Kept) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a number of days')
    .transform(Number)
    .pipe(
      z
        .number()
        .refine(
          (n) => n >= least || (canStay && n === 0),
          `must be at least ${least} days${canStay ? ', or 0 for ever' : ''}`,
        )
        .max(36_500, 'must be 36500 days at most'),
    )
    .default(days);

const KEEPING = Object.fromEntries(Object.values(RETENTION).map((kept) => [kept.variable, daysOf(kept)])) as Record<
  (typeof RETENTION)[keyof Keeping]['variable'],
  ReturnType<typeof daysOf>
>;

const secret = z.string().min(16, 'must be at least 16 characters; make one with: openssl rand -hex 32');

/** Addresses, and networks by their prefix, between commas. */
const networks = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine(
    (all) => all.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one)),
    'must be addresses or networks between commas, as in 10.1.2.0/24, ::1',
  );

const masterKey = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    'must be 32 bytes in base64; make one with: openssl rand -base64 32',
  );

const openingKey = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 64,
    'must be 64 bytes in base64; take it from the master key with: node deploy/opening-key.mjs',
  );

const yesOrNo = z
  .string()
  .regex(/^(yes|no|true|false|1|0)$/, 'must be yes or no')
  .transform((value) => value === 'yes' || value === 'true' || value === '1');

/**
 * What the processes of Rostrum read from their environment; docs/environment.md explains each.
 * A variable that ends in _FILE names a file that holds the value of the variable without it.
 */
export const EnvironmentSchema = z.object({
  DATABASE_URL: url('a connection string', 'postgresql', 'postgres'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d+$/, 'must be host:port, as in localhost:7233')
    .default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  ROSTRUM_MASTER_KEY: masterKey.optional(),
  ROSTRUM_OPENING_KEY: openingKey.optional(),
  ROSTRUM_API_PORT: port.default(8080),
  ROSTRUM_API_HOST: z.string().min(1).default('127.0.0.1'),
  ROSTRUM_PROXIES: networks.default([]),
  ROSTRUM_PUBLIC_URL: url('an address', 'http', 'https').default('http://localhost:8080'),
  ROSTRUM_SMTP_URL: url('a mail server', 'smtp', 'smtps').optional(),
  ROSTRUM_MAIL_FROM: z.string().regex(/@/, 'must be a mail address, as in Training <training@example.com>').optional(),
  ROSTRUM_MAIL_PER_SECOND: perSecond.default(20),
  ROSTRUM_WEBHOOK_URL: url('an address', 'http', 'https').optional(),
  ROSTRUM_WEBHOOK_SECRET: secret.optional(),
  ROSTRUM_WEBHOOK_SECRET_BEFORE: secret.optional(),
  ROSTRUM_WEBHOOK_ALLOW: networks.default([]),
  ROSTRUM_WEBHOOK_PER_SECOND: perSecond.default(20),
  ROSTRUM_DEV_TOKENS: yesOrNo.default(false),
  ROSTRUM_OIDC_ISSUER: url('an address', 'http', 'https')
    .refine(
      (value) => !URL.canParse(value) || new URL(value).protocol === 'https:' || isLoopback(new URL(value).hostname),
      'must start with https://, unless it is on this machine',
    )
    .optional(),
  ROSTRUM_OIDC_CLIENT_ID: z.string().min(1).optional(),
  ROSTRUM_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  ROSTRUM_OIDC_NAME: z.string().min(1).max(60).optional(),
  ROSTRUM_OIDC_PERSON: z.string().min(1).optional(),
  ROSTRUM_OIDC_GROUPS: z.string().min(1).default('groups'),
  ROSTRUM_OIDC_ROLES: DemandedRoles.default([]),
  ROSTRUM_MAIL_LINKS: yesOrNo.default(true),
  ROSTRUM_MAIL_LINK_DAYS: whole('days', 1, 60).default(14),
  ROSTRUM_SESSION_IDLE_MINUTES: whole('minutes', 5, 1440).default(120),
  ROSTRUM_SESSION_HOURS: whole('hours', 1, 168).default(12),
  ROSTRUM_SESSION_STAY_DAYS: whole('days', 1, 90).default(30),
  ROSTRUM_READS_PER_MINUTE: perMinute.default(6000),
  ROSTRUM_WRITES_PER_MINUTE: perMinute.default(3000),
  ROSTRUM_ANCHOR_FOLDER: z.string().min(1).optional(),
  ROSTRUM_ANCHOR_MAIL: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be a mail address')
    .optional(),
  ROSTRUM_KINDS: z.string().transform(kindsIn).default([]),
  ...KEEPING,
  ...STORAGE,
  ROSTRUM_HEALTH_PORT: port.optional(),
  NODE_ENV: z.string().default('development'),
});

/** Values that are secrets, and so may be given as a file. */
export const SECRETS = [
  'DATABASE_URL',
  'ROSTRUM_MASTER_KEY',
  'ROSTRUM_OPENING_KEY',
  'ROSTRUM_SMTP_URL',
  'ROSTRUM_WEBHOOK_URL',
  'ROSTRUM_WEBHOOK_SECRET',
  'ROSTRUM_WEBHOOK_SECRET_BEFORE',
  'ROSTRUM_OIDC_CLIENT_SECRET',
] as const;

export type Environment = z.output<typeof EnvironmentSchema>;

/** The names of all variables that Rostrum reads. */
export function environmentNames(): string[] {
  return [...Object.keys(EnvironmentSchema.shape), ...SECRETS.map((name) => `${name}_FILE`)].sort();
}

/** What is wrong with the environment, a sentence a variable. */
export class EnvironmentFailure extends Error {
  override name = 'EnvironmentFailure';
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(`The environment is not right. ${sentences.join(' ')} See docs/environment.md.`);
    this.sentences = sentences;
  }
}

type Values = Record<string, string | undefined>;

/** Puts the contents of the files in the place of their names; an empty variable counts as absent. */
function withFilesRead(source: Values, sentences: string[]): Values {
  const values = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  for (const name of SECRETS) {
    const file = values[`${name}_FILE`];
    if (file === undefined) continue;
    if (values[name] !== undefined) {
      sentences.push(`${name} and ${name}_FILE are both set: unset one of them.`);
      continue;
    }
    try {
      // An empty file, like an empty variable, counts as absent.
      values[name] = readFileSync(file, 'utf8').trim() || undefined;
    } catch (error) {
      sentences.push(`${name}_FILE names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`);
      // It was given, though not readable: do not say as well that it is missing.
      values[name] = undefined;
    }
  }
  return values;
}

function sentenceFor(issue: z.core.$ZodIssue, values: Values): string {
  const name = String(issue.path[0]);
  if (values[name] !== undefined) return `${name} ${issue.message}.`;
  const orFile = (SECRETS as readonly string[]).includes(name) ? ` or ${name}_FILE` : '';
  return `${name}${orFile} must be set.`;
}

/** Rules that look at more than one variable. */
function crossChecks(environment: Environment): string[] {
  const sentences: string[] = [];
  if (environment.ROSTRUM_DEV_TOKENS) {
    const { ROSTRUM_API_HOST: host, NODE_ENV } = environment;
    const fault = faultOfDevTokens({ host, production: NODE_ENV === 'production' });
    if (fault) sentences.push(fault);
  }
  const { ROSTRUM_OIDC_ISSUER: issuer, ROSTRUM_OIDC_CLIENT_ID: client } = environment;
  if (issuer && (!client || !environment.ROSTRUM_OIDC_CLIENT_SECRET)) {
    sentences.push(
      'ROSTRUM_OIDC_CLIENT_ID and ROSTRUM_OIDC_CLIENT_SECRET must be set when ROSTRUM_OIDC_ISSUER is: it asks for them.',
    );
  }
  if (environment.ROSTRUM_OIDC_ROLES.length && !issuer) {
    sentences.push(
      'ROSTRUM_OIDC_ISSUER must be set when ROSTRUM_OIDC_ROLES is: nobody could sign in with these roles.',
    );
  }
  if (environment.ROSTRUM_SMTP_URL && !environment.ROSTRUM_MAIL_FROM) {
    sentences.push('ROSTRUM_MAIL_FROM must be set when ROSTRUM_SMTP_URL is: mail needs a sender.');
  }
  if (environment.ROSTRUM_ANCHOR_MAIL && !environment.ROSTRUM_SMTP_URL) {
    sentences.push('ROSTRUM_SMTP_URL must be set when ROSTRUM_ANCHOR_MAIL is: mail needs a server.');
  }
  if (environment.ROSTRUM_WEBHOOK_SECRET && !environment.ROSTRUM_WEBHOOK_URL) {
    sentences.push('ROSTRUM_WEBHOOK_URL must be set when ROSTRUM_WEBHOOK_SECRET is: there is nothing else to sign.');
  }
  if (environment.ROSTRUM_WEBHOOK_SECRET_BEFORE && !environment.ROSTRUM_WEBHOOK_SECRET) {
    sentences.push('ROSTRUM_WEBHOOK_SECRET must be set when ROSTRUM_WEBHOOK_SECRET_BEFORE is: it takes its place.');
  }
  return sentences;
}

/** Which of the two keys a process takes: whoever takes turns needs all of the master key, whoever only opens what is sealed a part of it. */
export type Needs = 'deciding' | 'opening';

/** The key that a process was given; whoever only opens is also satisfied by the master key, of which it keeps a part. */
const isGivenKey = ({ ROSTRUM_MASTER_KEY, ROSTRUM_OPENING_KEY }: Values, needs: Needs) =>
  ROSTRUM_MASTER_KEY !== undefined || (needs === 'opening' && ROSTRUM_OPENING_KEY !== undefined);

/**
 * Reads and checks the environment.
 * @throws EnvironmentFailure with one sentence for each variable that is wrong
 */
export function readEnvironment(source: Values = process.env, needs: Needs = 'deciding'): Environment {
  const sentences: string[] = [];
  const values = withFilesRead(source, sentences);
  const unreadable = new Set(
    SECRETS.filter((name) => sentences.some((sentence) => sentence.startsWith(`${name}_FILE`))),
  );
  const result = EnvironmentSchema.safeParse(values);
  if (result.success) {
    sentences.push(...crossChecks(result.data));
  } else {
    const named = result.error.issues.filter(({ path }) => !unreadable.has(path[0] as (typeof SECRETS)[number]));
    sentences.push(...named.map((issue) => sentenceFor(issue, values)));
  }
  const key = needs === 'opening' ? 'ROSTRUM_OPENING_KEY' : 'ROSTRUM_MASTER_KEY';
  if (!isGivenKey(values, needs) && !unreadable.has(key)) sentences.push(`${key} or ${key}_FILE must be set.`);
  if (result.success && sentences.length === 0) return result.data;
  throw new EnvironmentFailure([...new Set(sentences)]);
}

/** For how many days each kind of data is kept, by an environment of which nothing else need be right. */
export function readKeeping(source: Values = process.env): Keeping {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = z.object(KEEPING).safeParse(given);
  if (result.success) return keepingOf(result.data);
  throw new EnvironmentFailure(result.error.issues.map((issue) => sentenceFor(issue, given)));
}
