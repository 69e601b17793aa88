import { z } from 'zod';

type Fault = z.core.$ZodRawIssue;

/** So many values and names are told, and of each so many characters. */
const MOST_TOLD = 20;
const LONGEST = 40;

const KINDS: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  tuple: 'must be a list',
  object: 'must be an object with named fields',
  record: 'must be an object with named fields',
  null: 'must be null',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'must be a mail address',
  url: 'must be an address such as https://example.com',
};

const UNITS: Readonly<Record<string, string>> = {
  string: 'characters',
  array: 'entries',
  set: 'entries',
  map: 'entries',
};

/**
 * What is wrong with a value, as the end of a sentence that begins with its name: "must be at most 200". It says how to mend it and
 * nothing of how it was found. A schema's own words come first.
 */
export function plainFault(fault: Fault): string {
  switch (fault.code) {
    case 'invalid_type':
      return fault.input === undefined ? 'is missing' : typeFault(fault.expected, fault.input);
    case 'invalid_value':
      return fault.input === undefined ? 'is missing' : valueFault(fault.values);
    case 'too_big':
      return boundFault(fault, fault.maximum, fault.inclusive === false ? 'less than' : 'at most');
    case 'too_small':
      return boundFault(fault, fault.minimum, fault.inclusive === false ? 'more than' : 'at least');
    case 'not_multiple_of':
      return `must be a multiple of ${fault.divisor}`;
    case 'unrecognized_keys':
      return `has fields that are not known here: ${told(fault.keys)}; leave them out or correct their names`;
    case 'invalid_union':
      return fault.input === undefined ? 'is missing' : 'has none of the forms that it may have';
    case 'invalid_format':
      return FORMATS[fault.format] ?? 'is not written as it has to be';
    case 'invalid_key':
      return 'has a name in it that is not allowed';
    case 'invalid_element':
      return 'has an entry that does not fit';
    default:
      return 'does not fit';
  }
}

/** A figure where a text belongs is what YAML makes of 00009 and 0.2. */
function typeFault(expected: string, found: unknown): string {
  if (expected === 'string' && typeof found === 'number')
    return `is a number, ${found}; write it in quotes, as in "00042" or "0.2"`;
  if ((expected === 'number' || expected === 'int') && typeof found === 'string')
    return 'is a text; write the number without quotes';
  return KINDS[expected] ?? 'is of the wrong type';
}

function valueFault(values: readonly unknown[]): string {
  return values.length === 1 ? `must be ${told(values)}` : `must be one of ${told(values)}`;
}

function boundFault(
  { origin, exact }: { readonly origin?: string; readonly exact?: boolean },
  bound: unknown,
  how: string,
) {
  const unit = UNITS[origin ?? ''];
  const what = `${exact ? 'exactly' : how} ${String(bound)}`;
  if (!unit) return `must be ${what}`;
  return `must have ${what} ${Number(bound) === 1 ? unit.replace('ies', 'y').replace(/s$/, '') : unit}`;
}

function told(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_TOLD).map((value) => String(value).slice(0, LONGEST));
  return `${shown.join(', ')}${values.length > shown.length ? ' and others' : ''}`;
}

z.config({ customError: plainFault });
