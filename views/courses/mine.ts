import type { Authority } from '../../access/authority.ts';
import { sightOf } from '../../access/sight/offering.ts';
import { type Instant, ownerInRoundId, type StreamId } from '../../contracts/ids.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { InboxTask } from '../../contracts/views/inbox.ts';
import type { MyCoursesView } from '../../contracts/views/me/courses.ts';
import { inboxOf } from '../../db/views/inbox.ts';
import { offeringLines } from '../../db/views/offerings.ts';
import { namesOf } from '../../db/views/selections.ts';
import { type OfferingState, plannedOf } from '../../domain/offering/state.ts';
import { type OfferingView, offeringView } from '../../domain/offering/view.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { dayWords, fact } from '../fact.ts';
import type { Sources } from '../sources.ts';

/** The courses of somebody: taken and taught, with what is next and asked in each. */
export async function coursesSeen(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  who: Authority,
  now: Instant,
): Promise<MyCoursesView> {
  const [lines, inbox, organisation] = await Promise.all([
    offeringLines(pool, who.person, { own: true }),
    inboxOf(pool, who.person, now),
    reader.organisation(),
  ]);
  const ids = lines.map((l) => l.id as StreamId);
  const states = await reader.offerings(ids);
  // As one of the course, whatever else they may see of it.
  const sight = sightOf(organisation, { person: who.person, all: false });
  const seen = ids.flatMap((id) => {
    const state = states.get(id);
    if (!state?.terms) return [];
    const asked = inbox.tasks.filter((t) => ownerInRoundId(t.round as StreamId) === id);
    return [{ state, asked, view: offeringView(state, sight, () => undefined) }];
  });
  const taking = seen.flatMap((one) => takenOf(one, who.person) ?? []);
  const teaching = seen.filter(({ view }) => view.trainer === who.person).map(taughtOf);
  const people = [
    ...taking.flatMap((c) => c.trainer ?? []),
    ...teaching.flatMap((c) => c.participants.map((p) => p.person)),
  ];
  return { now, taking, teaching, names: Object.fromEntries(await namesOf(pool, people)) };
}

interface Seen {
  readonly state: OfferingState;
  readonly asked: readonly InboxTask[];
  readonly view: OfferingView;
}

function courseOf({ state, asked, view }: Seen, next: Fact | null) {
  const { course } = termsOf(state);
  return {
    id: view.id,
    cycle: view.cycle,
    offering: view.offering,
    title: view.title,
    benefit: view.benefit,
    goal: course.goal,
    days: view.days,
    daily: view.daily,
    place: view.place,
    stage: view.stage,
    paused: view.phase === 'paused',
    over: view.phase === 'closed',
    cancelled: view.phase === 'cancelled',
    next,
    asked: [...asked],
  };
}

function takenOf(one: Seen, person: string): MyCoursesView['taking'][number] | undefined {
  const { view } = one;
  const line = view.participants.find((p) => p.person === person);
  if (!line) return undefined;
  const { seat, waits, present, score } = line;
  return {
    ...courseOf(one, nextFor(one, waits, present, seat === 'declined' || seat === 'given-up')),
    ...{ trainer: view.trainer, provider: view.provider, seat, waits, present, score },
  };
}

function taughtOf(one: Seen): MyCoursesView['teaching'][number] {
  const { view, state } = one;
  return {
    ...courseOf(one, nextFor(one, null, state.attendance ? true : null, false)),
    hours: plannedOf(state).hours,
    seats: view.seats,
    participants: view.participants.map(({ person, seat, present, score }) => ({ person, seat, present, score })),
    reaction: view.reaction,
  };
}

/** What comes next in a course for somebody: what they are asked first, then what the days bring. */
function nextFor({ view, asked }: Seen, waits: number | null, present: boolean | null, gone: boolean): Fact | null {
  const [task] = asked;
  if (view.phase === 'closed') return null;
  if (view.phase === 'cancelled') return fact('cancelled', {}, 'The course was cancelled.', '课程已取消。');
  if (task) {
    const { due, purpose } = task;
    return fact(
      'asked',
      { purpose, due },
      `Something is asked of you: ${task.title.en}.`,
      `待您处理：${task.title['zh-CN']}。`,
    );
  }
  if (gone) return null;
  if (waits !== null)
    return fact('waiting', { place: waits }, `You wait for a seat, as number ${waits}.`, `候补中，排第 ${waits} 位。`);
  const from = view.days[0]!;
  const first = dayWords(from);
  if (present === null) return fact('begins', { from }, `It begins on ${first.en}.`, `${first['zh-CN']}开始。`);
  return fact(
    'follow-up',
    {},
    'It is over; how it is used at work is asked later.',
    '课程已结束，后续将跟进在岗应用情况。',
  );
}
