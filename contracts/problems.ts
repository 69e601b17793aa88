import { z } from 'zod';

/** What a problem means to whoever gets it: the HTTP status, and a title that is the same every time. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Every way in which Rostrum says no, by code. Codes of rejections in `domain/` are all here; a test looks. */
export const PROBLEMS = {
  // The request itself.
  'not-json': { status: 400, title: 'The request is not readable' },
  'input-invalid': { status: 400, title: 'The request does not have the right form' },
  'command-invalid': { status: 400, title: 'The command does not have the right form' },
  'command-reused': { status: 409, title: 'The id belongs to another command' },
  'too-many-failures': { status: 429, title: 'Too many of your commands have failed' },
  'command-unknown': { status: 404, title: 'There is no such command' },
  unauthenticated: { status: 401, title: 'Nobody is signed in' },
  forbidden: { status: 403, title: 'Not permitted' },
  'sign-in-again': { status: 403, title: 'Sign in once more' },
  'link-not-good': { status: 409, title: 'The link is not good' },
  'not-found': { status: 404, title: 'Not found' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'wrong-media-type': { status: 415, title: 'The request is in a format that is not taken' },
  'file-refused': { status: 422, title: 'The file cannot be taken as it is' },
  'storage-full': { status: 413, title: 'There is no room for it' },
  'took-too-long': { status: 422, title: 'It took too long' },
  'too-many-requests': { status: 429, title: 'You have asked too often' },
  'too-slow': { status: 408, title: 'The request came too slowly' },
  'too-much-at-once': { status: 429, title: 'You have asked for too much at once' },
  'draft-conflict': { status: 409, title: 'The draft was saved elsewhere in the meantime' },
  'engine-unavailable': { status: 503, title: 'The engine is away for a moment' },
  internal: { status: 500, title: 'Something went wrong' },

  // Rounds and their tasks.
  'not-yours': { status: 403, title: 'This belongs to somebody else' },
  'task-not-open': { status: 409, title: 'The task is not open' },
  'form-unknown': { status: 422, title: 'The round has no such form' },
  'answer-invalid': { status: 422, title: 'The answer does not fit the form' },
  'too-late': { status: 409, title: 'Too late' },
  'round-closed': { status: 409, title: 'The round is closed' },
  duplicate: { status: 409, title: 'It exists twice' },
  'unknown-person': { status: 422, title: 'Nobody has that employee id' },
  'delegation-loop': { status: 409, title: 'The task would go in a circle' },
  'no-quorum': { status: 409, title: 'Too few answers' },
  'wrong-date': { status: 422, title: 'The date is not possible' },
  'already-so': { status: 409, title: 'It is like that already' },
  'too-many': { status: 422, title: 'Too many at once' },
  'not-allowed': { status: 409, title: 'The rules do not allow it' },

  // Selections of internal trainers.
  'terms-invalid': { status: 422, title: 'The terms do not fit together' },
  'topic-unknown': { status: 422, title: 'The call has no such topic' },
  'wrong-stage': { status: 409, title: 'The procedure is at another stage' },
  'too-early': { status: 409, title: 'Too early' },
  paused: { status: 409, title: 'The procedure is paused' },
  'procedure-closed': { status: 409, title: 'The procedure is over' },
  'no-handler': { status: 409, title: 'Nobody is free to decide it' },
  outdated: { status: 409, title: 'Something has changed meanwhile' },

  // Training-plan cycles and offerings.
  'plan-limits': { status: 409, title: 'The plan does not hold its limits' },
  'not-approved': { status: 409, title: 'It is not in the approved plan' },

  // The organisation.
  'import-invalid': { status: 422, title: 'The import has faults' },
  'has-left': { status: 409, title: 'The person has left the company' },
  'last-operator': { status: 409, title: 'Somebody has to stay in operations' },
  'still-employed': { status: 409, title: 'The person still works here' },
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/** A problem as it travels, after RFC 9457. */
export const ProblemDetails = z
  .object({
    type: z.string().describe('/problems/ and the code, which never changes'),
    title: z.string(),
    status: z.number().int(),
    detail: z
      .string()
      .describe(
        'One sentence for a person, in the language of Accept-Language where there is one: what, where, and how to mend it',
      ),
    instance: z.string().describe('The path that was asked for'),
    code: z.string().describe('The code in `type`'),
    because: z.string().nullable().describe('What the sentence is, however it is worded; null: it has no name'),
    facts: z.record(z.string(), z.unknown()).describe('What it speaks of, by the names in its sentence'),
  })
  .meta({ id: 'Problem', title: 'Problem' });
export type ProblemDetails = z.infer<typeof ProblemDetails>;

export function problemType(code: ProblemCode): string {
  return `/problems/${code}`;
}

/** The code in a problem's type; undefined when it is not one of ours. */
export function codeOfProblem(type: string): ProblemCode | undefined {
  const code = type.replace(/^.*\/problems\//, '');
  return isProblemCode(code) ? code : undefined;
}
