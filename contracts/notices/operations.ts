import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { forOperations, label, letter } from './kind.ts';

/** To whoever runs the installation, or a procedure of whatever kind. */
export const OPERATIONS_NOTICES = {
  'operations.alarm': forOperations(letter('at-once', { what: label, where: z.string(), mend: label })),
  'operations.orderRefused': forOperations(letter('at-once', { key: z.string() })),
  /** To whoever runs a procedure from now on. */
  'operations.handedOver': forOperations(letter('at-once', {})),
  /** Who came to operations, or was taken from them; `by` null: with access to the database. */
  'operations.role': forOperations(
    letter('at-once', { person: PersonId, by: PersonId.nullable(), granted: z.boolean() }),
  ),
} as const;
