import { describe, expect, test } from '@jest/globals';
import { GROUPS } from '../../cli/commands.ts';
import { rostrum } from './terminal.ts';

const NAMES = Object.values(GROUPS).flatMap((entries) => entries.map((entry) => entry.name));

describe('help', () => {
  test('lists every command with what it does, and the pages of help', async () => {
    const { code, out, err } = await rostrum(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const { name, summary } of Object.values(GROUPS).flat()) {
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.split(' ').slice(0, 3).join(' ')}`, 'm'));
    }
    expect(out).toContain('rostrum help exit-codes');
  });

  test.each(NAMES)('%s says how it is called, and what every argument and option is', async (name) => {
    const { code, out, err } = await rostrum(['help', name]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage: rostrum ${name}`));
    expect((await rostrum([name, '--help'])).out).toBe(out);
    const options = out.split('\n').filter((line) => /^ {2}-/.test(line));
    for (const line of options) expect(line).toMatch(/^ {2}-\S+(, --\S+)?( <\S+>)? {2,}\S|^ {2}--\S+( <\S+>)?$/);
  });

  test('tells the exit codes and the variables', async () => {
    expect((await rostrum(['help', 'exit-codes'])).out).toMatch(/0 {2}it was done[\s\S]*5 {2}the API/);
    expect((await rostrum(['help', 'environment'])).out).toContain('ROSTRUM_TOKEN');
  });
});

describe('a command that is called wrongly', () => {
  test('is met with the one that was probably meant', async () => {
    const { code, out, err } = await rostrum(['extnd', 'round:a']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe("error: unknown command 'extnd'\n(Did you mean extend?)\n");
  });

  test.each([
    [
      ['extend', 'round:a', '--due', '2027-03-01', '--reason', 'x', '--task', 'y'],
      "unknown option '--task'\n(Did you mean --tasks?)",
    ],
    [['extend', 'round:a', '--due', '2027-03-01'], "required option '--reason <text>' not specified"],
    [['submit', 'round:a', '--answer=x'], "missing required argument 'task'"],
    [['notices', '--state', 'lost'], "argument 'lost' is invalid. Allowed choices are waiting, sent, failed, dropped."],
    [['ledger', 'verfy'], "unknown command 'verfy'\n(Did you mean verify?)"],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await rostrum(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  test('a figure where a text belongs is to be put in quotes', async () => {
    const { code, err } = await rostrum(
      ['start', 'selection', 'a', '--terms', '-', '--as', 'E1', '--api', 'http://localhost:1'],
      {
        stdin: 'screeners: [E001, 00009]',
      },
    );
    expect(code).toBe(2);
    expect(err).toContain('-: title: is missing.');
    expect(err).toContain('-: screeners.1: is a number, 9; write it in quotes, as in "00042" or "0.2".');
  });

  test.each([
    [['status'], 'Nobody is named to speak for: sign in with rostrum login, or set ROSTRUM_TOKEN.'],
    [['tasks', '--of', 'E1', '--round', 'round:a'], 'Give --of or --round, not both.'],
    [
      ['extend', 'round:a', '--due', '2027-13-01', '--reason', 'why', '--as', 'E1'],
      '--due 2027-13-01 is not a date: write 2027-03-01 or 2027-03-01T17:00+08:00.',
    ],
    [['letters', 'daily', '--on', 'friday', '--as', 'E1'], 'leave out --on, or say weekly.'],
    [['letters', 'at-once', '--hour', '8', '--as', 'E1'], 'leave out --hour and --on.'],
    [['what-if', 'organisation:main', 'personLeft', '--as', 'E1'], 'looks at selections, cycles, courses and rounds'],
    [['send', 'round', 'close', '--as', 'E1'], 'round: it: must look like selection:trainers-2027.'],
    [['send', 'round:a', 'close', '--body', '{', '--as', 'E1'], '--body is not JSON: '],
    [
      ['start', 'selection', 'a', '--terms', '/nonexistent.yaml'],
      '/nonexistent.yaml: there is no such file; check the path.',
    ],
    [
      ['status', '--api', 'localhost', '--as', 'E1'],
      'localhost is not an address: write it like http://localhost:8080.',
    ],
    [['up', '--api-port', 'http'], '--api-port http is not a port: give a number from 1 to 65535.'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await rostrum(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('development tokens that more than this machine could use', async () => {
    const { code, err } = await rostrum(['up', '--dev-tokens'], { env: { ROSTRUM_API_HOST: '0.0.0.0' } });
    expect([code, err]).toEqual([2, expect.stringMatching(/^ROSTRUM_DEV_TOKENS .* listens on 0\.0\.0\.0: unset it/)]);
    const told = { ROSTRUM_DEV_TOKENS: 'yes', NODE_ENV: 'production' };
    expect((await rostrum(['up'], { env: told })).err).toMatch(/refused when NODE_ENV is production/);
  });

  test('terms that do not fit are told line by line', async () => {
    const { code, err } = await rostrum(['start', 'selection', 'a', '--terms', '-'], { stdin: 'seats: 0\n' });
    expect(code).toBe(2);
    expect(err).toMatch(/^-: title: /m);
    expect(err).toMatch(/^-: seats: /m);
  });
});

describe('what cannot be reached', () => {
  test.each([
    [['status', '--api', 'http://127.0.0.1:9', '--as', 'E1'], {}, 'The API at http://127.0.0.1:9 does not answer'],
    [['ledger', 'verify'], {}, 'No installation runs from /nonexistent/rostrum'],
    [
      ['ledger', 'verify'],
      { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:9/db' },
      'The database at 127.0.0.1:9 does not answer',
    ],
  ])('%j', async (args, env, sentence) => {
    const { code, out, err } = await rostrum(args, { env: env as Record<string, string> });
    expect([code, out]).toEqual([5, '']);
    expect(err).toContain(sentence);
    expect(err).not.toContain('secret');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
