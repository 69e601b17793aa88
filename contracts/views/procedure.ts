import { z } from 'zod';
import { Label } from '../form.ts';
import { PersonId } from '../ids.ts';
import { Trouble } from '../trouble.ts';
import { RoundView } from './round.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

/** A procedure in a list, of whatever kind. */
export const ProcedureLine = z.object({
  id: z.string(),
  kind: z.string(),
  title: Label,
  stage: z.string(),
  paused: z.boolean(),
  closed: z.boolean().describe('It is over, however it ended'),
  cancelled: z.boolean(),
  owner: PersonId.nullable().describe('Who runs it; null: the engine'),
  needsHand: z
    .boolean()
    .describe(
      'Whoever runs it is not of operations any more: hand it over; for operations and auditors, false for others',
    ),
  until: instant.nullable().describe('When its stage ends, or should; null: time does not end it'),
});
export type ProcedureLine = z.infer<typeof ProcedureLine>;
export const ProcedureList = z.object({ procedures: z.array(ProcedureLine) }).meta({ id: 'ProcedureList' });

/** A procedure whose kind has no view of its own, as everybody may see it. */
export const ProcedureView = ProcedureLine.extend({
  plan: z
    .record(z.string(), z.object({ start: instant, end: instant }))
    .describe('Beginning and end of the stages whose end its terms say'),
  own: z
    .record(z.string(), z.unknown())
    .describe('What is particular to its kind, as far as its definition shows it to whoever asks'),
  rounds: z.array(RoundView).describe('Open ones; for operations, empty for others'),
  trouble: Trouble.nullable().describe('Why time does not act in it; for operations, null for others'),
}).meta({ id: 'ProcedureView' });
export type ProcedureView = z.infer<typeof ProcedureView>;
