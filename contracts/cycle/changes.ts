import { z } from 'zod';
import { Sentence } from '../form.ts';
import { PersonId } from '../ids.ts';
import { Code, Day } from '../organisation.ts';
import { Money, PlannedOffering } from '../planning.ts';

const offering = PlannedOffering.shape.id;
const days = z.array(Day).min(1).max(20);

/** What a change request wants to be otherwise in the approved plan. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), offering, days, room: Code.nullable() }),
  z.object({
    kind: z.literal('trainer'),
    offering,
    trainer: PersonId.nullable(),
    quote: Code.nullable().default(null),
  }),
  z.object({ kind: z.literal('seats'), offering, seats: z.number().int().min(1).max(1000) }),
  z.object({
    kind: z.literal('participants'),
    offering,
    add: z.array(PersonId).max(1000).default([]),
    remove: z.array(PersonId).max(1000).default([]),
  }),
  z.object({ kind: z.literal('cancel'), offering }),
  z.object({ kind: z.literal('add'), planned: PlannedOffering }),
  z.object({ kind: z.literal('budget'), line: Code, amount: Money }),
]);
export type Change = z.infer<typeof Change>;

/** `C-001` */
export const ChangeId = z.string().regex(/^C-\d{3,5}$/, 'must be a change request such as C-001');

/** What a change does to money and people, in figures. */
export const ChangeEffect = z.object({
  /** More (or, below 0, less) money than the plan has it, in the smallest unit. */
  money: z.number().int(),
  /** People whose days, place, teacher or seat changes. */
  people: z.array(PersonId).max(5000),
  /** Limits that it would break, each in a sentence; it cannot be approved while there are any. */
  faults: z.array(Sentence).max(100),
});
export type ChangeEffect = z.infer<typeof ChangeEffect>;
