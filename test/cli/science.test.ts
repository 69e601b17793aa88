import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { registerAgreement } from '../../cli/agreement.ts';
import { registerExplain } from '../../cli/explain.ts';
import { Failure, type Io } from '../../cli/io.ts';
import { registerMatch } from '../../cli/match.ts';
import { registerRank } from '../../cli/rank.ts';

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-science-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs one of the commands that need no server; files are given by name and content. */
async function run(args: readonly string[], files: Readonly<Record<string, string | Buffer>> = {}, stdin = '') {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  const [out, err] = [new Sink(), new Sink()];
  const io: Io = { stdin: Readable.from([Buffer.from(stdin)]), stdout: out, stderr: err, env: {}, terminal: false };
  const program = new Command('rostrum').exitOverride();
  for (const register of [registerMatch, registerRank, registerAgreement, registerExplain]) register(program, io);
  const at = args.map((arg) => (/\.(csv|xlsx)$/.test(arg) && !path.isAbsolute(arg) ? path.join(folder, arg) : arg));
  try {
    await program.parseAsync(at, { from: 'user' });
    return { code: 0, out: out.text, err: err.text };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.exitCode, out: out.text, err: err.text + error.message };
  }
}

const SCORES = `reviewer,application,criterion,score
R1,A,clarity,4
R2,A,clarity,5
R3,A,clarity,4
R1,A,depth,3
R2,A,depth,3
R3,A,depth,3
R1,B,clarity,5
R2,B,clarity,5
R3,B,clarity,5
R1,B,depth,2
R2,B,depth,3
R3,B,depth,
`;
const CRITERIA = 'criterion,weight,minimum\nclarity,0.4,\ndepth,0.6,2\n';

describe('rostrum rank', () => {
  test('prints the ranking as JSON in the agreed shape', async () => {
    const ran = await run(
      ['rank', '--scores', 's.csv', '--criteria', 'c.csv', '--decimals', '2', '--seats', '1', '--json'],
      { 's.csv': SCORES, 'c.csv': CRITERIA },
    );
    expect(ran.code).toBe(0);
    const json = JSON.parse(ran.out);
    expect(json).toMatchObject({ method: 'mean', ties: [], warnings: [] });
    expect(json.ranking[0]).toMatchObject({
      application: 'A',
      rank: 1,
      score: 3.532,
      criteria: { clarity: 4.33, depth: 3 },
      reviews: 3,
      seat: 'yes',
    });
    expect(json.reviewers.map((r: { reviewer: string }) => r.reviewer)).toEqual(['R1', 'R2', 'R3']);
  });

  test('prints a table that people can read, and who would move', async () => {
    const { out } = await run(['rank', '--scores', 's.csv', '--criteria', 'c.csv', '--seats', '1', '--sensitivity'], {
      's.csv': SCORES,
      'c.csv': CRITERIA,
    });
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^RANK +APPLICATION +SCORE +90 % OF CASES +RANKS +clarity +depth +REVIEWS +SEAT$/);
    expect(lines[1]).toMatch(/^ *1 +A +3\.53 /);
    expect(out).toMatch(/weight of depth -20 % +A 1 to 2, B 2 to 1/);
  });

  test.each(['constructor', '__proto__'])('shows a criterion called %s where it is scored', async (word) => {
    const rows = `R1,A,c,4\nR2,A,c,5\nR1,B,c,3\nR2,B,c,3\nR1,B,${word},2\nR2,B,${word},2\n`;
    const { code, out } = await run(['rank', '--scores', 's.csv', '--criteria', 'c.csv'], {
      's.csv': `reviewer,application,criterion,score\n${rows}`,
      'c.csv': `criterion,weight\nc,1\n${word},0\n`,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/A +4\.50 .* 4\.50 +- +2/);
    expect(out).toMatch(/B +3\.00 .* 3\.00 +2\.00 +2/);
  });

  test('reads GB18030 and stdin like UTF-8', async () => {
    const chinese = SCORES.replaceAll('clarity', '条理').replaceAll('depth', '深度');
    const fromFile = await run(['rank', '--scores', 'gb.csv', '--json'], {
      'gb.csv': iconv.encode(chinese, 'gb18030'),
    });
    const fromStdin = await run(['rank', '--scores', '-', '--json'], {}, chinese);
    expect(JSON.parse(fromFile.out).ranking[0].criteria).toHaveProperty('深度');
    expect(fromFile.out).toBe(fromStdin.out);
  });

  test('reads a workbook like a CSV file', async () => {
    const cells = SCORES.trim()
      .split('\n')
      .map((row) => row.split(','));
    const rows = cells.map((row) => row.map((value) => ({ value, type: String })));
    const book = await writeXlsxFile(rows).toBuffer();
    const fromBook = await run(['rank', '--scores', 's.xlsx', '--json'], { 's.xlsx': book });
    const fromCsv = await run(['rank', '--scores', 's.csv', '--json'], { 's.csv': SCORES });
    expect(fromBook.out).toBe(fromCsv.out);
  });

  test('counts reviewers of whom nothing can be said instead of listing them', async () => {
    const rows = Array.from({ length: 20 }, (_, a) =>
      [0, 1].map((r) => `P${a}.${r},A${a},c,${(a * 7 + r) % 10}`),
    ).flat();
    const { out } = await run(['rank', '--scores', 'm.csv'], {
      'm.csv': `reviewer,application,criterion,score\n${rows.join('\n')}\n`,
    });
    expect(out).toContain('40 reviewers have one review each');
    expect(out).not.toContain('P3.1');
  });

  test.each([
    [
      'a wrong column',
      'reviewer,application,criterion,points\nR1,A,c,4\n',
      /s\.csv line 1: there is no column score; the file has reviewer, application, criterion, points/,
    ],
    [
      'columns separated by semicolons',
      'reviewer;application;criterion;score\nR1;A;c;4\n',
      /s\.csv line 1: there is no column .* Separate the columns by commas\./,
    ],
    [
      'text in a score',
      'reviewer,application,criterion,score\nR1,A,c,4\nR2,A,c,good\n',
      /s\.csv line 3, column score: "good" must be a number/,
    ],
    [
      'a second score',
      'reviewer,application,criterion,score\nR1,A,c,4\nR2,A,c,4\nR1,A,c,5\n',
      /s\.csv line 4.* is in line 2 already/,
    ],
    [
      'an unknown criterion',
      'reviewer,application,criterion,score\nR1,A,clarity,4\nR2,A,wit,4\n',
      /s\.csv line 3, column criterion: "wit" is not in .*c\.csv/,
    ],
    [
      'one reviewer only',
      'reviewer,application,criterion,score\nR1,A,clarity,4\nR1,B,clarity,4\n',
      /s\.csv line 2: R1 is the only reviewer/,
    ],
  ])('refuses %s with a line and exit code 2', async (_, scores, sentence) => {
    const ran = await run(['rank', '--scores', 's.csv', '--criteria', 'c.csv'], { 's.csv': scores, 'c.csv': CRITERIA });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(sentence);
  });

  test.each([
    [['--method', 'median'], /--method median is unknown/],
    [['--trim', '-1'], /--trim -1 is not a whole number/],
    [['--quota', 'department'], /--quota department cannot be read/],
    [['--tie-break', 'wit', '--criteria', 'c.csv'], /Tie-break wit is neither/],
  ])('refuses %j', async (args, sentence) => {
    const ran = await run(['rank', '--scores', 's.csv', ...args], { 's.csv': SCORES, 'c.csv': CRITERIA });
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(sentence);
  });
});

