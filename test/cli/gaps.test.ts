import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import iconv from 'iconv-lite';
import { registerGaps } from '../../cli/gaps.ts';
import { Failure, type Io } from '../../cli/io.ts';
import { readTable } from '../../files/table.ts';

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function run(...args: string[]) {
  const [out, err] = [new Sink(), new Sink()];
  const io: Io = { stdin: Readable.from([]), stdout: out, stderr: err, env: {}, terminal: false };
  const program = new Command('rostrum').exitOverride();
  registerGaps(program, io);
  try {
    await program.parseAsync(['gaps', ...args], { from: 'user' });
    return { code: 0, out: out.text, err: err.text };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.exitCode, out: out.text, err: err.text + error.message };
  }
}

/** The rows of a table with figures as numbers and blank cells as null. */
async function expected(file: string) {
  const { rows } = await readTable(await readFile(file), path.basename(file));
  const value = (column: string, cell: string) =>
    cell === '' ? null : /(_id|_code|status|_element)$/.test(column) ? cell : Number(cell);
  return rows.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([c, cell]) => [c, value(c, cell)])));
}

const data = path.resolve('../shared/data');
if (existsSync(path.join(data, 'organisation/expected_gaps.csv'))) {
  test('reproduces the published gaps of a whole company, row by row', async () => {
    const json = JSON.parse((await run('--data', data, '--json')).out);
    const file = (name: string) => expected(path.join(data, 'organisation', `${name}.csv`));
    expect(Object.keys(json)).toEqual(['gaps', 'employees', 'departments']);
    expect(json.gaps).toEqual(await file('expected_gaps'));
    expect(json.employees).toEqual(await file('expected_employee_gaps'));
    expect(json.departments).toEqual(await file('expected_department_gaps'));
    expect(Object.keys(json.gaps[0])).toEqual(Object.keys((await file('expected_gaps'))[0]!));
  });
}
