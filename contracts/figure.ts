import { z } from 'zod';

/** A figure that people give, so bounded that sums and products of many of them stay finite. */
export const Figure = z.number().min(-1e12).max(1e12);

/** In what steps a score goes. */
export const Step = z.number().min(1e-6).max(1e12);

/** No ledger has more versions of something, nor a draft more revisions. */
const LAST_VERSION = 2_147_483_647;

/** The number of a version of something, in a query. */
export const Version = z.coerce.number().int().min(1).max(LAST_VERSION);

/** The revision of a draft that somebody had before them; 0: none. */
export const Revision = z.number().int().min(0).max(LAST_VERSION);

/** How many of something there are. */
export const Count = z.number().int().min(0).max(1_000_000);
