import type { Authority } from '../../access/authority.ts';
import { sightOf as cycleSight } from '../../access/sight/cycle.ts';
import {
  cycleEvents,
  offeringEvents,
  procedureEvents,
  roundEvents,
  type SeenEvents,
  selectionEvents,
} from '../../access/sight/history.ts';
import { type Instant, processTypeOf, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { wordsOf } from '../../contracts/kinds.ts';
import { isHouseReason } from '../../contracts/reasons.ts';
import type { HistoryLine, HistoryView } from '../../contracts/views/history.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { streamRow } from '../../db/streams.ts';
import { type EventRule, type HistoryRow, historyPage } from '../../db/views/history.ts';
import { namesOf } from '../../db/views/selections.ts';
import { plannedOf } from '../../domain/offering/state.ts';
import { reportsOf } from '../../domain/organisation/line.ts';
import { changesSeen } from '../cycle/changes.ts';
import { readCycle } from '../cycle/reading.ts';
import { readOffering } from '../offering/reading.ts';
import { notFoundStream } from '../refused.ts';
import { roundSeen } from '../round/reading.ts';
import { readSelection } from '../selection/reading.ts';
import type { Sources } from '../sources.ts';
import { calledIn, headOf } from './called.ts';
import { placeOf, versionAt } from './places.ts';
import { sentenceOf } from './words.ts';

export interface HistoryQuestion {
  readonly stream: StreamId;
  readonly about?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * What has happened in a stream, newest first, as far as somebody sees it.
 * @throws Refused `not-found` for a stream of which they see nothing, as for one that is not there
 */
export async function historySeen(
  sources: Sources,
  { stream, about = undefined, before = undefined, limit }: HistoryQuestion,
  who: Authority,
  now: Instant,
): Promise<HistoryView> {
  const { pool, keys } = sources;
  const seen = await eventsSeen(sources, stream, who, now);
  const rules = seen === null ? null : seen.flatMap(rulesOf);
  const upTo = before === undefined ? null : versionAt(keys, stream, before);
  const page = await historyPage(pool, { stream, rules, about: about ?? null, before: upTo, limit });
  const shown = (await unsealed(
    pool,
    keys,
    page.rows.map((row) => shownOf(row, seen, who)),
  )) as Shown[];
  const lines = shown.map((row) => lineOf(stream, row, seen !== null));
  const told = lines.flatMap(({ by, facts }) => [by ?? [], Object.values(facts)].flat(2));
  // Nobody learns a name by asking about an id: what is named, they are told of.
  const ids = new Set(told.filter((p): p is string => typeof p === 'string'));
  const [names, called, head] = await Promise.all([
    namesOf(pool, ids),
    calledIn(sources.reader, stream, ids),
    headOf(sources.reader, stream),
  ]);
  return {
    stream,
    lines,
    next: page.more ? placeOf(keys, stream, page.rows.at(-1)!.version) : null,
    names: Object.fromEntries(names),
    ...head,
    called,
  };
}

/** The events of a stream that somebody sees; null: all of them. */
async function eventsSeen(
  sources: Sources,
  stream: StreamId,
  who: Authority,
  now: Instant,
): Promise<readonly SeenEvents[] | null> {
  const { pool, reader } = sources;
  const kind = processTypeOf(stream);
  if (who.all) {
    if (!(await streamRow(pool, stream))) throw notFoundStream(stream);
    return null;
  }
  switch (kind) {
    case 'selection':
      return selectionEvents(await readSelection(reader, stream), who.person);
    case 'cycle': {
      const reading = await readCycle(reader, stream, who);
      const changes = changesSeen(reading).map((c) => c.id);
      return cycleEvents(cycleSight(reading.state, reading.organisation, who), reading.organisation, changes);
    }
    case 'offering': {
      const [offering, organisation] = await Promise.all([readOffering(reader, stream), reader.organisation()]);
      const teaches = plannedOf(offering).trainer === who.person;
      return offeringEvents(who.person, reportsOf(organisation, who.person), teaches);
    }
    case 'round': {
      await roundSeen(pool, stream, who, now);
      const round = (await reader.rounds([stream])).get(stream);
      const own = [...(round?.tasks.values() ?? [])].filter((t) => t.assignee === who.person);
      return roundEvents(own.map((t) => t.id));
    }
    default: {
      if (!wordsOf(kind).procedure || !(await streamRow(pool, stream))) throw notFoundStream(stream);
      return procedureEvents();
    }
  }
}

function rulesOf({ type, field, values }: SeenEvents): EventRule[] {
  return field === undefined
    ? [{ type, field: null, value: null }]
    : (values ?? []).map((value) => ({ type, field, value }));
}

/** What of an event is shown, private parts still sealed. */
interface Shown extends Omit<HistoryRow, 'body' | 'actor'> {
  readonly by: string | null;
  readonly machine: boolean;
  readonly facts: HistoryLine['facts'];
  /** null: none was given, or it is not for the asker. */
  readonly reason: unknown;
}

const REASONS = ['reason', 'why', 'note', 'grounds'] as const;

function shownOf({ body, actor, ...row }: HistoryRow, seen: readonly SeenEvents[] | null, who: Authority): Shown {
  const machine = actor === SYSTEM;
  const given = REASONS.map((key) => body[key]).find((value) => typeof value === 'object' && value !== null) ?? null;
  if (seen === null) {
    return { ...row, by: machine ? null : actor, machine, facts: plainFacts(body), reason: given };
  }
  const rule = seen.find(
    (e) => e.type === row.type && (e.field === undefined || (e.values ?? []).includes(String(body[e.field]))),
  );
  const own = actor === who.person;
  const facts = Object.fromEntries((rule?.shows ?? []).map((key) => [key, body[key]]));
  return {
    ...row,
    by: machine || !(rule?.by || own) ? null : actor,
    machine,
    facts: plainFacts(facts),
    reason: own || isHouseReason(given) ? given : null,
  };
}

function lineOf(stream: StreamId, row: Shown, partly: boolean): HistoryLine {
  return {
    code: row.type,
    facts: row.facts,
    text: sentenceOf(processTypeOf(stream), row.type),
    version: partly ? null : row.version,
    at: row.at,
    by: row.by,
    machine: row.machine,
    why: whyOf(row.reason),
    command: partly ? null : row.command,
    hash: partly ? null : row.hash,
  };
}

function whyOf(reason: unknown): HistoryLine['why'] {
  if (reason === null || reason === undefined) return null;
  if (isHouseReason(reason)) return { text: null, code: reason.code, about: reason.about ?? null };
  return { text: typeof reason === 'string' ? reason : null, code: null, about: null };
}

/** So many ids of a list are facts of a sentence; a longer one is told by its length. */
const MOST_LISTED = 50;
const LONGEST = 200;

/** Figures and ids of an event: whatever is nested, or words, is not among them. */
function plainFacts(body: Readonly<Record<string, unknown>>): HistoryLine['facts'] {
  const facts: HistoryLine['facts'] = {};
  for (const [key, value] of Object.entries(body)) {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') facts[key] = value;
    else if (typeof value === 'string' && value.length <= LONGEST) facts[key] = value;
    else if (Array.isArray(value) && value.every((v) => typeof v === 'string')) {
      if (value.length <= MOST_LISTED) facts[key] = value as string[];
      else facts[`${key}Count`] = value.length;
    } else if (Array.isArray(value)) facts[`${key}Count`] = value.length;
  }
  return facts;
}
