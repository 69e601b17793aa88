import type { Authority } from '../../access/authority.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { AbilityCell } from '../../contracts/views/people/ability.ts';
import type { TeamView } from '../../contracts/views/people/team.ts';
import { namesOf } from '../../db/views/selections.ts';
import { type TaskAbout, tasksAbout } from '../../db/views/team-tasks.ts';
import { planLines } from '../../domain/cycle/compiling/plan-view.ts';
import { mayAskAbout, takesChanges } from '../../domain/cycle/execution/request-faults.ts';
import { isInLine, reportsOf } from '../../domain/organisation/line.ts';
import type { OrganisationState, Person } from '../../domain/organisation/state.ts';
import { say } from '../../domain/procedure/fields.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { localDay } from '../../domain/procedure/timetable.ts';
import { elementNames } from '../cycle/elements.ts';
import { fact, unnamed } from '../fact.ts';
import { refusing } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { cellsOf } from './cells.ts';
import { coursesOf, offeringsWith, type TakenCourse } from './courses.ts';
import { ofCycle, type PeopleReading, readCycleAbout } from './reading.ts';
import { elementSums, meanGapOf } from './sums.ts';

/** Above so many people they are shown by post. */
export const MOST_BY_NAME = 15;

const PURPOSES = ['ratings', 'self-ratings'] as const;

export interface TeamQuestion {
  readonly cycle?: StreamId | undefined;
  /** Whose team; absent: the asker's. */
  readonly of?: PersonId | undefined;
  readonly post?: string | undefined;
}

/**
 * The people who report to somebody, against what their posts require, and what waits for the asker about them.
 * @throws Refused `not-found` for whoever is not below the asker in the line, as for somebody who is not there
 */
export async function teamSeen(
  sources: Pick<Sources, 'pool' | 'reader'>,
  { cycle, of, post }: TeamQuestion,
  who: Authority,
  now: Instant,
): Promise<TeamView> {
  const { pool, reader } = sources;
  const organisation = await reader.organisation();
  const lead = of ?? who.person;
  const sees = lead === who.person || who.all || isInLine(organisation, who.person, lead);
  if (!sees || (of !== undefined && !organisation.people.has(of)))
    throw refusing('not-found/not-in-line', { person: lead });
  const all = reportsOf(organisation, lead).flatMap((id) => organisation.people.get(id) ?? []);
  const ids = new Set(all.map((p) => p.id));
  const [reading, tasks] = await Promise.all([
    readCycleAbout(sources, ids, who, { cycle, purposes: PURPOSES }),
    lead === who.person ? tasksAbout(pool, who.person, [...ids], now) : [],
  ]);
  const offerings = await reader.offerings(reading ? offeringsWith(reading.state, ids) : []);
  const cells = reading ? cellsOf(reading, reading.before, all, reading.rounds) : [];
  const courses = reading ? coursesOf(reading.state, organisation, who, ids, offerings) : [];
  const byPosts = post === undefined && all.length > MOST_BY_NAME;
  const shown = byPosts ? [] : all.filter((p) => post === undefined || p.post === post);
  const team = { of: lead, organisation, reading, cells, courses, tasks };
  const waits = waitingFor(team, who.person);
  const names = await namesOf(pool, [lead, ...shown.map((p) => p.id), ...waits.map((w) => w.person)]);
  const seen = new Set(shown.map((p) => p.id));
  const mayAsk =
    reading !== undefined &&
    !who.auditor &&
    takesChanges(reading.state) &&
    mayAskAbout(reading.state, [...ids], who.person, { organisation, now });
  return {
    now,
    of: lead,
    cycle: reading ? ofCycle(reading.state) : null,
    before: reading?.before ? ofCycle(reading.before) : null,
    grouping: byPosts ? 'posts' : 'people',
    people: shown.map((person) => memberOf(team, person, names)),
    posts: byPosts ? postsOf(team, all) : [],
    elements: namedSums(team, byPosts ? cells : cells.filter((c) => seen.has(c.person))),
    cells: cells.filter((c) => seen.has(c.person)),
    ...figuresOf(team, all.length),
    waits,
    mayAskForChanges: mayAsk,
    planned: mayAsk ? plannedFor(team, seen, now) : [],
    names: Object.fromEntries(names),
  };
}

interface Team {
  readonly of: PersonId;
  readonly organisation: OrganisationState;
  readonly reading: PeopleReading | undefined;
  readonly cells: readonly AbilityCell[];
  readonly courses: readonly TakenCourse[];
  readonly tasks: readonly TaskAbout[];
}

function memberOf(
  { organisation, reading, cells, courses }: Team,
  { id, department, post }: Person,
  names: ReadonlyMap<string, string>,
): TeamView['people'][number] {
  const own = cells.filter((c) => c.person === id);
  return {
    person: id,
    name: names.get(id) ?? null,
    department,
    post,
    rated: own.filter((c) => c.rated !== null).length,
    missing: own.filter((c) => c.rated === null).length,
    meanGap: meanGapOf(own),
    team: reportsOf(organisation, id).length,
    plan: reading?.state.idps[id]?.state ?? null,
    courses: courses
      .filter((c) => c.person === id)
      .map(({ planned, stream, title, line }) => ({
        offering: planned.id,
        stream,
        title,
        from: planned.days[0]!,
        to: planned.days.at(-1)!,
        present: line?.present ?? null,
        transfer: line?.transfer?.findLast((t) => t.supervisor !== null)?.supervisor ?? null,
      })),
  };
}

