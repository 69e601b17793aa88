import type { Authority } from '../../access/authority.ts';
import { type DevelopmentSight, sightOf } from '../../access/sight/development.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { DevelopmentView } from '../../contracts/views/people/development.ts';
import { eventsOfPlans } from '../../db/views/development.ts';
import { namesOf } from '../../db/views/selections.ts';
import { place } from '../../domain/cycle/kit.ts';
import { managerOf } from '../../domain/organisation/line.ts';
import { elementNames } from '../cycle/elements.ts';
import { fact, unnamed } from '../fact.ts';
import { refusing } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { cellsOf } from './cells.ts';
import { coursesOf, offeringsWith, type TakenCourse } from './courses.ts';
import { PLAN_EVENTS, planOf } from './plans.ts';
import { ofCycle, type PeopleReading, readCycleAbout } from './reading.ts';
import { meanGapOf } from './sums.ts';
import { type DevelopmentTask, developmentTasks } from './tasks.ts';

const HIDDEN = fact(
  'ratings-open',
  {},
  'Ratings are shown to you once all of them are over.',
  '评定全部结束后方可查看。',
);

/**
 * What the post of somebody requires, what was agreed with them and what they are taught.
 * @throws Refused `not-found` for somebody who is not below the asker in the line, as for one who is not there
 */
export async function developmentSeen(
  sources: Sources,
  { person, cycle }: { readonly person: PersonId; readonly cycle?: StreamId | undefined },
  who: Authority,
  now: Instant,
): Promise<DevelopmentView> {
  const { pool, reader } = sources;
  const organisation = await reader.organisation();
  const sight = sightOf(organisation, who, person);
  const known = organisation.people.get(person);
  if (!sight || !known) throw refusing('not-found/not-in-line', { person });
  const people = new Set([person]);
  const reading = await readCycleAbout(sources, people, who, { cycle, purposes: ['ratings', 'self-ratings'] });
  const cycles = reading ? [reading.state, ...(reading.before ? [reading.before] : [])] : [];
  const streams = cycles.map((c) => c.stream);
  const held = reading ? offeringsWith(reading.state, people) : [];
  const offerings = await reader.offerings(held);
  const [tasks, events] = await Promise.all([
    developmentTasks(sources, person, cycles, offerings.values(), now),
    eventsOfPlans(pool, streams, PLAN_EVENTS, person),
  ]);
  const hidden = reading !== undefined && sight.self && !who.all && place(reading.state.stage) <= place('ratings');
  const cells = reading && !hidden ? cellsOf(reading, reading.before, [known], reading.rounds) : [];
  const taken = reading ? coursesOf(reading.state, organisation, who, people, offerings) : [];
  const courses = taken.map((course) => courseOf(course, { reading: reading!, tasks, sight, who, cells }));
  const plans = cycles.flatMap((state) => planOf(state, person, { tasks, events }, sight) ?? []);
  const supervisor = managerOf(organisation, person);
  const department = organisation.departments.get(known.department);
  const post = organisation.posts.get(known.post);
  const named = [
    person,
    ...(supervisor ? [supervisor] : []),
    ...courses.flatMap((c) => [c.trainer ?? [], c.said?.by ?? []].flat()),
    ...plans.flatMap((p) => [...p.signatures.map((s) => s.person), ...p.history.map((h) => h.by)]),
  ];
  const names = await namesOf(pool, named);
  return {
    now,
    person,
    name: names.get(person) ?? null,
    department: {
      id: known.department,
      name: department ? { en: department.name, 'zh-CN': department.nameZh } : unnamed(known.department),
    },
    post: { code: known.post, title: post ? { en: post.title, 'zh-CN': post.titleZh } : unnamed(known.post) },
    supervisor,
    cycle: reading ? ofCycle(reading.state) : null,
    before: reading?.before ? ofCycle(reading.before) : null,
    cells,
    hidden: hidden ? HIDDEN : null,
    meanGap: meanGapOf(cells),
    plans,
    courses,
    elements: elementNames(
      organisation,
      new Set([...cells.map((c) => c.element), ...plans.flatMap((p) => p.items.map((i) => i.element))]),
    ),
    names: Object.fromEntries(names),
  };
}

interface Around {
  readonly reading: PeopleReading;
  readonly tasks: readonly DevelopmentTask[];
  readonly sight: DevelopmentSight;
  readonly who: Authority;
  readonly cells: DevelopmentView['cells'];
}

function courseOf(
  { planned, stream, title, line }: TakenCourse,
  { reading, tasks, sight, who, cells }: Around,
): DevelopmentView['courses'][number] {
  const course = reading.state.courses[planned.course];
  const support = tasks.filter((t) => t.owner === stream && t.purpose === 'support');
  const said = support.findLast((t) => t.state === 'submitted');
  const asked = support.find((t) => (t.state === 'open' || t.state === 'drafted') && t.assignee === who.person);
  const own = new Set(cells.map((c) => c.element));
  return {
    offering: planned.id,
    stream,
    title,
    benefit: course?.benefit ?? title,
    goal: course?.goal ?? title,
    raises: (course?.elements ?? []).filter((e) => own.has(e)),
    days: [...planned.days],
    when: line?.present != null ? 'after' : whenOf(reading, planned.id),
    trainer: planned.trainer,
    seat: line?.seat ?? null,
    present: line?.present ?? null,
    score: line?.score ?? null,
    transfer: [...(line?.transfer ?? [])],
    coaching: line?.coaching ?? null,
    said:
      said && (sight.near || said.assignee === who.person)
        ? {
            goal: typeof said.answer?.goal === 'string' ? said.answer.goal : null,
            by: said.assignee,
            clarified: said.answer?.clarified === true,
            at: said.settledAt,
          }
        : null,
    toSay: asked
      ? {
          round: asked.round,
          task: asked.task,
          due: asked.due,
          late: asked.late,
          drafted: asked.state === 'drafted',
        }
      : null,
  };
}

/** A course is over when its result is in. */
function whenOf({ state }: PeopleReading, offering: string): 'before' | 'after' {
  return state.offerings[offering]?.result ? 'after' : 'before';
}
