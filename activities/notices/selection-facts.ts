import type { Label } from '../../contracts/form.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { REASONS } from '../../domain/selection/eligibility.ts';
import { place } from '../../domain/selection/kit.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Archive, Desk, FactsOfSelection } from './archive.ts';
import { attentionFacts } from './attention-facts.ts';
import { callFacts, measuresFacts, passage, publicityFacts } from './measures-facts.ts';
import { SELECTION_PAGES } from './pages.ts';
import { type NamesOf, type Soon, type Told, toldIn } from './told.ts';

/** A letter without its facts is an error of the compiler, as are facts that its template does not take. */
const FACTS: {
  readonly [N in NamesOf<'selection'>]: (desk: Desk<N>) => Soon<FactsOfSelection<N>>;
} = {
  'selection.measures': measuresFacts,
  'selection.publicity': publicityFacts,
  'selection.call': callFacts,
  'selection.unreached': async ({ state, about, archive }) => {
    const { department } = about;
    const names = await archive.departments([department]);
    return { department: names.get(department) ?? department, closesAt: state.stage === 'call' ? state.until : null };
  },
  'selection.criteriaCorrected': async ({ state, about, archive }) => ({
    reason: await archive.reason('CriteriaCorrected', (e) => e.version === about.version),
    closesAt: state.stage === 'call' ? state.until : null,
  }),
  'selection.nominated': async ({ to, about, archive }) => ({
    nominator: await nameOf(archive, about.nominator),
    reason: await archive.reason('Nominated', (e) => e.person === to),
  }),
  'selection.nominationAnswered': async ({ state, about, archive }) => ({
    nominee: await nameOf(archive, about.person),
    answer: about.answer,
    opensAt: place(state.stage) < place('call') ? (state.plan.call?.start ?? null) : null,
  }),
  'selection.applicationReceived': ({ state, about }) => ({
    code: about.code,
    isOpen: state.stage === 'call' || state.applications[about.code]?.late === true,
  }),
  'selection.agreement': ({ about }) => ({ code: about.code, answer: about.answer }),
  'selection.lateAllowed': async ({ state, to, archive }) => ({
    reason: await archive.reason('LateAllowed', (e) => e.person === to),
    until: state.plan.reviewers?.end ?? null,
  }),
  'selection.ineligible': async (desk) => ({
    reasons: desk.about.reasons.map((code) => (REASONS as Record<string, Label>)[code] ?? code),
    words: desk.about.reasons.includes('decided') ? await screenersWordsOf(desk) : null,
    objectUntil: desk.about.objectUntil,
  }),
  'selection.reviewer': ({ state, to, about }) => ({
    applications: about.applications.filter((code) =>
      state.pairs.some((p) => p.reviewer === to && p.application === code),
    ),
    total: state.pairs.filter((p) => p.reviewer === to).length,
    dueAt: (state.stage === 'review' ? state.until : state.plan.review?.end) ?? null,
  }),
  'selection.decisionReturned': ({ about }) => ({
    why: about.why,
    departures: about.departures,
  }),
  'selection.publicNotice': publicNoticeFacts,
  'selection.objectionReceived': (desk) => ({ subjects: objectedTo(desk) }),
  'selection.objectionResolved': async (desk) => ({
    subjects: objectedTo(desk),
    upheld: desk.about.upheld,
    answer: await findingsOf(desk),
    moved: movedEnd(desk),
  }),
  'selection.noticeMoved': ({ about: { objectUntil, posted } }) => ({ objectUntil, posted }),
  'selection.result': resultFacts,
  'selection.appointed': ({ state, about }) => ({
    termFrom: about.termFrom,
    termTo: about.termTo,
    duties: passage(state.measures?.texts.duties),
    certificate: about.document === null ? null : `/api/documents/${encodeURIComponent(about.document)}`,
  }),
  'selection.steered': async ({ state, about, archive }) => {
    const cause = { paused: 'Paused', resumed: 'Resumed', moved: 'DateMoved' } as const;
    const until = state.clockStoppedAt === null ? state.until : null;
    return {
      what: about.what,
      stage: about.stage ?? state.stage,
      until: about.at ?? until,
      reason: await archive.reason(cause[about.what]),
    };
  },
  'selection.cancelled': async ({ archive }) => ({ reason: await archive.reason('Cancelled') }),
  'selection.attention': attentionFacts,
  'selection.news': newsFacts,
};

