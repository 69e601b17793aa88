import { messageOf } from '../contracts/failure.ts';
import { type Instant, ORGANISATION, type StreamId } from '../contracts/ids.ts';
import { concernedBy } from '../db/concerned.ts';
import { linkOf } from '../db/hash.ts';
import { keepInStep } from '../db/kept.ts';
import { append } from '../db/ledger.ts';
import { type Asked, askLooks, type Look } from '../db/looks.ts';
import { putOutbox } from '../db/outbox/put.ts';
import type { Writer } from '../db/projections/writer.ts';
import { headText } from '../db/signature.ts';
import { dropEmptyStreams, keepStanding, keepTold, keepTrouble, type Standing } from '../db/standing.ts';
import type { Recorded } from '../domain/process.ts';
import type { Turned } from '../domain/turn/given.ts';
import type { Session } from '../domain/turn/session.ts';
import { projectionOf, projectPlans } from './projections.ts';
import { reckonedBy, toldIn, toldOf, waitsOf } from './told.ts';
import type { World } from './world.ts';

/** What the writing goes by, beside what the turn has brought about. */
export interface Grounds {
  /** The main stream, and whether its workflow looks: then it hears how the stream stands. */
  readonly main: StreamId;
  readonly look: boolean;
  /** The version of the organisation that the turn was taken under. */
  readonly organisation: number;
}

/** Writes down what a turn has brought about, in its transaction. */
export class Writing {
  readonly #writer: Writer;
  readonly #world: World;
  readonly #main: StreamId;
  readonly #look: boolean;
  readonly #organisation: number;

  constructor(writer: Writer, world: World, { main, look, organisation }: Grounds) {
    this.#writer = writer;
    this.#world = world;
    this.#main = main;
    this.#look = look;
    this.#organisation = organisation;
  }

  /** Writes everything down. The writes are on their way when it returns; the answer tells whose workflows to signal. */
  async all(turned: Turned): Promise<{ asked: Promise<readonly Asked[]> }> {
    const { connection, defer } = this.#writer;
    const written = turned.sessions.filter((s) => s.entries.length);
    for (const session of written) this.#append(session);
    const standings = turned.sessions.flatMap((s) => this.#standingOf(s));
    if (standings.length) defer(keepStanding(connection, standings));
    const main = turned.sessions[0]!;
    const empty = turned.sessions.filter((s) => s.stood.version === 0).map((s) => s.stream);
    if (empty.length) defer(dropEmptyStreams(connection, empty));
    for (const [stream, error] of turned.troubles) {
      defer(keepTrouble(connection, stream, messageOf(error)));
    }
    const asks = this.#asks(turned);
    if (this.#look && main.status) defer(keepTold(connection, main.stream, toldIn(main.status)));
    const rows = turned.posted.map(({ key, stream, notice, notBefore }) => ({
      ...{ key, stream, person: notice.to, template: notice.template, about: notice.about },
      ...{ notBefore, whileOpen: notice.whileOpen ?? null },
    }));
    if (rows.length) defer(putOutbox(connection, rows));
    for (const session of written) await this.#project(session);
    if (!main.entries.length && main.status) projectPlans(main.stream, main.state, this.#writer);
    if (main.stream === ORGANISATION && main.entries.length) asks.push(...(await this.#concerned(main)));
    const asked = asks.length ? askLooks(connection, asks) : Promise.resolve([]);
    defer(asked);
    return { asked };
  }

  #append(session: Session): void {
    const folded = this.#world.folded(session.stream);
    const entries = session.entries.map(({ event, text }) => {
      const { body: _, ...heading } = event;
      folded.hash = linkOf(folded.hash, heading, text);
      folded.weight += text.length;
      return { event, text, hash: folded.hash };
    });
    this.#writer.defer(append(this.#writer.connection, session.stream, entries));
  }

  /** Nothing, for a stream that stands as it stood. */
  #standingOf(session: Session): Standing[] {
    const { stream, status, owner, stood } = session;
    const row = this.#world.held.get(stream)!;
    const waits = status && waitsOf(status, reckonedBy(stream, this.#organisation));
    const same = !status || (status.wake === row.wake && status.news === row.news && waits === row.waits);
    if (!session.entries.length && (same || stood.version === 0)) return [];
    const { hash } = this.#world.folded(stream);
    const at = session.entries.at(-1)?.event.at ?? row.at;
    return [
      {
        stream,
        version: stood.version,
        hash,
        owner,
        at,
        signature: session.entries.length ? this.#signed({ stream, version: stood.version, hash, owner }) : null,
        ...(status && waits !== undefined ? { status: { ...status, waits: waits === row.waits ? null : waits } } : {}),
      },
    ];
  }

  /** What was written stands under the installation's name: whoever adds to it without the master key cannot sign that. */
  #signed(head: Parameters<typeof headText>[0]): Buffer {
    return this.#writer.keys.signer.sign(headText(head));
  }

  /** Whose workflows have to look: those that know less than what is so, and the owners who have news. */
  #asks({ sessions, troubles, settled }: Turned): Look[] {
    // Only looks of their own let time act there again.
    const asks: Look[] = [...troubles.keys()].map((stream) => ({ stream, held: true, rest: false }));
    const here = new Set(sessions.map((s) => s.stream));
    for (const { stream, status, owner } of sessions) {
      if (!status || troubles.has(stream)) continue;
      const row = this.#world.held.get(stream)!;
      const isMain = stream === this.#main;
      const knows = row.told === toldOf(status) && !isEarlier(status.wake, row.toldWake);
      if (!knows && !(isMain && this.#look)) asks.push({ stream, held: true, rest: isMain && settled });
      if (owner && status.news > row.news && !here.has(owner)) asks.push({ stream: owner, held: false, rest: false });
    }
    return asks;
  }

  async #project(session: Session): Promise<void> {
    const writer = this.#writer;
    const events: readonly Recorded[] = session.entries.map((e) => e.event);
    await keepInStep(session.stream, session.state, events, writer);
    await projectionOf(session.stream)(session.state, events, writer);
  }

  async #concerned(main: Session): Promise<Look[]> {
    const streams = await concernedBy(
      this.#writer.connection,
      main.entries.map((e) => e.event),
    );
    return streams.map((stream) => ({ stream, held: false, rest: false }));
  }
}

function isEarlier(wake: Instant | null, told: Instant | null): boolean {
  return wake !== null && (told === null || wake < told);
}
