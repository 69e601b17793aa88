import { CYCLE_STAGES, type CyclePurpose, type CycleStage, type CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Label } from '../../contracts/form.ts';
import { type Instant, type PersonId, roundIdOf, type StreamId } from '../../contracts/ids.ts';
import { dayText } from '../calendar/day.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { calendarLacks, sentenceOf } from '../procedure/calendar-lacks.ts';
import { notBeforeOf } from '../procedure/notice-hour.ts';
import type { Sheet } from '../procedure/part.ts';
import { task } from '../procedure/part.ts';
import type { CalledRound } from '../procedure/rounds.ts';
import { askedBy } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import { endFrom } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { openSecretOf } from '../turn/secret.ts';
import { approvalTask } from './approval/answers.ts';
import { APPROVAL_TITLE, approvalForm } from './approval/form.ts';
import { commitments } from './commitments/commitments.ts';
import { notice, policyOf } from './kit.ts';
import { mobilisation } from './mobilisation/mobilisation.ts';
import { whoAnswersFor } from './mobilisation/stand-ins.ts';
import { returns } from './needs/returns.ts';
import { opened, refusalOfTerms } from './opening.ts';
import { departmentsInScope, employeesInScope } from './people.ts';
import { ratings } from './ratings/ratings.ts';
import { type Rehearsal, rehearse, type Sent } from './rehearsal.ts';
import { type CycleState, emptyCycle, runners } from './state.ts';
import { talks } from './talks/talks.ts';
import { dueIn, localDay, placeOf, planOf } from './timetable.ts';

/** All messages of one kind that go out at one instant to people of one time zone. */
interface PreviewedMessage {
  readonly stage: CycleStage;
  readonly purpose: CyclePurpose;
  readonly template: string;
  /** The rung of the reminder ladder, 0 the first; null: no reminder. */
  readonly rung: number | null;
  readonly at: Instant;
  readonly timeZone: string;
  /** What the clock says where these people are, YYYY-MM-DD HH:MM. */
  readonly local: string;
  readonly people: readonly PersonId[];
  readonly tasks: number;
  /** True when who is asked depends on answers to come: these people at most. */
  readonly atMost: boolean;
}

interface PreviewedStage {
  readonly stage: CycleStage;
  /** By the timetable. */
  readonly start: Instant;
  readonly end: Instant;
  /** When the stage would begin and end if nobody answered early: silence is given its meaning after a grace. */
  readonly latestStart: Instant;
  readonly latestEnd: Instant;
}

export interface CyclePreview {
  /** Why the cycle cannot be opened like this; null: it can. */
  readonly refusal: string | null;
  /** What does not keep it from opening and is to be known before. */
  readonly notes: readonly Label[];
  readonly stages: readonly PreviewedStage[];
  readonly messages: readonly PreviewedMessage[];
  readonly total: number;
  /** How many messages go out on each local day, and to how many people. */
  readonly days: readonly { readonly day: string; readonly messages: number; readonly people: number }[];
  /** Who gets most messages in all, and the most that one person gets on one day; the first twenty of each. */
  readonly mostInAll: readonly { readonly person: PersonId; readonly messages: number }[];
  readonly mostInADay: readonly { readonly person: PersonId; readonly day: string; readonly messages: number }[];
}

const STREAM: StreamId = 'cycle:preview';
const MOST_SHOWN = 20;

/**
 * The whole timetable of a cycle that would open now, and every message that its rounds would send if nobody answered
 * early. Rounds whose tasks come one by one (signatures, questions, change requests) send theirs as they come and are
 * not in it; nor is what the delivery of courses sends.
 */
export function previewOf(
  terms: CycleTerms,
  organisation: OrganisationState,
  now: Instant,
  owner: PersonId = '',
): CyclePreview {
  const context = { now, organisation, child: () => undefined, secretOf: openSecretOf };
  const refusal = refusalOfTerms(terms, context, owner)?.detail ?? null;
  const state = hypothetical(terms, context, owner);
  const stages: PreviewedStage[] = [];
  const tally = new Tally(organisation);
  let at = now;
  for (const stage of CYCLE_STAGES.slice(0, -1)) {
    const { start, end } = state.plan[stage]!;
    const until = endFrom(
      terms.timetable[stage as Exclude<CycleStage, 'closed'>],
      at,
      state.plan[stage],
      placeOf(terms, organisation),
    );
    const latestEnd = play(state, stage, { opens: at, due: Math.max(until, at + 1) }, organisation, tally);
    stages.push({ stage, start, end, latestStart: at, latestEnd });
    at = latestEnd;
  }
  return { refusal, notes: notesOn(terms, state, context), stages, ...tally.result() };
}

