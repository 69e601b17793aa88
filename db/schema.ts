import type { ColumnType, Generated } from 'kysely';
import type { StreamId } from '../contracts/ids.ts';
import type { Role } from '../contracts/organisation.ts';
import type { NoticeLine } from '../contracts/views/operations.ts';
import type { RoundView, TaskStateName } from '../contracts/views/round.ts';

/*
 * Made from the migrated schema by `npm run schema`, and held by a test: never changed by hand. Instants are milliseconds
 * since 1970, "json" is its exact text.
 */

interface AgendaTable {
  stream: string;
  person: string;
  at: number;
  rung: number;
}

interface AnchorTable {
  number: number;
  at: number;
  streams: number;
  digest: string;
  kept: Generated<boolean>;
}

interface ClockTable {
  one: Generated<boolean>;
  real_origin: number;
  procedure_origin: number;
  scale: number;
}

interface CommandTable {
  stream: string;
  id: string;
  type: string;
  actor: string;
  digest: string;
  outcome: string;
  decided_at: Generated<number>;
}

interface CycleTable {
  stream: string;
  period_from: ColumnType<Date, string, string>;
  period_to: ColumnType<Date, string, string>;
  digest: string | null;
}

interface DeliveryTable {
  message: number;
  channel: string;
  person: string;
  due_at: number;
  alone: Generated<boolean>;
  digest: Generated<boolean>;
  letter: string | null;
  state: Generated<string>;
  token: string | null;
  attempts_started: Generated<number>;
  attempts_finished: Generated<number>;
  retry_at: number | null;
  settled_at: number | null;
}

interface DepartmentTable {
  id: string;
  name: string;
  name_zh: string;
  head: string;
}

interface DocumentTable {
  id: string;
  stream: string;
  person: string;
  kind: string;
  name: string;
  sha256: string;
  bytes: ColumnType<Buffer, Uint8Array, Uint8Array>;
}

interface DraftTable {
  stream: string;
  task: string;
  person: string;
  revision: number;
  content: string;
  saved_at: Generated<number>;
}

interface FeedTable {
  person: string;
  secret: string;
  made_at: number;
}

interface FileTable {
  id: string;
  person: string;
  name: string;
  media_type: string;
  sha256: string;
  bytes: ColumnType<Buffer, Uint8Array, Uint8Array>;
  stored_at: Generated<number>;
}

interface LedgerTable {
  stream: string;
  version: number;
  schema: number;
  type: string;
  at: number;
  actor: string;
  command: string | null;
  body: string;
  hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
  recorded_at: Generated<number>;
}

interface LinkTable {
  token: string;
  person: string;
  path: string;
  stream: string;
  sent_at: number;
  until: number;
  used_at: number | null;
  browser: string | null;
  system: string | null;
  void_at: number | null;
}

interface LookTable {
  id: Generated<number>;
  stream: string;
  rest: boolean;
  since: Generated<number>;
}

interface OfferingTable {
  stream: string;
  cycle: string;
  id: string;
  first_day: ColumnType<Date, string, string>;
  last_day: ColumnType<Date, string, string>;
  place: string;
  trainer: string | null;
  provider: string | null;
  people: ColumnType<string[], readonly string[], readonly string[]>;
  runners: ColumnType<string[], readonly string[], readonly string[]>;
  calendar: string;
}

interface OutboxTable {
  id: Generated<number>;
  key: string;
  stream: string;
  person: string;
  template: string;
  about: ColumnType<unknown, string, string>;
  not_before: number;
  while_open: ColumnType<string[] | null, readonly string[] | null, readonly string[] | null>;
  state: Generated<NoticeLine['state']>;
  pending: number | null;
  settled_at: number | null;
  error: string | null;
}

interface PairingTable {
  device: string;
  code: string;
  name: string;
  address: string;
  asked_at: number;
  until: number;
  person: string | null;
  scope: string | null;
  days: number | null;
  way: string | null;
  vouched: ColumnType<string[] | null, readonly string[] | null, readonly string[] | null>;
  proof: string | null;
  refused: Generated<boolean>;
}

interface PersonTable {
  id: string;
  name: string | null;
  email: string | null;
  department: string;
  manager: string | null;
  locale: 'en' | 'zh-CN';
  time_zone: string;
  calendar: string;
  deputy: string | null;
  employed: boolean;
}

