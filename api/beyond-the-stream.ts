import { MB } from '../access/door.ts';
import type { ProcessType } from '../contracts/ids.ts';
import type { OrganisationCommandBodies } from '../contracts/organisation.ts';
import type { ApplicationForm } from '../contracts/selection/commands.ts';
import { type FileName, fileNames } from '../db/files.ts';
import { inboxOf } from '../db/views/inbox.ts';
import { rolesInForce } from '../db/views/roles.ts';
import { type Bound, STORING } from '../settings/storage.ts';
import type { ApiParts } from './parts.ts';
import { problem } from './problem.ts';

type Parts = Pick<ApiParts, 'pool' | 'keys' | 'clock' | 'storing'>;
type Demand<B> = (parts: Parts, actor: string, body: B) => Promise<void>;

/** What a command takes for granted of things that its stream cannot see, by its name. */
const DEMANDS: Readonly<Record<string, Demand<never>>> = {
  'selection.apply': demandOwnFiles,
  'selection.editApplication': demandOwnFiles,
  'organisation.grantRole': demandNoTasksOfAuditor,
};

/**
 * Sees that what a command names beyond its stream is there: files, and tasks of other procedures. The stream decides about all
 * else, and who may send it; to those who may not, nothing is told here of what they cannot see.
 * @throws Problem in a sentence that says how to mend it
 */
export async function demandBeyond(
  parts: Parts,
  command: { readonly kind: ProcessType; readonly type: string; readonly actor: string; readonly body: object },
): Promise<void> {
  const demand = DEMANDS[`${command.kind}.${command.type}`] as Demand<object> | undefined;
  await demand?.(parts, command.actor, command.body);
}

/** A file of somebody else is answered like one that is not there. */
async function demandOwnFiles(
  { pool, keys, clock, storing = STORING }: Parts,
  actor: string,
  { evidence }: Pick<ApplicationForm, 'evidence'>,
) {
  const own = await fileNames(pool, actor, evidence);
  const there = new Set(own.map(({ id }) => id));
  const missing = evidence.find((id) => !there.has(id));
  if (missing === undefined) return demandFew(own, storing.ofApplication);
  // Whoever may not apply at all hears that, by the stream.
  if ((await rolesInForce(pool, keys, clock.now(), { person: actor, role: 'auditor' })).length) return;
  throw problem('not-found/no-file-again', { file: missing });
}

function demandFew(own: readonly FileName[], { files, bytes }: Bound): void {
  const sum = own.reduce((so, { size }) => so + size, 0);
  if (own.length <= files && sum <= bytes) return;
  throw problem('storage-full/of-application', { files, mb: bytes / MB });
}

/** An auditor answers nothing: what is theirs to answer would stand still, and with it what waits for it. */
async function demandNoTasksOfAuditor(
  { pool, keys, clock }: Parts,
  actor: string,
  { person, role }: OrganisationCommandBodies['grantRole'],
): Promise<void> {
  if (role !== 'auditor') return;
  const now = clock.now();
  const grants = await rolesInForce(pool, keys, now, { person: actor, role: 'operations' });
  const held = await rolesInForce(pool, keys, now, { person, role });
  // Whoever may not grant hears so by the stream; whoever is an auditor already only gets another end.
  if (!grants.length || held.length) return;
  const { length } = (await inboxOf(pool, person, now)).tasks;
  if (!length) return;
  throw length === 1
    ? problem('not-allowed/auditor-holds-task', { person })
    : problem('not-allowed/auditor-holds-tasks', { person, tasks: length });
}