/** The facts of a selection's messages, as the selection stands at delivery. */
export async function selectionFacts(message: Told, state: SelectionState, archive: Archive): Promise<object> {
  const { name, about } = toldIn(FACTS, message);
  const make = FACTS[name] as (desk: Desk) => Soon<object>;
  const facts = await make({ state, to: message.person, about, archive });
  const link = (SELECTION_PAGES[name] as (stream: StreamId) => string)(state.stream);
  return { procedureTitle: termsOf(state).title, link, ...facts };
}

async function newsFacts({ about, archive }: Desk<'selection.news'>): Promise<FactsOfSelection<'selection.news'>> {
  const people = about.people ?? [];
  const names = await archive.names(people);
  return {
    what: about.what,
    about: about.objection ?? about.application ?? null,
    names: people.map((p) => names.get(p) ?? p),
  };
}

async function publicNoticeFacts({
  state,
  about,
  archive,
}: Desk<'selection.publicNotice'>): Promise<FactsOfSelection<'selection.publicNotice'>> {
  const applications = about.candidates.flatMap((code) => state.applications[code] ?? []).filter((a) => !a.withdrawn);
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

/** The application that an objection is about, by its number: whoever objects has named it so. None: the whole procedure. */
function objectedTo({
  state,
  about,
}: Desk<'selection.objectionReceived'> | Desk<'selection.objectionResolved'>): string[] {
  const code = about.application ?? state.objections[about.objection ?? '']?.about;
  return code ? [code] : [];
}

/** Until when may be objected now, and until when it was posted; null: that has not moved by this objection. */
function movedEnd({ about: { objectUntil, posted } }: Desk<'selection.objectionResolved'>) {
  return objectUntil === undefined || posted === undefined ? null : { objectUntil, posted };
}

/** What whoever decided an objection found, in their words; null: they are not there, or were erased. */
async function findingsOf({ state, about, archive }: Desk<'selection.objectionResolved'>): Promise<string | null> {
  const objection = state.objections[about.objection ?? '']?.asked;
  const asked = objection ?? state.applications[about.application ?? '']?.objection;
  if (!asked) return null;
  const given = (await archive.answers(asked.round)).find((g) => g.task === asked.task)?.answer;
  const words = given?.findings ?? given?.reason;
  if (typeof words === 'string') return words;
  return objection ? null : archive.reason('ScreeningObjectionResolved', (e) => e.application === about.application);
}

/** Why a person has screened an application out: their answer in the round, or the note of whoever decided beside it. */
async function screenersWordsOf({ state, about, archive }: Desk<'selection.ineligible'>): Promise<string | null> {
  const asked = state.applications[about.code]?.screeningTask;
  const given = asked && (await archive.answers(asked.round)).find((g) => g.task === asked.task)?.answer;
  if (typeof given?.reason === 'string') return given.reason;
  return archive.reason('ApplicationScreened', (e) => e.application === about.code);
}

function resultFacts({ state, about }: Desk<'selection.result'>): FactsOfSelection<'selection.result'> {
  const { criteria } = termsOf(state);
  const labels = (ids: readonly string[]) => ids.map((id) => criteria.find((c) => c.id === id)?.label ?? id);
  return {
    outcome: outcomeOf(about.standing, state),
    score: about.score,
    rank: about.rank,
    of: about.of,
    strengths: labels(about.strengths),
    gaps: labels(about.gaps),
  };
}

/** A place on the reserve list is worth something only where declined seats are given to the next. */
function outcomeOf(
  standing: AboutOf<'selection.result'>['standing'],
  state: SelectionState,
): FactsOfSelection<'selection.result'>['outcome'] {
  if (standing === 'candidate' || standing === 'ineligible') return standing;
  return standing === 'reserve' && termsOf(state).declinedSeat === 'next' ? 'reserve' : 'not_selected';
}

async function nameOf(archive: Archive, person: string): Promise<string> {
  return (await archive.names([person])).get(person) ?? person;
}
