import { createWriteStream, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { type Rebuild, rebuild } from '../activities/ledger/rebuild.ts';
import { StreamId } from '../contracts/ids.ts';
import { type ReadAnchor, readAnchor } from '../db/anchor.ts';
import { exportLedger } from '../db/export.ts';
import type { KeptFault } from '../db/kept-fault.ts';
import { KeyRing } from '../db/keys.ts';
import { type Verification, verifyLedger } from '../db/verify.ts';
import { type AnchorFault, verifyAgainst } from '../db/verify-against.ts';
import { verifyKept } from '../db/verify-kept.ts';
import { handOut } from '../engine/anchoring.ts';
import { type DirectOptions, directOf, keysOf, withDatabase, withDirectOptions } from './direct.ts';
import { checked } from './input.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { Progress } from './progress.ts';
import { counted } from './table.ts';

interface LedgerOptions extends DirectOptions {
  readonly json?: boolean;
}

/** `rostrum ledger verify | key | anchor | rebuild | export` */
export function registerLedger(program: Command, io: Io): void {
  const ledger = program.command('ledger').description('check, fold again or hand out the ledger');
  const verify = ledger
    .command('verify')
    .description('walk the hash chain and name the first broken event of each stream')
    .argument('[streams...]', 'only these (default: all, with files, outcomes and roles)')
    .option('--against <paths...>', 'anchors that were kept elsewhere: files, or folders of them')
    .option('--key <keys...>', 'public keys of the installation (default: that of the master key, where it is at hand)')
    .option('--json', 'print JSON');
  withDirectOptions(verify).action((streams: string[], options: VerifyingOptions) => verifying(io, streams, options));
  const key = ledger.command('key').description('print the public key with which the installation signs its ledger');
  withDirectOptions(key).action((options: DirectOptions) => printKey(io, options));
  const anchor = ledger
    .command('anchor')
    .description('write down where all streams stand, signed, to be kept out of reach of whoever owns the database')
    .option('--to <file>', 'write to this file (default: stdout)');
  withDirectOptions(anchor).action((options: DirectOptions & { to?: string }) => anchoring(io, options));
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

interface VerifyingOptions extends LedgerOptions {
  readonly against?: readonly string[];
  readonly key?: readonly string[];
}

interface Verified extends Verification {
  readonly kept: readonly KeptFault[];
  readonly against: readonly AnchorFault[];
  /** How many anchors it was compared with. */
  readonly anchors: number;
}

async function verifying(io: Io, given: string[], options: VerifyingOptions): Promise<void> {
  const direct = directOf(io, options);
  const anchors = anchorFiles(options.against ?? []);
  const progress = new Progress(io);
  const found = await withDatabase(direct, async (pool): Promise<Verified> => {
    const own = direct.masterKey ? [new KeyRing(pool, direct.masterKey).signer.publicKey] : undefined;
    const trusted = options.key ?? own;
    const known = trusted ? { trusted } : {};
    return {
      ...(await verifyLedger(pool, {
        ...streamsIn(given),
        ...known,
        progress: (events) => progress.show(`${events} events checked`),
      })),
      kept: given.length ? [] : await verifyKept(pool),
      against: await verifyAgainst(pool, anchorsIn(anchors), trusted),
      anchors: anchors.length,
    };
  });
  progress.done();
  const { faults, unreadable, kept, against } = found;
  if (options.json) printJson(io, found);
  else for (const { sentence } of [...faults, ...against, ...kept, ...unreadable]) print(io, sentence);
  const wrong = faults.length + against.length + kept.length;
  if (!wrong && !options.json) print(io, soundnessOf(found));
  if (wrong) throw new Failure(EXIT.failure, options.json ? '' : tamperedSentence(found));
}

function tamperedSentence({ faults, against, kept }: Verified): string {
  if (faults.length) {
    return `The ledger was tampered with in ${counted(faults.length, 'stream')}; the lines above name the first event.`;
  }
  if (against.length) {
    return 'The ledger is not what it was when it was anchored: keep the database as it is, and compare the lines above with a backup of that day.';
  }
  return `What is kept beside the ledger was changed in ${counted(kept.length, 'place')}; the lines above say where.`;
}

function soundnessOf({ events, streams, unreadable, signers, anchors }: Verified): string {
  const sound = `${counted(events, 'event')} in ${counted(streams, 'stream')}: all as they were written`;
  const by = signers.length ? ` Signed with ${signers.join(' and ')}.` : '';
  const as = anchors ? ` All is as ${counted(anchors, 'anchor')} ${anchors === 1 ? 'says' : 'say'}.` : '';
  if (!unreadable.length) return `${sound}.${by}${as}`;
  const odd = unreadable.reduce((sum, u) => sum + u.events, 0);
  return `${sound}, but ${odd} cannot be read here; update this Rostrum, or report the lines above to whoever maintains it.${by}${as}`;
}

/** The files of anchors that were named, those of folders among them, in the order of their numbers. */
function anchorFiles(given: readonly string[]): string[] {
  const files = given.flatMap((name) => {
    try {
      if (!statSync(name).isDirectory()) return [name];
      const inside = readdirSync(name).filter((file) => file.endsWith('.jsonl'));
      if (inside.length) return inside.map((file) => path.join(name, file));
    } catch (error) {
      throw unreadable(name, error);
    }
    throw new Failure(EXIT.input, `${name} holds no anchor; name the folder that they are kept in.`);
  });
  return files.sort((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
}

function* anchorsIn(files: readonly string[]): Generator<ReadAnchor> {
  for (const file of files) {
    try {
      yield readAnchor(file, readFileSync(file, 'utf8'));
    } catch (error) {
      throw unreadable(file, error);
    }
  }
}

function unreadable(name: string, error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  return new Failure(EXIT.input, code ? `${name} cannot be read (${code}); correct the path.` : message);
}

async function printKey(io: Io, options: DirectOptions): Promise<void> {
  const direct = directOf(io, options);
  await withDatabase(direct, async (pool) => print(io, (await keysOf(direct, pool)).signer.publicKey));
}

async function anchoring(io: Io, options: DirectOptions & { to?: string }): Promise<void> {
  const direct = directOf(io, options);
  // A file that is there already, or cannot be made, is found before an anchor is.
  const file = options.to === undefined ? undefined : openNew(options.to);
  const { anchor: made } = await withDatabase(direct, async (pool) =>
    handOut(pool, (await keysOf(direct, pool)).signer, Date.now(), async ({ text }) => {
      if (file === undefined) io.stdout.write(text);
      else writeFileSync(file, text, { flush: true });
      return true;
    }),
  );
  if (options.to === undefined) return;
  say(io, `Anchor ${made.number} of ${counted(made.streams, 'stream')} written to ${options.to}; keep it elsewhere.`);
}

function openNew(name: string): number {
  try {
    return openSync(name, 'wx', 0o640);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(EXIT.input, `${name} cannot be made (${code}); name a file that is not there yet.`);
  }
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
