import { type CycleSight, sightOf } from '../../access/sight/cycle.ts';
import { CYCLE_STAGES, type CyclePurpose } from '../../contracts/cycle/terms.ts';
import type { Label } from '../../contracts/form.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { Plan, PlannedOffering } from '../../contracts/planning.ts';
import type { Matter, MatterOf } from '../../contracts/views/matter/matter.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { provenAnswers } from '../../db/views/answers.ts';
import { eventsOfPlans } from '../../db/views/development.ts';
import { namesOf } from '../../db/views/selections.ts';
import { partOf } from '../../domain/cycle/approval/looked.ts';
import { askedOf } from '../../domain/cycle/commitments/commitments.ts';
import { employeesInScope } from '../../domain/cycle/people.ts';
import { gapsOf } from '../../domain/cycle/ratings/findings.ts';
import type { CycleState, Need } from '../../domain/cycle/state.ts';
import { stageDates } from '../../domain/procedure/stage-dates.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { changesView, peopleOfChanges } from '../cycle/changes.ts';
import { differenceView, peopleOfDifference, versionsCompared } from '../cycle/difference.ts';
import { elementNames } from '../cycle/elements.ts';
import { needName } from '../cycle/need-name.ts';
import { needsView } from '../cycle/needs.ts';
import { peopleOfPlan, planSeen } from '../cycle/plan.ts';
import { type CycleReading, roundsFor } from '../cycle/reading.ts';
import { PLAN_EVENTS, planOf } from '../people/plans.ts';
import { developmentTasks } from '../people/tasks.ts';
import type { OfCycle } from './asked.ts';

type Maker = (asked: OfCycle) => Promise<Matter | null> | Matter | null;

/** What each round of a cycle is about, by what it is for. */
export const OF_CYCLE: Readonly<Record<`cycle-${CyclePurpose}`, Maker>> = {
  'cycle-mobilisation': (asked) => ({
    ...{ purpose: 'cycle-mobilisation', department: departmentIn(asked), period: termsOf(asked.state).period },
    stages: stageDates(asked.state, CYCLE_STAGES),
  }),
  'cycle-ratings': async (asked) => ({ purpose: 'cycle-ratings', person: await personIn(asked) }),
  'cycle-self-ratings': async (asked) => ({ purpose: 'cycle-self-ratings', person: await personIn(asked) }),
  'cycle-talks': talk,
  'cycle-signatures': signature,
  'cycle-needs': needs,
  'cycle-questions': question,
  'cycle-commitments': commitment,
  'cycle-approval': approval,
  'cycle-changes': change,
};

/**
 * The cycle as whoever holds the task sees it: as ever, and beside that the department that the task is about, or all of it.
 * Whoever is asked in the place of somebody is to see what that one would have seen.
 */
function readingOf({ state, organisation, who, held }: OfCycle, whole = false): CycleReading {
  const sight: CycleSight = sightOf(state, organisation, who);
  const departments = held.department ? [...sight.departments, held.about!] : sight.departments;
  return { state, organisation, sight: { ...sight, departments: new Set(departments), whole: whole || sight.whole } };
}

function departmentIn({ state, organisation, held }: OfCycle) {
  const id = held.about ?? '';
  const people = employeesInScope(termsOf(state), organisation).filter((p) => p.department === id).length;
  return { id, name: held.department, people };
}

async function personIn({ sources, organisation, held, view }: OfCycle): Promise<MatterOf<'cycle-ratings'>['person']> {
  const id = held.aboutPerson ?? view.assignee;
  const person = organisation.people.get(id);
  const post = organisation.posts.get(person?.post ?? '');
  const department = organisation.departments.get(person?.department ?? '');
  return {
    ...{ id, name: (await namesOf(sources.pool, [id])).get(id) ?? null },
    department: department ? { en: department.name, 'zh-CN': department.nameZh } : null,
    post: post ? { code: post.code, title: { en: post.title, 'zh-CN': post.titleZh } } : null,
  };
}

async function talk(asked: OfCycle): Promise<MatterOf<'cycle-talks'>> {
  const { sources, state, organisation, held } = asked;
  const rounds = await roundsFor(sources.reader, state, 'ratings', 'self-ratings');
  const gaps = gapsOf(state, rounds, organisation).filter((g) => g.person === held.aboutPerson);
  gaps.sort((a, b) => (b.weighted ?? -1) - (a.weighted ?? -1));
  const elements = elementNames(
    organisation,
    gaps.map((g) => g.element),
  );
  return { purpose: 'cycle-talks', person: await personIn(asked), gaps, elements };
}

