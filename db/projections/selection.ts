import type { SelectionEvent } from '../../contracts/selection.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import { stamp } from '../connection.ts';
import type { Writer } from './writer.ts';

/** Writes a selection's row, the applications that events name, and every ranking that was recorded. */
export async function projectSelection(
  state: SelectionState,
  events: readonly Recorded<SelectionEvent>[],
  writer: Writer,
): Promise<void> {
  if (!events.length || !state.terms) return;
  writeSelection(writer, state);
  const named = new Set<string>();
  for (const recorded of events) {
    const e = recorded as Recorded & SelectionEvent;
    collect(e.body, state, named);
    if (e.type === 'RankingRecorded') {
      writeRanking(writer, state, e);
      for (const code of Object.keys(state.applications)) named.add(code);
    }
  }
  const applications = [...named].sort().map((code) => state.applications[code]!);
  if (applications.length) writeApplications(writer, state, applications);
}

/** Every application that an event's body names, as a value or as a key. */
function collect(value: unknown, state: SelectionState, found: Set<string>): void {
  if (typeof value === 'string') {
    if (Object.hasOwn(state.applications, value)) found.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, state, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collect(key, state, found);
      collect(item, state, found);
    }
  }
}

function writeSelection({ connection, defer }: Writer, state: SelectionState): void {
  defer(
    connection.query({
      name: 'write-selection',
      text: `insert into selection (stream, title, stage, terms, timetable, measures_version, paused, closed)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (stream) do update set stage = $3, terms = $4, timetable = $5, measures_version = $6,
               paused = $7, closed = $8`,
      values: [
        state.stream,
        JSON.stringify(state.terms!.title),
        state.stage,
        JSON.stringify(state.terms),
        JSON.stringify(state.plan),
        state.measures?.version ?? 0,
        state.phase === 'paused',
        state.phase === 'closed' || state.phase === 'cancelled',
      ],
    }),
  );
}

/** Where an application stands, in one word. */
export function stateOf(application: Application): string {
  if (application.withdrawn) return 'withdrawn';
  if (application.appointment) return 'appointed';
  if (application.offer === 'declined') return 'declined';
  if (application.result) return application.result.standing;
  if (!application.screening) return 'submitted';
  return application.screening.eligible ? 'eligible' : 'ineligible';
}

function writeApplications({ connection, defer }: Writer, state: SelectionState, list: readonly Application[]): void {
  defer(
    connection.query({
      name: 'write-applications',
      text: `insert into application (selection, id, person, state, submitted_at, content, manager_answer, eligibility,
                                      outcome, feedback)
             select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::json[], $7::text[],
                                      $8::json[], $9::text[], $10::json[])
             on conflict (selection, id) do update set state = excluded.state, submitted_at = excluded.submitted_at,
               content = excluded.content, manager_answer = excluded.manager_answer,
               eligibility = excluded.eligibility, outcome = excluded.outcome, feedback = excluded.feedback`,
      values: [
        state.stream,
        list.map((a) => a.code),
        list.map((a) => a.person),
        list.map(stateOf),
        list.map((a) => stamp(a.submittedAt)),
        list.map(contentOf),
        list.map((a) => a.agreement),
        list.map((a) => (a.screening ? JSON.stringify(a.screening) : null)),
        list.map((a) => state.outcomes?.[a.code] ?? null),
        list.map((a) => (a.result ? JSON.stringify(a.result) : null)),
      ],
    }),
  );
}

function contentOf({ profile, outline, topics, evidence, hoursPerMonth, late }: Application): string {
  return JSON.stringify({ profile, outline, topics, evidence, hoursPerMonth, late });
}

function writeRanking(
  { connection, defer }: Writer,
  state: SelectionState,
  { at, body }: Recorded & Extract<SelectionEvent, { type: 'RankingRecorded' }>,
): void {
  defer(
    connection.query({
      name: 'write-ranking',
      text: `insert into ranking (selection, number, digest, bytes, recorded_at) values ($1, $2, $3, $4, $5)
             on conflict (selection, number) do update set digest = $3, bytes = $4, recorded_at = $5`,
      values: [state.stream, body.number, body.digest, body.bytes, stamp(at)],
    }),
  );
}
