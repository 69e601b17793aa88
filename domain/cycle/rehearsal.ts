import { type Instant, ownerInRoundId, type PersonId, type StreamId } from '../../contracts/ids.ts';
import type { RoundPolicy, RoundSpec } from '../../contracts/round.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { notBeforeOf } from '../procedure/notice-hour.ts';
import type { Sheet } from '../procedure/part.ts';
import type { DomainEvent, Recorded } from '../process.ts';
import { roundProcess } from '../round/round.ts';
import { emptyRound, type RoundState } from '../round/state.ts';
import { openSecretOf } from '../turn/secret.ts';

/** A message that a round would send to one person. */
export interface Sent {
  readonly at: Instant;
  readonly to: PersonId;
  readonly template: string;
  /** The rung of the ladder, 0 the first; null: no reminder. */
  readonly rung: number | null;
  readonly tasks: number;
}

export interface Rehearsal {
  readonly messages: readonly Sent[];
  /** When the round would settle by itself; null: it would wait for ever. */
  readonly settles: Instant | null;
}

/** A ladder has twelve rungs at most, and a round of many calendars climbs each at a few instants. */
const MOST_WAKES = 2000;

/**
 * Everything a round would send if nobody answered: the round itself is played, with its own agenda, from the instant
 * at which it opens until nothing more comes of time alone.
 */
export function rehearse(
  id: StreamId,
  sheet: Sheet,
  policy: RoundPolicy,
  times: { readonly opens: Instant; readonly due: Instant },
  asked: Pick<RoundSpec, 'owners' | 'place'>,
  organisation: OrganisationState,
): Rehearsal {
  const { title, form, forms, minutes, tasks } = sheet;
  const spec = {
    owner: ownerInRoundId(id),
    purpose: 'preview',
    title,
    form,
    ...(forms ? { forms } : {}),
    policy,
    due: times.due,
    ...asked,
    minutes,
  };
  const messages: Sent[] = [];
  let state: RoundState = emptyRound(id);
  let now = times.opens;
  const context = () => ({ now, organisation, child: () => undefined, secretOf: openSecretOf });

  const record = (events: readonly DomainEvent[]) => {
    for (const event of events) {
      const recorded = { stream: id, version: 1, schema: 1, at: now, actor: 'system', command: null, ...event };
      state = roundProcess.evolve(state, recorded as Recorded<never>);
      for (const c of roundProcess.consequences(state, recorded as Recorded<never>, context())) {
        if (c.kind !== 'notice') continue;
        const rung = typeof c.about.rung === 'number' ? c.about.rung : null;
        messages.push({
          at: notBeforeOf(c, context()),
          to: c.to,
          template: c.template,
          rung,
          tasks: listed(c.about.tasks),
        });
      }
    }
  };

  const body = { spec, tasks: [...tasks] };
  const opened = roundProcess.decide(state, { id: 'preview-open', actor: 'system', type: 'open', body }, context());
  if (!('length' in opened)) return { messages: [], settles: times.due };
  record(opened);
  for (let wakes = 0; wakes < MOST_WAKES && state.phase === 'open'; wakes++) {
    for (let due = roundProcess.due(state, context()); due.length; due = roundProcess.due(state, context()))
      record(due);
    const { wake } = roundProcess.status(state, context());
    if (wake === null || wake <= now) break;
    now = wake;
  }
  return { messages, settles: state.phase === 'settled' ? now : null };
}

function listed(tasks: unknown): number {
  return Array.isArray(tasks) ? tasks.length : 0;
}