/** The plan that is signed, as its employee sees it: with its words, both signatures, and what has happened to it. */
async function signature({ sources, state, organisation, view, now }: OfCycle): Promise<MatterOf<'cycle-signatures'>> {
  const { pool } = sources;
  const person = view.assignee;
  const [tasks, events] = await Promise.all([
    developmentTasks(sources, person, [state], [], now),
    eventsOfPlans(pool, [state.stream], PLAN_EVENTS, person),
  ]);
  const plan = planOf(state, person, { tasks, events }, { self: true, near: true });
  const { held = null, items = [], remarks = null, signatures = [], history = [] } = plan ?? {};
  const by = state.idps[person]?.supervisor;
  const named = [person, ...(by ? [by] : []), ...history.map((line) => line.by)];
  const names = await namesOf(pool, named);
  return {
    ...{ purpose: 'cycle-signatures', held, items, remarks, signatures, history },
    supervisor: by ? { id: by, name: names.get(by) ?? null } : null,
    elements: elementNames(
      organisation,
      items.map((i) => i.element),
    ),
    names: Object.fromEntries(names),
  };
}

async function needLines(asked: OfCycle, wanted: readonly Need[]) {
  const { sources, state } = asked;
  const people = wanted.flatMap((n) => [...n.people, ...(n.by ? [n.by] : [])]);
  const {
    needs: lines,
    elements,
    names,
  } = await needsView(sources, readingOf(asked), wanted, await namesOf(sources.pool, people));
  return { lines, elements, names, courses: titlesOf(state, new Set(wanted.map((n) => n.course))) };
}

async function needs(asked: OfCycle): Promise<MatterOf<'cycle-needs'>> {
  const own = Object.values(asked.state.needs).filter((n) => n.department === asked.held.about);
  const { lines, ...rest } = await needLines(
    asked,
    own.sort((a, b) => (a.need < b.need ? -1 : 1)),
  );
  return {
    ...{ purpose: 'cycle-needs', department: departmentIn(asked), needs: lines, ...rest },
    choices: await choicesIn(asked, asked.held.about),
  };
}

async function question(asked: OfCycle): Promise<MatterOf<'cycle-questions'>> {
  const need = asked.state.needs[asked.held.about ?? ''];
  const { lines, ...rest } = await needLines(asked, need ? [need] : []);
  const { people } = await choicesIn(asked, need?.department ?? null);
  return { purpose: 'cycle-questions', need: lines[0] ?? null, people, ...rest };
}

/** Of what a need of a department can be made. */
async function choicesIn({ sources, state, organisation }: OfCycle, department: string | null) {
  const own = employeesInScope(termsOf(state), organisation).filter((p) => p.department === department);
  const posts = new Set(own.map((p) => p.post));
  const asked = [...posts].flatMap((post) => organisation.posts.get(post)?.elements ?? []);
  const names = await namesOf(
    sources.pool,
    own.map((p) => p.id),
  );
  return {
    elements: elementNames(
      organisation,
      asked.map((e) => e.element),
    ),
    courses: titlesOf(state, null),
    people: Object.fromEntries(names),
  };
}

function commitment({ state, held }: OfCycle): MatterOf<'cycle-commitments'> | null {
  const { commitments, currency, budget } = termsOf(state);
  const wanted = commitments.find((c) => c.id === held.about);
  if (!wanted) return null;
  const { leader: _, ...terms } = wanted;
  return {
    ...{ purpose: 'cycle-commitments', commitment: terms, asked: askedOf(state, wanted), currency },
    label: budget.find((b) => b.id === wanted.line)?.label ?? null,
    room: wanted.room === null ? null : (state.rooms[wanted.room]?.name ?? wanted.room),
  };
}

async function approval(asked: OfCycle): Promise<MatterOf<'cycle-approval'> | null> {
  const { sources, state, organisation, held } = asked;
  const asking = state.approval;
  const version = asking && state.versions.find((v) => v.version === asking.version);
  if (!asking || !version) return null;
  const reading = readingOf(asked, held.about === null);
  const plan = planSeen(version.plan, reading, false);
  const part = partOf(version.plan, held.about, organisation).map((o) => o.id);
  const compared = versionsCompared(reading, { to: version.version });
  const { before } = compared;
  const returned = await returnsSince(asked, before?.version ?? 0);
  const names = await namesOf(sources.pool, [
    ...peopleOfPlan(reading, version),
    ...peopleOfDifference(reading, compared),
    ...asking.approvers.map((a) => a.person),
    ...returned.map((r) => r.person),
  ]);
  const last = state.approvals.findLast((a) => a.person === asked.view.assignee && a.answer !== 'deemed');
  const said = new Set(
    state.approvals.filter((a) => a.version === version.version && a.step === asking.step).map((a) => a.person),
  );
  const seen = plan.offerings.filter((o) => part.includes(o.id));
  return {
    ...{ purpose: 'cycle-approval', step: asking.step, version: version.version, digest: version.digest },
    department: held.about === null ? null : { id: held.about, name: held.department },
    part: seen.map((o) => ({ ...o, places: placesOf(version.plan, o.id) })),
    mine: Object.fromEntries(seen.map((o) => [o.id, inDepartment(o, held.about, asked)])),
    left: plan.cuts.map(({ need, people, limit, lost }) => ({
      ...{ need, what: needName(state, organisation, need), people: [...people], limit: limit.kind, lost },
    })),
    ...{ last: last ? { version: last.version, answer: last.answer } : null, returned },
    ...{ figures: figuresOf(version.plan), before: before ? figuresOf(before.plan) : null },
    difference: differenceView(reading, compared, names),
    answered: asking.approvers.map(({ person }) => ({ person, answered: said.has(person) })),
    currency: termsOf(state).currency,
    courses: titlesOf(state, null),
    rooms: roomsOf(state),
    providers: providersOf(
      state,
      [version.plan, ...(before ? [before.plan] : [])].flatMap((p) => planSeen(p, reading, false).offerings),
    ),
    lines: budgetLines(state),
    names: Object.fromEntries(names),
  };
}