interface PersonKeyTable {
  person: string;
  wrapped: ColumnType<Buffer | null, Uint8Array | null, Uint8Array | null>;
  shredded_at: number | null;
  cleared_at: number | null;
}

interface ProcedureTable {
  stream: string;
  kind: string;
  title: string;
  stage: string;
  phase: string;
  owner: string | null;
  until: number | null;
}

interface ProgramTokenTable {
  id: string;
  person: string;
  token: string;
  name: string;
  scope: string;
  areas: ColumnType<string[] | null, readonly string[] | null, readonly string[] | null>;
  way: string;
  vouched: ColumnType<string[], readonly string[], readonly string[]>;
  made_at: number;
  seen_at: number | null;
  until: number;
}

interface RoleTable {
  person: string;
  role: Role;
  scope: string;
  until: string | null;
  signature: ColumnType<Buffer, Uint8Array, Uint8Array>;
}

interface RoundTable {
  stream: string;
  owner: string | null;
  purpose: string;
  title: string;
  form: string;
  policy: string;
  minutes: number;
  state: RoundView['state'];
  opened_at: number;
  due_at: number;
  held_at: number | null;
  settled_at: number | null;
  counts: string | null;
}

interface RoundFormTable {
  round: string;
  key: string;
  form: string;
}

interface SessionTable {
  id: string;
  person: string;
  token: string;
  token_made_at: number;
  token_before: string | null;
  before_until: number | null;
  way: string;
  vouched: ColumnType<string[], readonly string[], readonly string[]>;
  stays: boolean;
  browser: string | null;
  system: string | null;
  begun_at: number;
  seen_at: number;
  until: number;
}

interface SettingTable {
  person: string;
  language: 'en' | 'zh-CN' | null;
  zone: string | null;
  theme: string;
  rhythm: ColumnType<unknown, string, string>;
  quiet: ColumnType<unknown, string | null, string | null>;
}

interface SnapshotTable {
  stream: string;
  version: number;
  state_version: number;
  hash: ColumnType<Buffer, Uint8Array, Uint8Array>;
  state: string;
  signature: ColumnType<Buffer, Uint8Array, Uint8Array>;
}

interface StreamTable {
  id: StreamId;
  type: string;
  version: Generated<number>;
  hash: ColumnType<Buffer, Uint8Array | undefined, Uint8Array>;
  owner: StreamId | null;
  signature: ColumnType<Buffer | null, Uint8Array | null, Uint8Array | null>;
  stage: Generated<string>;
  closed: Generated<boolean>;
  wake_at: number | null;
  opened_at: number | null;
  at: number | null;
  news: Generated<number>;
  waits: string | null;
  told: string | null;
  told_wake: number | null;
  work: ColumnType<unknown, string | undefined, string>;
  trouble: string | null;
  troubles: Generated<number>;
}

interface TaskTable {
  round: string;
  id: string;
  assignee: string;
  about: string | null;
  about_person: string | null;
  form: string | null;
  state: TaskStateName;
  due_at: number;
  settled_at: number | null;
  late: Generated<boolean>;
  revision: Generated<number>;
  answer: string | null;
  note: string | null;
  holder_proof: Generated<string>;
  answer_proof: string | null;
  note_proof: string | null;
}

/** The tables by name, as Kysely asks for them. */
export interface Tables {
  agenda: AgendaTable;
  anchor: AnchorTable;
  clock: ClockTable;
  command: CommandTable;
  cycle: CycleTable;
  delivery: DeliveryTable;
  department: DepartmentTable;
  document: DocumentTable;
  draft: DraftTable;
  feed: FeedTable;
  file: FileTable;
  ledger: LedgerTable;
  link: LinkTable;
  look: LookTable;
  offering: OfferingTable;
  outbox: OutboxTable;
  pairing: PairingTable;
  person: PersonTable;
  person_key: PersonKeyTable;
  procedure: ProcedureTable;
  program_token: ProgramTokenTable;
  role: RoleTable;
  round: RoundTable;
  round_form: RoundFormTable;
  session: SessionTable;
  setting: SettingTable;
  snapshot: SnapshotTable;
  stream: StreamTable;
  task: TaskTable;
}
