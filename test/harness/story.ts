import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { smallCompany } from './company.ts';
import type { Door } from './door.ts';

const DAY = 86_400_000;
const label = (en: string) => ({ en, 'zh-CN': en });

/** A round of reviews with a score and a comment, due at an instant. */
export function reviews(due: number): RoundSpec {
  return {
    owner: null,
    purpose: 'review',
    title: label('Review'),
    form: {
      fields: [
        { key: 'score', label: label('Score'), kind: 'score', required: true, min: 1, max: 10, step: 1 },
        { key: 'comment', label: label('Comment'), kind: 'text', required: false, minLength: 0, maxLength: 4000 },
      ],
    },
    policy: RoundPolicy.parse({ ladder: [{ offset: '-1d', to: 'assignee' }], tally: 'score' }),
    due,
    owners: [],
    place: null,
    minutes: 10,
  };
}

/** One task a person, all about A. */
export function tasksFor(people: readonly string[]) {
  return people.map((assignee) => ({ id: `A.${assignee}`, assignee, about: 'A', aboutPerson: 'P5', due: null }));
}

/**
 * A company of six and two rounds: `round:done` has every kind of event that a round can have and is settled,
 * `round:going` is half answered.
 */
export async function tellStory(door: Door, now: number): Promise<{ done: StreamId; going: StreamId }> {
  const done: StreamId = 'round:done';
  const going: StreamId = 'round:going';
  const send = async (stream: StreamId, actor: string, type: string, body: unknown, at: number) => {
    const outcome = await door.send(stream, actor, type, body, at);
    if (!outcome.accepted) throw new Error(`${type}: ${outcome.detail}`);
  };
  const answer = (task: string, score: number) => ({ task, answer: { score, comment: 'a clear voice' } });
  await send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6), now);
  await send(done, 'P1', 'open', { spec: reviews(now + 7 * DAY), tasks: tasksFor(['P2', 'P3', 'P4']) }, now);
  await send(done, 'P2', 'saveDraft', { task: 'A.P2' }, now + 1000);
  await send(done, 'P2', 'submit', answer('A.P2', 7), now + 2000);
  await send(done, 'P1', 'reopen', { task: 'A.P2', reason: 'look again at the handout' }, now + 3000);
  await send(done, 'P3', 'delegate', { task: 'A.P3', to: 'P6', reason: 'on leave' }, now + 4000);
  await send(done, 'P1', 'extend', { tasks: 'all', due: now + 9 * DAY, reason: 'the hall was closed' }, now + 5000);
  await door.look(done, now + 8.9 * DAY);
  await send(done, 'P2', 'submit', answer('A.P2', 8), now + 8.9 * DAY + 1000);
  await send(done, 'P6', 'submit', answer('A.P3', 5), now + 8.9 * DAY + 2000);
  await send(done, 'P4', 'recuse', { task: 'A.P4', reason: 'a cousin of mine' }, now + 8.9 * DAY + 3000);
  await send(going, 'P1', 'open', { spec: reviews(now + 7 * DAY), tasks: tasksFor(['P2', 'P3']) }, now);
  await send(going, 'P2', 'submit', answer('A.P2', 9), now + 1000);
  return { done, going };
}