/**
 * Who has sent the plan back from a version on, and what they want to be otherwise. Whoever is asked for a department reads what
 * was said of it, and what those say who look at the whole plan: what another head writes may be about people of theirs.
 */
async function returnsSince(
  { sources, state, held }: OfCycle,
  from: number,
): Promise<MatterOf<'cycle-approval'>['returned']> {
  const reads = (department: string | null) => held.about === null || department === null || department === held.about;
  const back = state.approvals
    .slice(state.approvalsVoid)
    .filter((a) => a.answer === 'returned' && a.version >= from && reads(a.department));
  const { pool, keys } = sources;
  const answers = await provenAnswers(pool, keys, [...new Set(back.map((a) => a.round))]);
  const given = back.map(({ round, task }) => answers.find((a) => a.round === round && a.task === task)?.answer ?? {});
  const words = (await unsealed(pool, keys, given)) as readonly Readonly<Record<string, unknown>>[];
  return back.map(({ step, person, version, touches }, i) => ({
    ...{ step, person, version, touches: [...touches] },
    comments: typeof words[i]!.comments === 'string' ? (words[i]!.comments as string) : null,
  }));
}

function providersOf({ quotes }: CycleState, offerings: readonly { readonly quote: string | null }[]) {
  const bought = new Set(offerings.map((o) => o.quote));
  return Object.fromEntries(Object.values(quotes).flatMap((q) => (bought.has(q.id) ? [[q.id, q.provider]] : [])));
}

const placesOf = (plan: Plan, id: string) => plan.offerings.find((o) => o.id === id)!.participants.length;

function inDepartment(
  { participants }: Pick<PlannedOffering, 'participants'>,
  department: string | null,
  asked: OfCycle,
) {
  const { people } = asked.organisation;
  return department === null ? [] : participants.filter((p: PersonId) => people.get(p)?.department === department);
}

/** Sums of a plan: they name nobody. */
function figuresOf({ offerings, cuts }: Plan) {
  const sum = (of: (o: PlannedOffering) => number) => offerings.reduce((total, o) => total + of(o), 0);
  return {
    ...{ offerings: offerings.length, places: sum((o) => o.participants.length), cost: sum((o) => o.cost) },
    ...{ effect: sum((o) => o.effect), left: cuts.reduce((total, cut) => total + cut.people.length, 0) },
  };
}

async function change(asked: OfCycle): Promise<MatterOf<'cycle-changes'>> {
  const { sources, state, held } = asked;
  const own = state.changes[held.about ?? ''];
  // Whoever decides it sees everybody whom it is about, and nothing of other requests.
  const reading = readingOf({ ...asked, state: { ...state, changes: own ? { [own.id]: own } : {} } }, true);
  const names = await namesOf(sources.pool, peopleOfChanges(reading));
  const { changes } = await changesView(sources, reading, names);
  return {
    ...{ purpose: 'cycle-changes', change: changes[0] ?? null, currency: termsOf(state).currency },
    ...{ courses: titlesOf(state, null), rooms: roomsOf(state), lines: budgetLines(state) },
    names: Object.fromEntries(names),
  };
}

function titlesOf({ courses }: CycleState, wanted: ReadonlySet<string | null> | null): Record<string, Label> {
  const some = Object.values(courses).filter((c) => wanted === null || wanted.has(c.id));
  return Object.fromEntries(some.map((c) => [c.id, c.title]));
}

function budgetLines(state: CycleState): Record<string, Label> {
  return Object.fromEntries(termsOf(state).budget.map((b) => [b.id, b.label]));
}

function roomsOf({ rooms }: CycleState): Record<string, string> {
  return Object.fromEntries(Object.values(rooms).map((r) => [r.id, r.name]));
}
