import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { type Rebuild, rebuild } from '../activities/ledger/rebuild.ts';
import { StreamId } from '../contracts/ids.ts';
import { exportLedger } from '../db/export.ts';
import { type Verification, verifyLedger } from '../db/verify.ts';
import { type DirectOptions, directOf, keysOf, withDatabase, withDirectOptions } from './direct.ts';
import { checked } from './input.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { Progress } from './progress.ts';
import { counted } from './table.ts';

interface LedgerOptions extends DirectOptions {
  readonly json?: boolean;
}

/** `rostrum ledger verify | rebuild | export` */
export function registerLedger(program: Command, io: Io): void {
  const ledger = program.command('ledger').description('check, fold again or hand out the ledger');
  const verify = ledger
    .command('verify')
    .description('walk the hash chain and name the first broken event of each stream')
    .argument('[streams...]', 'only these (default: all)')
    .option('--json', 'print JSON');
  withDirectOptions(verify).action((streams: string[], options: LedgerOptions) => verifying(io, streams, options));
  const again = ledger
    .command('rebuild')
    .description('fold every stream from its first event and write all projections anew')
    .option('--compare', 'change nothing; tell where live rows are not what the ledger says')
    .option('--json', 'print JSON');
  withDirectOptions(again).action((options: LedgerOptions & { compare?: boolean }) => rebuilding(io, options));
  const out = ledger
    .command('export')
    .description('write the ledger as JSON lines, one event each')
    .argument('[streams...]', 'only these (default: all)')
    .option('--to <file>', 'write to this file (default: stdout)')
    .option('--open', 'personal fields in the clear; needs the master key');
  withDirectOptions(out).action((streams: string[], options: ExportOptions) => exporting(io, streams, options));
}

function streamsIn(given: readonly string[]): { streams: StreamId[] } | Record<never, never> {
  return given.length ? { streams: given.map((s) => checked(StreamId, s, s) as StreamId) } : {};
}

async function verifying(io: Io, given: string[], options: LedgerOptions): Promise<void> {
  const progress = new Progress(io);
  const found = await withDatabase(directOf(io, options), (pool) =>
    verifyLedger(pool, { ...streamsIn(given), progress: (events) => progress.show(`${events} events checked`) }),
  );
  progress.done();
  const { faults, unreadable } = found;
  if (options.json) printJson(io, found);
  else for (const { sentence } of [...faults, ...unreadable]) print(io, sentence);
  if (!faults.length && !options.json) print(io, soundnessOf(found));
  if (faults.length)
    throw new Failure(
      EXIT.failure,
      options.json
        ? ''
        : `The ledger was tampered with in ${counted(faults.length, 'stream')}; the lines above name the first event.`,
    );
}

function soundnessOf({ events, streams, unreadable }: Verification): string {
  const sound = `${counted(events, 'event')} in ${counted(streams, 'stream')}: all as they were written`;
  if (!unreadable.length) return `${sound}.`;
  const odd = unreadable.reduce((sum, u) => sum + u.events, 0);
  return `${sound}, but ${odd} cannot be read here; update this Rostrum, or report the lines above to whoever maintains it.`;
}

async function rebuilding(io: Io, options: LedgerOptions & { compare?: boolean }): Promise<void> {
  const direct = directOf(io, options);
  const progress = new Progress(io);
  const mode = options.compare ? 'compare' : 'rewrite';
  const result = await withDatabase(direct, async (pool) =>
    rebuild(pool, {
      keys: await keysOf(direct, pool),
      mode,
      progress: (events) => progress.show(`${events} events folded`),
    }),
  );
  progress.done();
  if (options.json) printJson(io, { mode, ...result });
  else print(io, sentenceOf(result, mode));
  if (result.unreadable.length || (mode === 'compare' && result.differences.length)) throw new Failure(EXIT.failure);
}

function sentenceOf(result: Rebuild, mode: 'compare' | 'rewrite'): string {
  return [...result.unreadable, agreementOf(result, mode)].join('\n');
}

function agreementOf({ streams, events, differences, unreadable }: Rebuild, mode: 'compare' | 'rewrite'): string {
  const lines = differences.map(({ table, row, how, columns }) => {
    return `${table} ${row}: ${how}${columns.length ? ` (${columns.join(', ')})` : ''}`;
  });
  const folded = `${counted(events, 'event')} in ${counted(streams, 'stream')} folded`;
  if (!lines.length) lines.push(`${folded}; every ${unreadable.length ? 'other ' : ''}row is what the ledger says.`);
  else if (mode === 'compare')
    lines.push(`${folded}; these rows are not what it says. Mend them: rostrum ledger rebuild`);
  else lines.push(`${folded}; these rows were wrong and have been mended.`);
  return lines.join('\n');
}

interface ExportOptions extends DirectOptions {
  readonly to?: string;
  readonly open?: boolean;
}

async function exporting(io: Io, given: string[], options: ExportOptions): Promise<void> {
  const direct = directOf(io, options);
  let count = 0;
  await withDatabase(direct, async (pool) => {
    const keys = options.open ? { open: await keysOf(direct, pool) } : {};
    const lines = exportLedger(pool, { ...streamsIn(given), ...keys });
    const target = options.to ? createWriteStream(options.to, { mode: 0o600 }) : onto(io.stdout);
    await pipeline(counting(lines), target);
  });
  async function* counting(lines: AsyncGenerator<string>) {
    for await (const line of lines) {
      count++;
      yield line;
    }
  }
  if (options.to) say(io, `${counted(count, 'event')} written to ${options.to}.`);
}

/** Writes onto a stream that is not ours to end. */
function onto(stream: NodeJS.WritableStream): Writable {
  return new Writable({ write: (chunk, _encoding, done) => void stream.write(chunk, () => done()) });
}
