import { z } from 'zod';

/** A path of the app such as `/desk/needs-2027`; never another site. */
export const AppPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/, 'must be a path of the app such as /desk');
