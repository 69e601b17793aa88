import type { Command } from 'commander';
import { PersonId } from '../contracts/ids.ts';
import { readClock } from '../db/clock.ts';
import { connect, type Pool } from '../db/connection.ts';
import { KeyRing } from '../db/keys.ts';
import { addOperator, operatorsOf, tokenForOperator } from '../engine/operator.ts';
import { type DirectOptions, directOf, keysOf, withDatabase, withDirectOptions } from './direct.ts';
import { checked } from './input.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';

/** `rostrum operator add E001` */
export function registerOperator(program: Command, io: Io): void {
  const operator = program
    .command('operator')
    .description('people who run the installation; with access to its database');
  registerToken(operator, io);
  const add = operator
    .command('add')
    .description('make somebody one of operations; all others of operations are told')
    .argument('<person>', 'employee id, such as E001; the directory need not know it yet')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nThose of operations do the same with: rostrum role grant E001 operations');
  withDirectOptions(add).action(async (person: string, options: DirectOptions & { json?: boolean }) => {
    checked(PersonId, person, person);
    const direct = directOf(io, options);
    const added = await withDatabase(direct, async (pool) => {
      const complain = (what: string) => say(io, what);
      const parts = { pool, keys: await keysOf(direct, pool), clock: await readClock(pool), complain };
      return { outcome: await addOperator(parts, person), operations: await operatorsOf(parts) };
    });
    const { outcome, operations } = added;
    if (!outcome.accepted) throw new Failure(EXIT.rejected, outcome.detail);
    if (options.json) printJson(io, { person, operations });
    else print(io, `${person} is one of operations now; these are: ${operations.join(', ')}.`);
  });
}

/** `rostrum operator token E001` */
function registerToken(operator: Command, io: Io): void {
  const token = operator
    .command('token')
    .description('a token of a day for one of operations, who has no other way in yet; all of operations are told')
    .argument('<person>', 'employee id, such as E001')
    .addHelpText('after', '\nAs in: ROSTRUM_TOKEN=$(rostrum operator token E001) rostrum import organisation samples');
  withDirectOptions(token).action(async (person: string, options: DirectOptions) => {
    checked(PersonId, person, person);
    const direct = directOf(io, options);
    const made = await withDatabase(direct, async (pool) => {
      const parts = { pool, keys: await keysOf(direct, pool), clock: await readClock(pool) };
      return tokenForOperator(parts, person, Date.now());
    });
    if (made === undefined)
      throw new Failure(
        EXIT.rejected,
        `${person} is not one of operations; make them one: rostrum operator add ${person}`,
      );
    print(io, made);
  });
}

/**
 * Sees that an installation for trying out has somebody who runs it: `wanted`, or anybody there is. Returns all of
 * operations, `wanted` first.
 */
export async function withOperator(
  { url, masterKey, ifNone }: { readonly url: string; readonly masterKey: string; readonly ifNone: string },
  wanted: string | undefined,
): Promise<string[]> {
  const pool: Pool = connect(url);
  try {
    const parts = { pool, keys: new KeyRing(pool, masterKey), clock: await readClock(pool), complain: () => undefined };
    const there = await operatorsOf(parts);
    const person = wanted ?? (there.length ? undefined : ifNone);
    if (person !== undefined && !there.includes(person)) {
      const outcome = await addOperator(parts, person);
      if (!outcome.accepted) throw new Failure(EXIT.rejected, outcome.detail);
    }
    const all = await operatorsOf(parts);
    return person === undefined ? all : [person, ...all.filter((other) => other !== person)];
  } finally {
    await pool.end();
  }
}