test('options that the method has no use for are said to have none', async () => {
  const args = ['rank', '--scores', 's.csv', '--method', 'calibrated', '--trim', '1', '--decimals', '2', '--json'];
  const { code, out, err } = await run(args, { 's.csv': SCORES });
  expect([code, JSON.parse(out).method]).toEqual([0, 'calibrated']);
  expect(err).toBe(
    '--trim means nothing under --method calibrated.\n--decimals means nothing under --method calibrated.\n',
  );
});

describe('rostrum explain', () => {
  test('compares two applications in sentences and figures', async () => {
    const args = ['explain', '--scores', 's.csv', '--criteria', 'c.csv', '--application', 'B', '--against', 'A'];
    const english = await run(args, { 's.csv': SCORES, 'c.csv': CRITERIA });
    expect(english.out).toContain('It stands after A (number 1, 3.53) by 0.03 points.');
    expect(english.out).toMatch(/CRITERION +WEIGHT/);
    expect((await run([...args, '--locale', 'zh-CN'])).out).toContain('排在 A');
    expect(JSON.parse((await run([...args, '--json'])).out)).toMatchObject({
      application: 'B',
      comparison: { against: 'A', order: 'after' },
    });
  });

  test('says whether it takes a seat and how sure that is, and how severe its reviewers are', async () => {
    const args = ['explain', '--scores', 's.csv', '--criteria', 'c.csv', '--application', 'B', '--seats', '1'];
    const { out } = await run(args, { 's.csv': SCORES, 'c.csv': CRITERIA });
    expect(out).toMatch(/It takes no seat; it would in \d+ of 100 draws/);
    expect(out).toMatch(/^REVIEWER +TOTAL +SEVERITY +RANK WITHOUT$/m);
    expect((await run([...args, '--locale', 'zh-CN'])).out).toContain('未占名额');
  });

  test('says what is missing in the question', async () => {
    expect(await run(['explain', '--scores', 's.csv', '--application', 'Z'], { 's.csv': SCORES })).toMatchObject({
      code: 2,
      err: 'There is no application Z in these scores; check its id.',
    });
    expect((await run(['explain', '--application', 'A'])).err).toBe(
      'Say what to explain: either --scores FILE or --selection ID.',
    );
  });
});