const YEAR = 366 * 86_400_000;

/** What the calendars lack, and stages that take longer than anybody is likely to have meant. */
function notesOn(terms: CycleTerms, { plan }: CycleState, { now, organisation }: Context): Label[] {
  const long = Object.entries(plan).filter(([, { start, end }]) => end - start > YEAR);
  return [
    ...calendarLacks(terms, employeesInScope(terms, organisation), plan, now, organisation).map(sentenceOf),
    ...long.map(([stage, { start, end }]) => {
      const [from, to] = [localDay(start, terms.timeZone), localDay(end, terms.timeZone)];
      return {
        en: `The stage "${stage}" takes more than a year, from ${from} to ${to}; check the year of its date.`,
        'zh-CN': `阶段“${stage}”自 ${from} 至 ${to}，超过一年；请核对日期的年份。`,
      };
    }),
  ];
}

/** The cycle as it would stand when it has been opened and its departments have been asked. */
function hypothetical(terms: CycleTerms, context: Context, owner: PersonId): CycleState {
  const { now, organisation } = context;
  const state = emptyCycle(STREAM);
  const plan = planOf('mobilisation', now, terms.timetable, terms, organisation);
  opened.folds!.Opened!(state, { terms, plan, lacks: [] }, { actor: owner, at: now });
  for (const department of departmentsInScope(terms, organisation)) {
    const asked = whoAnswersFor(department, terms, organisation, now, plan.mobilisation!.end);
    mobilisation.folds.DepartmentAsked(state, { department, ...asked });
  }
  return state;
}

interface Scene {
  readonly purpose: CyclePurpose;
  readonly sheet: Sheet;
  readonly atMost: boolean;
  readonly opens: Instant;
  readonly due: Instant;
}

interface Times {
  readonly opens: Instant;
  readonly due: Instant;
}

/** Plays the rounds of a stage with nobody answering; returns when the stage ends. */
function play(
  state: CycleState,
  stage: CycleStage,
  times: Times,
  organisation: OrganisationState,
  tally: Tally,
): Instant {
  // The cycle goes past talks that nobody is to have.
  if (stage === 'talks' && termsOf(state).talks === 'nobody') return times.opens;
  const asked = askedBy(runners(state), termsOf(state));
  let end = times.due;
  for (const { purpose, sheet, atMost, opens, due } of scenesOf(state, stage, times, organisation)) {
    if (!sheet.tasks.length) continue;
    const id = roundIdOf(STREAM, purpose);
    const played: Rehearsal = rehearse(id, sheet, policyOf(state, purpose), { opens, due }, asked, organisation);
    tally.add(stage, purpose, atMost, played.messages);
    if (stage === 'mobilisation') tally.add(stage, purpose, false, explanations(state, opens, organisation));
    end = Math.max(end, played.settles ?? due);
  }
  return end;
}

/** What the cycle itself writes to the heads, beside the invitation. */
function explanations(state: CycleState, now: Instant, organisation: OrganisationState): Sent[] {
  const people = new Set(Object.values(state.departments).flatMap((d) => d.asked ?? []));
  return [...people].map((to) => {
    const letter = notice(state, to, 'cycle.mobilisation');
    return { at: notBeforeOf(letter, { now, organisation }), to, template: letter.template, rung: null, tasks: 0 };
  });
}

function scenesOf(state: CycleState, stage: CycleStage, times: Times, organisation: OrganisationState): Scene[] {
  const context: Context = { now: times.opens, organisation, child: () => undefined, secretOf: openSecretOf };
  const round = {
    id: STREAM,
    purpose: 'ratings',
    number: 1,
    due: times.due,
    concluded: false,
    people: [],
  } as CalledRound<'ratings'>;
  const scene = (purpose: CyclePurpose, sheet: Sheet, atMost = false): Scene => ({ purpose, sheet, atMost, ...times });
  const terms = termsOf(state);
  switch (stage) {
    case 'mobilisation':
      return [scene('mobilisation', mobilisation.sheets.mobilisation(state))];
    case 'ratings':
      return [
        scene('ratings', ratings.sheets.ratings(state, round, context)),
        ...(terms.selfRating ? [scene('self-ratings', ratings.sheets['self-ratings'](state, round, context))] : []),
      ];
    case 'talks': {
      if (terms.talks === 'nobody') return [];
      const everyone = { ...state, terms: { ...terms, talks: 'everyone' as const } };
      return [scene('talks', talks.sheets.talks(everyone, round, context), terms.talks === 'with-gaps')];
    }
    case 'needs':
      return [scene('needs', returns.sheets.needs(spokenFor(state), round, context))];
    case 'commitments':
      return [scene('commitments', commitments.sheets.commitments(state, round, context))];
    case 'approval':
      return approvalScenes(state, times, organisation);
    default:
      return [];
  }
}

