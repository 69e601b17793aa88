import type { Label } from '../../contracts/form.ts';
import { pathOf } from '../../contracts/ids.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { REASONS } from '../../domain/selection/eligibility.ts';
import { place } from '../../domain/selection/kit.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Archive, Desk } from './archive.ts';
import { attentionFacts } from './attention-facts.ts';
import { callFacts, measuresFacts, passage, publicityFacts } from './measures-facts.ts';

export type Told = Pick<ClaimedMessage, 'person' | 'template' | 'about'>;

type Facts = (desk: Desk) => object | Promise<object>;

const TASKS = '/tasks';

const FACTS: Readonly<Record<string, Facts>> = {
  'selection.measures': measuresFacts,
  'selection.publicity': publicityFacts,
  'selection.call': callFacts,
  'selection.unreached': async ({ state, about, archive }) => {
    const department = String(about.department);
    const names = await archive.departments([department]);
    return { department: names.get(department) ?? department, closesAt: state.stage === 'call' ? state.until : null };
  },
  'selection.criteriaCorrected': async ({ state, about, archive }) => ({
    reason: await archive.reason('CriteriaCorrected', (e) => e.version === about.version),
    closesAt: state.stage === 'call' ? state.until : null,
  }),
  'selection.nominated': async ({ to, about, archive }) => ({
    nominator: await nameOf(archive, String(about.nominator)),
    reason: await archive.reason('Nominated', (e) => e.person === to),
    link: TASKS,
  }),
  'selection.nominationAnswered': async ({ state, about, archive }) => ({
    nominee: await nameOf(archive, String(about.person)),
    answer: about.answer,
    opensAt: place(state.stage) < place('call') ? (state.plan.call?.start ?? null) : null,
  }),
  'selection.applicationReceived': ({ state, about }) => ({
    code: about.code,
    isOpen: state.stage === 'call' || state.applications[String(about.code)]?.late === true,
  }),
  'selection.agreement': ({ about }) => ({ code: about.code, answer: about.answer }),
  'selection.lateAllowed': async ({ state, to, archive }) => ({
    reason: await archive.reason('LateAllowed', (e) => e.person === to),
    until: state.plan.reviewers?.end ?? null,
  }),
  'selection.ineligible': async (desk) => ({
    reasons: listOf(desk.about.reasons).map((code) => (REASONS as Record<string, Label>)[code] ?? code),
    words: listOf(desk.about.reasons).includes('decided') ? await screenersWordsOf(desk) : null,
    objectUntil: desk.about.objectUntil,
  }),
  'selection.reviewer': ({ state, to, about }) => ({
    applications: listOf(about.applications).filter((code) =>
      state.pairs.some((p) => p.reviewer === to && p.application === code),
    ),
    total: state.pairs.filter((p) => p.reviewer === to).length,
    dueAt: (state.stage === 'review' ? state.until : state.plan.review?.end) ?? null,
  }),
  'selection.decisionReturned': ({ about }) => ({
    why: about.why,
    departures: listOf(about.departures),
    link: TASKS,
  }),
  'selection.publicNotice': publicNoticeFacts,
  'selection.objectionReceived': () => ({}),
  'selection.objectionResolved': async (desk) => ({ upheld: desk.about.upheld, answer: await findingsOf(desk) }),
  'selection.result': resultFacts,
  'selection.appointed': ({ state, about }) => ({
    termFrom: about.termFrom,
    termTo: about.termTo,
    duties: passage(state.measures?.texts.duties),
    certificate: about.document === null ? null : `/api/documents/${encodeURIComponent(String(about.document))}`,
  }),
  'selection.steered': async ({ state, about, archive }) => {
    const moved = about.what === 'moved' ? { stage: about.stage, until: about.at } : null;
    const cause = { paused: 'Paused', resumed: 'Resumed', moved: 'DateMoved' } as const;
    return {
      what: about.what,
      ...(moved ?? { stage: state.stage, until: state.clockStoppedAt === null ? state.until : null }),
      reason: await archive.reason(cause[about.what as keyof typeof cause]),
    };
  },
  'selection.cancelled': async ({ archive }) => ({ reason: await archive.reason('Cancelled') }),
  'selection.attention': attentionFacts,
  'selection.news': newsFacts,
};

