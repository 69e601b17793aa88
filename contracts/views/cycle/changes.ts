import { z } from 'zod';
import { Change, ChangeEffect, ChangeId } from '../../cycle/changes.ts';
import { Sentence } from '../../form.ts';
import { PersonId, StreamId } from '../../ids.ts';
import { names } from './parts.ts';
import { SeenOffering } from './plan.ts';

export const ChangesView = z
  .object({
    changes: z.array(
      z.object({
        id: ChangeId,
        what: z.union([Change, z.object({ kind: z.literal('add'), planned: SeenOffering })]),
        offering: z.string().nullable(),
        by: PersonId,
        reason: z
          .string()
          .nullable()
          .describe(
            'Why it is asked for; null: the asker neither asked for it, nor decides it, nor sees the whole plan, or its author was erased',
          ),
        emergency: z.boolean(),
        effect: ChangeEffect.extend({
          faults: ChangeEffect.shape.faults
            .nullable()
            .describe('Which limits it would break; null: the asker does not see everybody whom it is about'),
        }),
        approver: PersonId.nullable(),
        state: z.enum(['asked', 'applied', 'confirmed', 'rejected', 'failed', 'undone', 'withdrawn']),
        failure: Sentence.nullable().describe(
          'Why it could not be carried out though it was approved; null also where the asker does not see everybody whom it is about',
        ),
        round: StreamId,
        task: z.string(),
        before: SeenOffering.nullable(),
        after: SeenOffering.nullable(),
      }),
    ),
    names,
  })
  .meta({ id: 'CycleChanges' });
export type ChangesView = z.infer<typeof ChangesView>;
