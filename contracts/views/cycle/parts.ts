import { z } from 'zod';
import { Label } from '../../form.ts';

export const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
export const names = z.record(z.string(), z.string()).describe('Names of the people in it, by id');
export const elements = z.record(z.string(), Label).describe('Names of the elements of ability in it, by id');