/** The facts of a selection's messages, as the selection stands at delivery. */
export async function selectionFacts(message: Told, state: SelectionState, archive: Archive): Promise<object> {
  const make = FACTS[message.template];
  if (!make) throw new Error(`Nothing says what "${message.template}" tells; deploy the version that brings it.`);
  const facts = await make({ state, to: message.person, about: message.about, archive });
  const link = `/selections/${pathOf(state.stream)}`;
  return { selectionTitle: termsOf(state).title, link, ...facts };
}

async function newsFacts({ about, archive }: Desk): Promise<object> {
  const people = listOf(about.people);
  const names = await archive.names(people);
  return {
    what: about.what,
    about: about.objection ?? about.application ?? null,
    names: people.map((p) => names.get(p) ?? p),
  };
}

async function publicNoticeFacts({ state, about, archive }: Desk): Promise<object> {
  const applications = listOf(about.candidates)
    .flatMap((code) => state.applications[code] ?? [])
    .filter((a) => !a.withdrawn);
  const names = await archive.names(applications.map((a) => a.person));
  const departments = await archive.departments(applications.map((a) => a.department));
  const rankOf = (code: string) => state.ranking?.ranking.find((r) => r.application === code)?.rank ?? null;
  const candidates = applications.map(({ code, person, department }) => ({
    name: names.get(person) ?? code,
    department: departments.get(department) ?? department,
    rank: rankOf(code),
  }));
  return {
    candidates: candidates.sort((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE)),
    objectUntil: state.stage === 'notice' && state.until ? state.until : about.objectUntil,
  };
}

/** What whoever decided an objection found, in their words; null: they are not there, or were erased. */
async function findingsOf({ state, about, archive }: Desk): Promise<string | null> {
  const objection = state.objections[String(about.objection)]?.asked;
  const asked = objection ?? state.applications[String(about.application)]?.objection;
  if (!asked) return null;
  const given = (await archive.answers(asked.round)).find((g) => g.task === asked.task)?.answer;
  const words = given?.findings ?? given?.reason;
  if (typeof words === 'string') return words;
  return objection ? null : archive.reason('ScreeningObjectionResolved', (e) => e.application === about.application);
}

/** Why a person has screened an application out: their answer in the round, or the note of whoever decided beside it. */
async function screenersWordsOf({ state, about, archive }: Desk): Promise<string | null> {
  const asked = state.applications[String(about.code)]?.screeningTask;
  const given = asked && (await archive.answers(asked.round)).find((g) => g.task === asked.task)?.answer;
  if (typeof given?.reason === 'string') return given.reason;
  return archive.reason('ApplicationScreened', (e) => e.application === about.code);
}

function resultFacts({ state, about }: Desk): object {
  const { criteria } = termsOf(state);
  const labels = (ids: unknown) => listOf(ids).map((id) => criteria.find((c) => c.id === id)?.label ?? id);
  return {
    outcome: outcomeOf(String(about.standing), state),
    score: about.score,
    rank: about.rank,
    of: about.of,
    strengths: labels(about.strengths),
    gaps: labels(about.gaps),
  };
}

/** A place on the reserve list is worth something only where declined seats are given to the next. */
function outcomeOf(standing: string, state: SelectionState): string {
  if (standing === 'candidate' || standing === 'ineligible') return standing;
  return standing === 'reserve' && termsOf(state).declinedSeat === 'next' ? 'reserve' : 'not_selected';
}

async function nameOf(archive: Archive, person: string): Promise<string> {
  return (await archive.names([person])).get(person) ?? person;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : [];
}
