import { EXIT, Failure } from './io.ts';

/** `department=D07:1-3`, `topic:0-2`, `grade=senior:1`: an attribute, perhaps one block of it, and least and most. */
export function quotaIn(text: string): { attribute: string; value?: string; min: number; max?: number } {
  const found = /^([^=:]+)(?:=([^:]+))?:(\d+)(-(\d*))?$/.exec(text);
  if (!found)
    throw new Failure(EXIT.input, `--quota ${text} cannot be read; write it like department=D07:1-3 or topic:0-2.`);
  const [, attribute = '', value, min, range, max] = found;
  return {
    attribute,
    ...(value === undefined ? {} : { value }),
    min: Number(min),
    ...(range !== undefined && max ? { max: Number(max) } : {}),
  };
}

/** Gathers the values of an option that may be repeated. */
export function repeated(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