describe('rostrum agreement', () => {
  test('prints the agreed keys, and null where a cell is missing', async () => {
    const json = JSON.parse(
      (await run(['agreement', '--scores', 's.csv', '--criterion', 'depth', '--json'], { 's.csv': SCORES })).out,
    );
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining(['alpha', 'icc', 'kendall_w', 'reviewers', 'applications']),
    );
    expect(Object.keys(json.icc)).toEqual(['1,1', '2,1', '3,1', '1,k', '2,k', '3,k']);
    expect(json).toMatchObject({ reviewers: 3, applications: 2, kendall_w: null });
  });

  test('prints sources and plain sentences, and refuses an unknown criterion', async () => {
    const { out } = await run(['agreement', '--scores', 's.csv', '--criterion', 'clarity'], { 's.csv': SCORES });
    expect(out).toMatch(/^3 reviewers, 2 applications\n/);
    expect(out).toMatch(/ICC \(2,1\) .*Shrout and Fleiss 1979/);
    expect(out).toMatch(/Krippendorff's alpha \(interval\) is/);
    expect(await run(['agreement', '--scores', 's.csv', '--criterion', 'wit'])).toMatchObject({ code: 2 });
  });
});

describe('rostrum match', () => {
  const AFFINITY = 'application,reviewer,affinity\nA,R1,9\nA,R2,5\nB,R1,8\nB,R3,1\nC,R2,7\nC,R3,6.5\n';
  const base = ['match', '--affinity', 'a.csv', '--per-application', '1'];

  test('prints the optimum as JSON in the agreed shape', async () => {
    const json = JSON.parse((await run([...base, '--max-load', '1', '--json'], { 'a.csv': AFFINITY })).out);
    expect(json).toMatchObject({
      objective: 'total',
      total: 19.5,
      bound: 19.5,
      minimum: 5,
      load: { R1: 1, R2: 1, R3: 1 },
    });
    expect(json.assignments[0]).toEqual({ application: 'A', reviewer: 'R2', affinity: 5 });
    expect(json.seconds).toBeGreaterThanOrEqual(0);
  });

  test('takes limits, conflicts, an assignment in force and quotas from files', async () => {
    const files = {
      'a.csv': AFFINITY,
      'l.csv': 'reviewer,max_load,grade\nR1,2,senior\nR2,1,junior\nR3,1,junior\n',
      'c.csv': 'application,reviewer\nA,R1\n',
      'k.csv': 'application,reviewer\nA,R1\nB,R3\nC,Gone\n',
    };
    const ran = await run([...base, '--limits', 'l.csv', '--conflicts', 'c.csv', '--keep', 'k.csv', '--json'], files);
    expect(ran.err).toContain('1 of 3 pairs name somebody who is no longer there');
    expect(JSON.parse(ran.out)).toMatchObject({
      removed: [
        { application: 'A', reviewer: 'R1' },
        { application: 'C', reviewer: 'Gone' },
      ],
    });
    const none = await run([...base, '--limits', 'l.csv', '--quota', 'grade=senior:1'], files);
    expect(none).toMatchObject({ code: 3 });
    expect(none.err).toMatch(/needs 1 reviewer of grade senior but can get only 0: short by 1/);
  });

  test('refuses a quota on a column that the limits do not have', async () => {
    const files = { 'a.csv': AFFINITY, 'l.csv': 'reviewer,max_load,grade\nR1,2,senior\n' };
    const ran = await run([...base, '--limits', 'l.csv', '--quota', 'rank=senior:1'], files);
    expect(ran).toMatchObject({
      code: 2,
      err: '--quota rank=senior:1: there is no column rank of reviewers; l.csv has grade.',
    });
  });

  test('names what is missing and ends with 3', async () => {
    const ran = await run(['match', '--affinity', 'a.csv', '--per-application', '2', '--max-load', '1', '--json'], {
      'a.csv': AFFINITY,
    });
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.out)).toMatchObject({ infeasible: true, shortages: [{ needed: 6, possible: 3, short: 3 }] });
    expect(ran.err).toMatch(/short by 3/);
  });

  test('refuses a conflict with a name nobody knows', async () => {
    const ran = await run([...base, '--conflicts', 'c.csv'], {
      'a.csv': AFFINITY,
      'c.csv': 'application,reviewer\nA,R9\n',
    });
    expect(ran).toMatchObject({
      code: 2,
      err: 'c.csv line 2, column reviewer: "R9" is neither in a.csv nor among the limits',
    });
  });
});

const reviews = path.resolve('../shared/data/reviews/peerread_acl2017_long.csv');
if (existsSync(reviews)) {
  test('tells which column a foreign file lacks', async () => {
    expect(await run(['rank', '--scores', reviews])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no column reviewer, application'),
    });
  });
}
