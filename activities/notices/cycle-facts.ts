import { cut } from '../../contracts/cleaned.ts';
import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { Context } from '../../domain/process.ts';
import { PLAN_FACTS } from './cycle-plan-facts.ts';
import { CYCLE_PAGES } from './pages.ts';
import type { ProcedureArchive } from './procedure-archive.ts';
import { absenceOf } from './stand-ins.ts';
import { type FactsBut, type NamesOf, type Soon, type Told, toldIn } from './told.ts';

/** What the facts of a cycle's message are made from: the cycle as it stands at delivery, and the message. */
interface CycleDesk<N extends NamesOf<'cycle'> = NamesOf<'cycle'>> {
  readonly state: CycleState;
  readonly to: string;
  readonly about: AboutOf<N>;
  readonly archive: ProcedureArchive;
  readonly at: At;
}

/** The company, and the hour, at delivery. */
type At = Pick<Context, 'organisation' | 'now'>;

export type FactsOfCycle<N extends NamesOf<'cycle'>> = FactsBut<N, 'procedureTitle'>;

/** A letter without its facts is an error of the compiler, as are facts that its template does not take. */
const FACTS: {
  readonly [N in NamesOf<'cycle'>]: (desk: CycleDesk<N>) => Soon<FactsOfCycle<N> | null>;
} = {
  'cycle.mobilisation': mobilisationFacts,
  'cycle.speaker': async ({ state, about, archive }) => ({
    department: await departmentOf(archive, about.department),
    by: about.asked ? await nameOf(archive, about.asked) : null,
    needsBy: state.plan.needs?.end ?? null,
  }),
  'cycle.methodChanged': async ({ state, about, archive }) => ({
    method: state.toolkit[about.method]?.method.title ?? about.method,
    version: about.version,
    reason: await archive.why('MethodChanged'),
  }),
  'cycle.planDisputed': async ({ about, archive }) => ({ person: await nameOf(archive, about.person) }),
  'cycle.steered': async ({ about, archive }) => ({
    what: about.what,
    reason: await archive.why(CAUSES[about.what]),
  }),
  'cycle.departmentSilent': async ({ about, archive }) => ({
    department: await departmentOf(archive, about.department),
    confirmed: about.confirmed,
    dropped: about.dropped,
  }),
  'cycle.attention': attentionFacts,
  ...PLAN_FACTS,
};

/** The events that messages about steering follow from. */
const CAUSES: Readonly<Record<AboutOf<'cycle.steered'>['what'], string>> = {
  paused: 'Paused',
  resumed: 'Resumed',
  reopened: 'StageReopened',
  cancelled: 'Cancelled',
};

/** The facts of a cycle's messages, as the cycle stands at delivery; null: nothing is left to say. */
export async function cycleFacts(
  message: Told,
  state: CycleState,
  archive: ProcedureArchive,
  at: At,
): Promise<object | null> {
  const { name, about } = toldIn(FACTS, message);
  const make = FACTS[name] as (desk: CycleDesk) => Soon<object | null>;
  const facts = await make({ state, to: message.person, about, archive, at });
  const link = (CYCLE_PAGES[name] as (stream: StreamId) => string)(state.stream);
  return facts && { procedureTitle: termsOf(state).title, link, ...facts };
}

/** Everything that one person is asked about departments, in one letter; whoever has answered by now gets none. */
async function mobilisationFacts({
  state,
  to,
  archive,
  at,
}: CycleDesk<'cycle.mobilisation'>): Promise<FactsOfCycle<'cycle.mobilisation'> | null> {
  const asked = Object.values(state.departments).filter((d) => d.asked === to && d.mobilised === null);
  if (!asked.length || state.stage !== 'mobilisation') return null;
  const names = await archive.departments(asked.map((d) => d.department));
  const { period } = termsOf(state);
  const methods = Object.values(state.toolkit).filter(({ method }) => method.kind === 'priorities');
  const answerBy = state.until ?? state.plan.mobilisation?.end ?? state.startedAt;
  const { departments: all } = at.organisation;
  const heads = asked.flatMap((d) => all.get(d.department)?.head ?? []).filter((head) => head !== to);
  return {
    departments: asked.map((d) => names.get(d.department) ?? d.department),
    from: period.from,
    to: period.to,
    answerBy,
    standsInFor: await standIns(new Set(heads), answerBy, at, archive),
    ratingsBy: state.plan.ratings?.end ?? null,
    needsBy: state.plan.needs?.end ?? null,
    priorities: methods.map(({ method }) => method.title),
  };
}

async function standIns(
  heads: ReadonlySet<PersonId>,
  until: Instant,
  { organisation, now }: At,
  archive: ProcedureArchive,
) {
  const names = await archive.names(heads);
  return [...heads].flatMap((head) => {
    const away = absenceOf(organisation, head, now, until);
    return away === undefined ? [] : [{ name: names.get(head) ?? head, away }];
  });
}

/** The steps of the approval, as people call them. */
const STEPS: Readonly<Record<string, Label>> = {
  heads: { en: 'department heads', 'zh-CN': '部门负责人' },
  management: { en: 'top management', 'zh-CN': '高层管理' },
  hr: { en: 'HR', 'zh-CN': '人力资源部' },
};

/** Details of an attention that are names as they stand. */
const AS_THEY_STAND = ['posts', 'needs', 'calendars'] as const;

async function attentionFacts({
  about,
  archive,
  state,
}: CycleDesk<'cycle.attention'>): Promise<FactsOfCycle<'cycle.attention'>> {
  const people = about.people ?? [];
  const names = await archive.names(people);
  return {
    what: about.what,
    about: await subjectOf(about, archive, state),
    count: about.count ?? null,
    names: [
      ...people.map((p) => names.get(p) ?? p),
      ...limitsOf(about, state),
      ...AS_THEY_STAND.flatMap((key) => about[key] ?? []),
    ],
  };
}

/** A line of a letter has so many characters at most. */
const LONGEST = 400;

/** The limits that it is about, as sentences where the cycle says them still. */
function limitsOf(
  { what, change, limits = [] }: AboutOf<'cycle.attention'>,
  state: CycleState,
): readonly (string | Label)[] {
  const short = ({ en, 'zh-CN': zh }: Label): Label => ({ en: cut(en, LONGEST), 'zh-CN': cut(zh, LONGEST) });
  if (what === 'plan-infeasible' && state.conflict) return state.conflict.limits.map((l) => short(l.sentence));
  const failure = what === 'change-failed' && change !== undefined ? state.changes[change]?.failure : null;
  return failure ? [short(failure)] : limits;
}

async function subjectOf(
  about: AboutOf<'cycle.attention'>,
  archive: ProcedureArchive,
  state: CycleState,
): Promise<Label | string | null> {
  if (about.department !== undefined) return departmentOf(archive, about.department);
  const commitment = termsOf(state).commitments.find((c) => c.id === about.commitment);
  if (commitment) return commitment.text;
  const step = STEPS[about.step ?? ''];
  if (step && about.change === undefined) return step;
  const subject = about.change ?? about.previous ?? about.stage ?? about.offering ?? null;
  return subject;
}

async function departmentOf(archive: ProcedureArchive, id: string): Promise<Label | string> {
  return (await archive.departments([id])).get(id) ?? id;
}

async function nameOf(archive: ProcedureArchive, person: string): Promise<string> {
  return (await archive.names([person])).get(person) ?? person;
}