/** Nobody has answered the mobilisation: whoever was asked speaks. */
function spokenFor(state: CycleState): CycleState {
  const departments = Object.entries(state.departments).map(([id, d]) => [id, { ...d, speaker: d.asked }]);
  return { ...state, departments: Object.fromEntries(departments) };
}

/** The three steps one after the other; whose departments will be in the plan is not known, so all heads are taken. */
function approvalScenes(state: CycleState, { opens }: Times, organisation: OrganisationState): Scene[] {
  const terms = termsOf(state);
  const heads = [...new Set(Object.values(state.departments).flatMap((d) => d.asked ?? []))];
  let at = opens;
  return [heads, terms.approval.management, terms.approval.hr].map((people, step) => {
    const start = at;
    at = dueIn(terms.timetable.approvalStep, terms, { now: start, organisation });
    const asked = people.filter((p) => !runners(state).includes(p));
    const tasks = asked.map((p, i) => task(approvalTask(i), p));
    const sheet = { title: APPROVAL_TITLE, form: approvalForm([]), minutes: 20, tasks };
    return { purpose: 'approval' as const, sheet, atMost: step === 0, opens: start, due: at };
  });
}

/** Gathers messages: one row for all who get the same at the same instant, with counts by person and day. */
class Tally {
  readonly #organisation: OrganisationState;
  readonly #rows = new Map<string, PreviewedMessage & { people: PersonId[]; tasks: number }>();
  readonly #days = new Map<string, Map<PersonId, number>>();
  readonly #people = new Map<PersonId, number>();
  #total = 0;

  constructor(organisation: OrganisationState) {
    this.#organisation = organisation;
  }

  add(stage: CycleStage, purpose: CyclePurpose, atMost: boolean, messages: readonly Sent[]): void {
    for (const { at, to, template, rung, tasks } of messages) {
      const timeZone = this.#organisation.people.get(to)?.timeZone ?? 'UTC';
      const key = `${purpose} ${template} ${rung} ${at} ${timeZone}`;
      let row = this.#rows.get(key);
      if (!row) {
        row = {
          stage,
          purpose,
          template,
          rung,
          at,
          timeZone,
          local: localOf(at, timeZone),
          people: [],
          tasks: 0,
          atMost,
        };
        this.#rows.set(key, row);
      }
      row.people.push(to);
      row.tasks += tasks;
      this.#count(to, row.local.slice(0, 10));
    }
  }

  #count(person: PersonId, day: string): void {
    const people = this.#days.get(day) ?? new Map<PersonId, number>();
    this.#days.set(day, people);
    people.set(person, (people.get(person) ?? 0) + 1);
    this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
    this.#total++;
  }

  result(): Omit<CyclePreview, 'refusal' | 'notes' | 'stages'> {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1));
    const inADay = days.flatMap(([day, people]) =>
      [...people].map(([person, messages]) => ({ person, day, messages })),
    );
    const inAll = [...this.#people].map(([person, messages]) => ({ person, messages }));
    return {
      messages: [...this.#rows.values()].sort((a, b) => a.at - b.at),
      total: this.#total,
      days: days.map(([day, people]) => ({
        day,
        messages: [...people.values()].reduce((sum, n) => sum + n, 0),
        people: people.size,
      })),
      mostInAll: most(inAll),
      mostInADay: most(inADay),
    };
  }
}

function most<T extends { readonly person: PersonId; readonly messages: number }>(rows: T[]): T[] {
  return rows.sort((a, b) => b.messages - a.messages || (a.person < b.person ? -1 : 1)).slice(0, MOST_SHOWN);
}

function localOf(at: Instant, timeZone: string): string {
  const { day, ms } = wallTimeOf(at, timeZone);
  const minutes = Math.floor(ms / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayText(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
