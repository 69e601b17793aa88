import type { Authority } from '../../access/authority.ts';
import { isBlind, sightOf, sightOfTask } from '../../access/sight/selection.ts';
import { entryOf } from '../../contracts/entry.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { TaskStateName, TaskView } from '../../contracts/views/round.ts';
import type { ApplicationLine, ApplicationView, ReviewersPreview, Sight } from '../../contracts/views/selection.ts';
import { readFile } from '../../db/files.ts';
import { askedAbout, namesOf } from '../../db/views/selections.ts';
import { type Application, applicationOf, type SelectionState } from '../../domain/selection/state.ts';
import { refusing } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { applicationLine, applicationView, type Called, type Written, writtenView } from './application.ts';
import { blindName } from './blind-name.ts';
import { readInCompany, readSelection } from './reading.ts';

/** An application, and as what somebody sees it. */
export interface Seen {
  readonly state: SelectionState;
  readonly application: Application;
  readonly sight: Sight;
}

/** The applications that somebody sees, each as far as they do. */
export async function applicationsSeen(
  { pool, reader }: Sources,
  stream: StreamId,
  who: Authority,
): Promise<ApplicationLine[]> {
  const { state, organisation } = await readInCompany(reader, stream);
  const seen = inOrder(Object.values(state.applications), who).flatMap((application) => {
    const sight = sightOf(state, who, application);
    return sight ? [{ application, sight }] : [];
  });
  const names = await namesOf(
    pool,
    seen.map(({ application }) => application.person),
  );
  return seen.map(({ application, sight }) =>
    applicationLine(state, application, sight, { names, departments: organisation.departments }),
  );
}

async function calledIn({ pool, reader }: Sources, person: string): Promise<Called> {
  const [names, { departments }] = await Promise.all([namesOf(pool, [person]), reader.organisation()]);
  return { names, departments };
}

/** As they came in for whoever sees when that was; for others by their numbers, of which nobody can tell who was first. */
function inOrder(applications: readonly Application[], { all }: Authority): readonly Application[] {
  return all ? applications : [...applications].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** An application for somebody. @throws Refused `not-found` for one that they may not see, as for one that is not there */
export async function readApplication(
  { pool, reader }: Sources,
  stream: StreamId,
  code: string,
  who: Authority,
): Promise<Seen> {
  const state = await readSelection(reader, stream);
  const application = entryOf(state.applications, code);
  const sight = application && sightOf(state, who, application);
  if (application && sight) return { state, application, sight };
  // Asked of one that is not there as well, which is to take no less time.
  const asked = await askedAbout(pool, stream, code, who.person);
  const held = asked && (await sightOfHolder(reader, { ...asked, owner: stream, about: code }, who));
  if (application && held) return { state, application, sight: held };
  throw refusing('not-found/no-application-seen', { application: code });
}

/** An application with its texts and evidence, as far as it is seen. */
export async function applicationSeen(sources: Sources, { state, application, sight }: Seen): Promise<ApplicationView> {
  return applicationView(sources, state, application, sight, await calledIn(sources, application.person));
}

/** A file that an application gives as evidence; in a blind review it has a number for a name. @throws Refused `not-found` */
export async function evidenceSeen({ pool }: Pick<Sources, 'pool'>, { state, application, sight }: Seen, id: string) {
  const number = application.evidence.indexOf(id);
  const file = number < 0 ? undefined : await readFile(pool, id, application.person);
  // Somebody may have named another's file as evidence; that shows it to nobody.
  if (!file) {
    throw refusing('not-found/no-evidence', { application: application.code, file: id });
  }
  return { ...file, name: isBlind(state, sight) ? blindName(number, file.mediaType) : file.name };
}

/** Whether a task may be about an application. */
export function isOfSelection(owner: string | null, about: string | null): about is string {
  return about !== null && owner?.startsWith('selection:') === true;
}

/** In these states a task is its assignee's; one that is gone shows them nothing that they may not see otherwise. */
const HELD: ReadonlySet<TaskStateName> = new Set(['open', 'drafted', 'submitted']);

/** As what somebody sees an application by a task that they hold by the ledger, since rows open nothing; null: not at all. */
async function sightOfHolder(
  reader: Sources['reader'],
  asked: { readonly round: string; readonly task: string; readonly owner: string | null; readonly about: string },
  { person }: Authority,
): Promise<Sight | null> {
  const { spec, tasks } = (await reader.rounds([asked.round as StreamId])).get(asked.round as StreamId) ?? {};
  const task = tasks?.get(asked.task);
  if (!spec || !task || spec.owner !== asked.owner || task.about !== asked.about) return null;
  return task.assignee === person && HELD.has(task.state) ? sightOfTask(spec.purpose) : null;
}

/**
 * The application that a task is about, as its holder, or whoever sees all, may see it; null: it is about something else, or
 * the asker holds it no longer.
 */
export async function applicationOfTask(
  sources: Sources,
  { round, task, owner, about }: Pick<TaskView, 'round' | 'task' | 'about'> & { owner: string | null },
  who: Authority,
): Promise<ApplicationView | null> {
  if (!isOfSelection(owner, about)) return null;
  const state = await sources.reader.selection(owner as StreamId);
  const application = state?.applications[about];
  if (!state || !application) return null;
  const sight =
    sightOf(state, who, application) ?? (await sightOfHolder(sources.reader, { round, task, owner, about }, who));
  return sight && applicationSeen(sources, { state, application, sight });
}

/**
 * What reviewers will see of what an applicant has written, by the very rule by which they are shown it later.
 * @param written what is not sent; null: nothing is, and it is shown what was sent, or nothing yet
 */
export async function reviewersPreview(
  sources: Sources,
  stream: StreamId,
  author: Pick<Written, 'person' | 'department' | 'submittedAt'>,
  written: Pick<Written, 'profile' | 'outline' | 'topics' | 'evidence' | 'hoursPerMonth'> | null,
): Promise<ReviewersPreview> {
  const state = await readSelection(sources.reader, stream);
  const called = await calledIn(sources, author.person);
  const sent = written ? undefined : applicationOf(state, author.person);
  const nothing = { profile: '', outline: '', topics: [], evidence: [], hoursPerMonth: 0 };
  const all = sent ?? { ...author, late: false, withdrawn: false, ...(written ?? nothing) };
  const shown = await writtenView(sources, state, all, 'reviewer', called);
  return { ...shown, blind: isBlind(state, 'reviewer') };
}