function namedSums({ organisation }: Team, cells: readonly AbilityCell[]): TeamView['elements'] {
  const sums = elementSums(cells);
  const names = elementNames(
    organisation,
    sums.map((s) => s.element),
  );
  return sums.map((sum) => ({ ...sum, name: names[sum.element] ?? unnamed(sum.element) }));
}

function postsOf({ organisation, cells }: Team, people: readonly Person[]): TeamView['posts'] {
  const codes = [...new Set(people.map((p) => p.post))].sort();
  return codes.map((code) => {
    const holders = new Set(people.filter((p) => p.post === code).map((p) => p.id));
    const own = cells.filter((c) => holders.has(c.person));
    const known = organisation.posts.get(code);
    return {
      post: code,
      title: known ? { en: known.title, 'zh-CN': known.titleZh } : unnamed(code),
      people: holders.size,
      rated: new Set(own.filter((c) => c.rated !== null).map((c) => c.person)).size,
      meanGap: meanGapOf(own),
      elements: elementSums(own),
    };
  });
}

/** So many elements are named in the one sentence. */
const NAMED = 2;

function figuresOf(team: Team, people: number): Pick<TeamView, 'figures' | 'summary'> {
  const { cells, reading } = team;
  const from = reading ? termsOf(reading.state).gapFrom : 0;
  const gaps = cells.filter((c) => c.gap !== null && c.gap > 0 && c.gap >= from);
  const met = gaps.filter((c) => c.fate?.code === 'planned').length;
  const sums = namedSums(team, cells);
  const figures = { people, elements: sums.length, gaps: gaps.length, met };
  return {
    figures,
    summary: reading && people > 0 ? summaryOf(figures, sums, from, reading.state.versions.length > 0) : null,
  };
}

/** `planned`: there is a plan that could meet them. */
function summaryOf(figures: TeamView['figures'], sums: TeamView['elements'], from: number, planned: boolean): Fact {
  const { gaps, met } = figures;
  if (!sums.some((s) => s.rated > 0)) return fact('not-rated', {}, 'Nobody is rated yet.', '尚未评定。');
  if (gaps === 0)
    return fact('no-gaps', { from }, `Nobody lacks ${from} levels or more.`, `没有 ${from} 级及以上的差距。`);
  const widest = sums.filter((s) => (s.meanGap ?? 0) > 0).slice(0, NAMED);
  const [en, zh] = [widest.map((s) => s.name.en).join(' and in '), widest.map((s) => s.name['zh-CN']).join('、')];
  const [plannedEn, plannedZh] = planned
    ? [
        `; the plan meets ${met} of ${gaps} gaps of ${from} levels or more.`,
        `；${gaps} 项达到 ${from} 级的差距中，计划已安排 ${met} 项。`,
      ]
    : [`; ${gaps} gaps are ${from} levels or more.`, `；达到 ${from} 级的差距有 ${gaps} 项。`];
  return fact(
    'widest',
    { elements: widest.map((s) => s.element), gaps, met, from },
    `The team is furthest from its posts in ${en}${plannedEn}`,
    `团队与岗位要求差距最大的是${zh}${plannedZh}`,
  );
}

const AGAIN = say('Talk again: the development plan was objected to', '再次面谈：员工对个人发展计划有异议');
/** About how long a talk takes, in minutes. */
const TALK_MINUTES = 15;

function waitingFor({ of, reading, tasks, organisation }: Team, asker: PersonId): TeamView['waits'] {
  const asked = tasks.map(({ about, ...task }) => ({ ...task, person: about }));
  const disputed = Object.values(reading?.state.idps ?? {}).filter(
    ({ person, supervisor, state }) =>
      state === 'disputed' && supervisor === asker && reportsOf(organisation, of).includes(person),
  );
  return [
    ...asked,
    ...(of === asker ? disputed : []).map(({ person }) => ({
      ...{ round: null, task: null, purpose: 'cycle-talks', title: AGAIN, person },
      ...{ due: null, late: false, drafted: false, minutes: TALK_MINUTES },
    })),
  ];
}

/** Courses of the approved plan that have not begun: somebody may still be asked to them. */
function plannedFor({ reading }: Team, people: ReadonlySet<PersonId>, now: Instant): TeamView['planned'] {
  if (!reading) return [];
  const { state } = reading;
  const today = localDay(now, termsOf(state).timeZone);
  return planLines(state)
    .filter(({ planned, cancelled }) => !cancelled && planned.days[0]! > today)
    .map(({ planned: { id, course, days, participants } }) => ({
      offering: id,
      title: state.courses[course]?.title ?? unnamed(course),
      from: days[0]!,
      raises: [...(state.courses[course]?.elements ?? [])],
      people: participants.filter((p) => people.has(p)),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
