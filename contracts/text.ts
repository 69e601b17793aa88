import { z } from 'zod';
import type { Private } from './private.ts';

/** Why somebody does something out of the ordinary; it lands in the ledger, sealed. */
export const Reason = z
  .string()
  .trim()
  .min(3, 'Say why in at least three characters.')
  .max(2000, 'Keep the reason under 2,000 characters.');

/** A private text inside an event: open when decided, sealed in the ledger. */
export const Secret = z.union([
  z.object({ of: z.string(), open: z.unknown() }).strict(),
  z.object({ of: z.string(), sealed: z.string() }).strict(),
]) as unknown as z.ZodType<Private>;
