import { z } from 'zod';
import { CommandId } from '../ids.ts';

/** What a client may add to the body of any command. */
export const Envelope = {
  commandId: CommandId.optional().describe(
    'Made by the client; the same id again is the same command and gets the same answer. The Idempotency-Key header means the same.',
  ),
};

/** A command that was decided, accepted and stored in the ledger. */
export const Accepted = z.object({ accepted: z.literal(true), commandId: CommandId }).meta({ id: 'Accepted' });
export type Accepted = z.infer<typeof Accepted>;
