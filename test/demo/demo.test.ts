import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pageOrDesk } from '../../contracts/pages.ts';
import { built } from '../harness/built.ts';

interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Everything that the demonstration starts inherits this mark, or has its folder among its arguments. */
const MARK = `ROSTRUM_DEMO_TEST=${randomUUID()}`;
let script: string;

function demo(...args: string[]): Promise<Run> {
  const [name, value] = MARK.split('=') as [string, string];
  const options = { env: { ...process.env, [name]: value }, maxBuffer: 10_000_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'demo', '--exit', ...args], options, (error, output, errors) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, output, errors }),
    );
  });
}

/** Command lines of the processes that are marked or mention the folder. */
function leftRunning(folder: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      const [line, environment] = ['cmdline', 'environ'].map((file) => contentsOf(path.join('/proc', pid, file)));
      return line?.includes(folder) || environment?.includes(MARK) ? [line?.replaceAll('\0', ' ') ?? pid] : [];
    });
}

/** Empty when the process has just ended, or is not ours to look into. */
function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

beforeAll(async () => {
  script = path.join(await built(), 'cli', 'rostrum.js');
});

describe('the demonstration on the samples', () => {
  let run: Run;
  let folder: string;

  beforeAll(async () => {
    // Slower than it is shown to people: on a busy machine, too, the plan is there before its first course is due.
    run = await demo('--days-per-second', '2');
    folder = /kept in (\S+?)\.\n/.exec(run.output)?.[1] ?? 'no folder';
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('ends well and says nothing on stderr', () => {
    expect([run.code, run.errors]).toEqual([0, '']);
  });

  test('shows silence, recusal, replacement, the killed worker and the objection', () => {
    for (const happening of [
      /Reminder \(.+\) to .+/,
      /Still silent \(.+\): .+ told, as the manager/,
      /steps back from A-\w+ \(a conflict of interest\)/,
      /drops out as a reviewer/,
      /is killed \(SIGKILL\)/,
      /The engine is back/,
      /none is lost and none is there twice/,
      /objects to A-\w+ .+ the clock of the notice stands still/,
      /has dismissed the objection; the clock runs again/,
      /agreement-silent/,
    ]) {
      expect(run.output).toMatch(happening);
    }
  });

  test('ends with the ranked table, its explanation, and a ledger that verifies', () => {
    expect(run.output).toMatch(/rank +number +name +dept +score/);
    expect(run.output.match(/^ *\d+ +A-\w+ +.+ (yes|no|tie)$/gm)).toHaveLength(12);
    const [, first, second] = /Why (A-\w+) stands before (A-\w+)/.exec(run.output)!;
    expect(run.output).toContain(`It stands before ${second}`);
    expect(run.output).toContain(`${first} is number 1 of`);
    expect(run.output).toMatch(/ledger verify: \d+ events in \d+ streams, all as they were written/);
    expect(run.output).toMatch(/Time scale: one day of the procedure takes 0\.5 s/);
  });

  test('plays a year of a training plan with everything that goes otherwise than planned', () => {
    for (const happening of [
      /Nothing was heard from D\d+; the cycle goes on and remembers it/,
      /\d+ levels are known, [1-9]\d* are missing and stay so/,
      /7 departments have needs, \d+ returned nil/,
      /Top management returns the plan; only the offering that it is about is open again/,
      /Approved and frozen\. Hash of the plan: [0-9a-f]{64}/,
      /A change request moves O-\d+ from [\d-]+ to [\d-]+/,
      /has fallen ill/,
      /Emergency change: .+ teaches O-\d+ instead/,
      /C-\d+ trainer O-\d+: emergency, confirmed/,
    ]) {
      expect(run.output).toMatch(happening);
    }
  });

  test('ends the year with the plan, its hash, promised against measured, and proposals', () => {
    const frozen = /Approved and frozen\. Hash of the plan: (\w+)/.exec(run.output)![1]!;
    expect(run.output).toMatch(new RegExp(`Hash of the approved plan \\(version \\d+\\): ${frozen}`));
    const [, promised, measured] = /^all +\d+ +\d+ +([\d.]+) +([\d.]+)/m.exec(run.output)!;
    expect(Number(promised)).toBeGreaterThan(0);
    expect(Number(measured)).toBeGreaterThan(0);
    expect(run.output).toMatch(/Proposals for the next cycle: \d+ /);
    const [pdf, xlsx] = ['plan.pdf', 'plan.xlsx'].map((name) => readFileSync(path.join(folder, 'plan', name)));
    expect([pdf!.subarray(0, 5).toString(), xlsx!.subarray(0, 2).toString()]).toEqual(['%PDF-', 'PK']);
  });

  test('ends with five addresses, each for somebody who has something to see or to do there', () => {
    expect(run.output).toContain('Everything is stopped, and started again at the pace of life.');
    const clicks = [
      ...run.output.matchAll(
        /^ {2}(\d)\. .+ \((\w+)\): .+\n {5}http:\/\/127\.0\.0\.1:\d+\/sign-in\?to=([^&]+)&who=(\w+)$/gm,
      ),
    ];
    expect(clicks.map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(clicks.filter(([, , person, , who]) => person !== who)).toEqual([]);
    const paths = clicks.map(([, , , to]) => decodeURIComponent(to!));
    expect(paths.map(pageOrDesk)).toEqual(paths);
    expect(run.output).toMatch(/rate [1-9]\d* people against the ability model/);
  });

  test('leaves certificates and mails in its folder, and nothing running', () => {
    const certificates = readdirSync(path.join(folder, 'certificates'));
    expect(certificates.length).toBeGreaterThan(0);
    for (const file of certificates) {
      expect(run.output).toContain(file);
      expect(
        readFileSync(path.join(folder, 'certificates', file))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    const mails = Number(/(\d+) mails were caught/.exec(run.output)?.[1]);
    expect(mails).toBeGreaterThan(400);
    // The next cycle and the next selection send more.
    expect(readdirSync(path.join(folder, 'mail')).length).toBeGreaterThanOrEqual(mails);
    expect(leftRunning(folder)).toEqual([]);
  });
});

test('a folder without an organisation ends it with sentences, and starts nothing', async () => {
  const { code, errors, output } = await demo('--data', path.resolve('docs'));
  expect(code).toBe(1);
  expect(errors).toMatch(/There is no departments\.csv \(or \.xlsx\) in /);
  expect(existsSync(/kept in (\S+?)\.\n/.exec(output)?.[1] ?? 'no folder')).toBe(false);
});

test('a speed that cannot be is refused', async () => {
  const { code, errors } = await demo('--days-per-second', 'fast');
  expect([code, errors]).toEqual([2, '--days-per-second fast is not possible: give a figure from 0.001 to 10.\n']);
});
