import { type Kysely, sql } from 'kysely';

/** The ledger, what guards it, and the projections that views read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stream (
      id text primary key,
      type text not null,
      version int not null default 0,
      hash bytea not null default '\\x',
      owner text,
      -- the installation's word for version, hash and owner
      signature bytea,
      stage text not null default '',
      closed boolean not null default false,
      wake_at timestamptz,
      opened_at timestamptz,
      -- when its latest event happened
      at timestamptz,
      -- what its owner has been given to hear
      news int not null default 0,
      -- what its workflow is to wait for, beside the hour; null: not known, it is folded to find out
      waits json,
      -- what its workflow knew when it looked last, as a digest, and when it was to wake
      told text,
      told_wake timestamptz,
      -- slow work that its workflow was told to have done, and since when
      work jsonb not null default '{}',
      -- why time does not act in it, and how often in a row that was tried
      trouble text,
      troubles int not null default 0
    )`.execute(db);
  await sql`create index stream_running on stream (type) where not closed`.execute(db);
  await sql`create index stream_owner on stream (owner) where owner is not null`.execute(db);
  await sql`create index stream_wake on stream (wake_at) where not closed and wake_at is not null`.execute(db);
  await sql`create index stream_trouble on stream (id) where trouble is not null`.execute(db);
  await sql`create index stream_work on stream (id) where work <> '{}'`.execute(db);

  // Only ever inserted into and deleted from: whoever has news for a stream need not wait for its lock.
  await sql`
    create table look (
      id bigint generated always as identity primary key,
      stream text not null,
      -- nothing had to follow when it was written: the workflow need only be told
      rest boolean not null,
      since timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index look_stream on look (stream, id)`.execute(db);

  // "json", not "jsonb": the hash chain covers the exact bytes that were written.
  await sql`
    create table ledger (
      stream text not null,
      version int not null,
      schema smallint not null,
      type text not null,
      at timestamptz not null,
      actor text not null,
      command text,
      body json not null,
      hash bytea not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (stream, version)
    )`.execute(db);

  // Which heads were handed out of the database, signed, and when.
  await sql`
    create table anchor (
      number int primary key,
      at timestamptz not null,
      streams int not null,
      digest text not null,
      -- whether a place outside the database has it
      kept boolean not null default false
    )`.execute(db);

  // How commands ended; what they said is in the ledger or nowhere.
  await sql`
    create table command (
      stream text not null,
      id text not null,
      type text not null,
      actor text not null,
      digest text not null,
      outcome json not null,
      decided_at timestamptz not null default clock_timestamp(),
      primary key (stream, id)
    )`.execute(db);
  // For pruning; it costs whoever decides a command nothing that could be measured, as another index would.
  await sql`create index command_decided on command using brin (decided_at)`.execute(db);

  await sql`
    create table snapshot (
      stream text primary key,
      version int not null,
      state_version int not null,
      hash bytea not null,
      state text not null,
      signature bytea not null
    )`.execute(db);

  await sql`
    create table person_key (
      person text primary key,
      wrapped bytea,
      shredded_at timestamptz,
      -- since when nothing of the person is left in the files of the database either
      cleared_at timestamptz
    )`.execute(db);

  // A message to a person. `pending`: by how many channels it may still go out; null while none has been told of it.
  await sql`
    create table outbox (
      id bigint generated always as identity primary key,
      key text not null unique,
      stream text not null,
      person text not null,
      template text not null,
      about jsonb not null,
      not_before timestamptz not null,
      while_open text[],
      state text not null default 'waiting',
      pending int,
      settled_at timestamptz,
      error text
    )`.execute(db);
  await sql`create index outbox_settled on outbox (settled_at) where pending = 0`.execute(db);
  await sql`create index outbox_unrouted on outbox (not_before, id) where pending is null`.execute(db);
  await sql`create index outbox_person on outbox (person, id)`.execute(db);

  // What one channel does about a message. `alone`: it goes with no other; `letter`: those that do; `digest`: it
  // was held back for one. `token`: whoever delivers it,
  // until `retry_at`; without one, it is tried again then.
  await sql`
    create table delivery (
      message bigint not null,
      channel text not null,
      person text not null,
      due_at timestamptz not null,
      alone boolean not null default false,
      digest boolean not null default false,
      letter text,
      state text not null default 'waiting',
      token text,
      attempts_started int not null default 0,
      attempts_finished int not null default 0,
      retry_at timestamptz,
      settled_at timestamptz,
      primary key (message, channel)
    )`.execute(db);
  // Those that wait for their hour, and those that wait for their next attempt or are with a worker: whatever is
  // postponed lies outside the range that a claim reads, however much there is of it.
  await sql`create index delivery_waiting on delivery (channel, due_at, message) where state = 'waiting' and retry_at is null`.execute(
    db,
  );
  await sql`create index delivery_postponed on delivery (channel, retry_at) where state = 'waiting' and retry_at is not null`.execute(
    db,
  );
  await sql`create index delivery_of_person on delivery (channel, person, due_at) where state = 'waiting' and retry_at is null`.execute(
    db,
  );
  await sql`create index delivery_letter on delivery (channel, letter) where state = 'waiting' and letter is not null`.execute(
    db,
  );
  await sql`create index delivery_under_way on delivery (channel, person) where token is not null`.execute(db);

  await sql`
    create table setting (
      person text primary key,
      -- null: as the directory has it
      language text,
      zone text,
      theme text not null,
      rhythm jsonb not null,
      -- null: no hour is
      quiet jsonb
    )`.execute(db);

  // Somebody who is signed in somewhere. Of what the browser holds only a digest is kept. `token_before`: what it held before the
  // latest exchange; taken until the new one has come, and until `before_until` then. Real time.
  await sql`
    create table session (
      id text primary key,
      person text not null,
      token text not null unique,
      token_made_at timestamptz not null,
      token_before text unique,
      before_until timestamptz,
      way text not null,
      -- roles that the company's account has vouched for
      vouched text[] not null,
      stays boolean not null,
      browser text,
      system text,
      begun_at timestamptz not null,
      seen_at timestamptz not null,
      until timestamptz not null
    )`.execute(db);
  await sql`create index session_person on session (person, begun_at)`.execute(db);
  await sql`create index session_until on session (until)`.execute(db);

  // A link of a letter, by which its reader signs in once. Real time.
  await sql`
    create table link (
      -- a digest
      token text primary key,
      person text not null,
      -- where it leads, and what the letter is about
      path text not null,
      stream text not null,
      sent_at timestamptz not null,
      until timestamptz not null,
      used_at timestamptz,
      -- the device on which it was used
      browser text,
      system text,
      void_at timestamptz
    )`.execute(db);
  await sql`create index link_person on link (person)`.execute(db);
  await sql`create index link_until on link (until)`.execute(db);

  // What somebody's programs are known by. Real time, as of all ways in.
  await sql`
    create table program_token (
      id text primary key,
      person text not null,
      -- a digest
      token text not null unique,
      name text not null,
      scope text not null,
      -- null: everything that its person may reach
      areas text[],
      -- how whoever has made it had come in, and for which of their roles the company's account had vouched
      way text not null,
      vouched text[] not null,
      made_at timestamptz not null,
      seen_at timestamptz,
      until timestamptz not null
    )`.execute(db);
  await sql`create index program_token_person on program_token (person)`.execute(db);
  await sql`create index program_token_until on program_token (until)`.execute(db);

  // By what calendars read the courses of somebody; of the secret only a digest is kept. Real time.
  await sql`
    create table feed (
      person text primary key,
      secret text not null unique,
      made_at timestamptz not null
    )`.execute(db);

  // A program that waits for somebody to say, in their browser, that it is theirs.
  await sql`
    create table pairing (
      -- digests: of what the program holds, and of what its person types
      device text primary key,
      code text not null unique,
      name text not null,
      address text not null,
      asked_at timestamptz not null,
      until timestamptz not null,
      -- who has said so, and what it may; or that somebody has said no
      person text,
      scope text,
      days int,
      -- see program_token
      way text,
      vouched text[],
      proof text,
      refused boolean not null default false
    )`.execute(db);
  await sql`create index pairing_until on pairing (until)`.execute(db);

  await sql`
    create table draft (
      stream text not null,
      task text not null,
      person text not null,
      revision int not null,
      content json not null,
      saved_at timestamptz not null default clock_timestamp(),
      primary key (stream, task, person)
    )`.execute(db);

  await sql`
    create table file (
      id text primary key,
      person text not null,
      name text not null,
      media_type text not null,
      sha256 text not null,
      bytes bytea not null,
      stored_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  // What somebody has stored is counted whenever they store more.
  await sql`create index file_person on file (person)`.execute(db);

  await sql`
    create table clock (
      one boolean primary key default true check (one),
      real_origin timestamptz not null,
      procedure_origin timestamptz not null,
      scale double precision not null
    )`.execute(db);

  await sql`
    create table person (
      id text primary key,
      name text,
      email text,
      department text not null,
      manager text,
      locale text not null,
      time_zone text not null,
      calendar text not null,
      -- who stands in for them on leave, as they have said
      deputy text,
      employed boolean not null
    )`.execute(db);
  await sql`create index person_manager on person (manager)`.execute(db);
  await sql`
    create table department (
      id text primary key,
      name text not null,
      name_zh text not null,
      head text not null
    )`.execute(db);
  // As they were granted: whether one holds is a matter of the day. No scope, '', is the whole company.
  await sql`
    create table role (
      person text not null,
      role text not null,
      scope text not null,
      until text,
      -- of the installation, see db/signature.ts: nobody else says who has a role
      signature bytea not null,
      primary key (person, role, scope)
    )`.execute(db);

  await sql`
    create table round (
      stream text primary key,
      owner text,
      purpose text not null,
      title text not null,
      form json not null,
      policy json not null,
      minutes int not null,
      state text not null,
      opened_at timestamptz not null,
      due_at timestamptz not null,
      held_at timestamptz,
      settled_at timestamptz,
      counts json
    )`.execute(db);
  await sql`create index round_owner on round (owner)`.execute(db);
  await sql`create index round_opened on round (opened_at desc, stream)`.execute(db);
  // A task names its form by the key; one that names none has the round's own.
  await sql`
    create table round_form (
      round text not null,
      key text not null,
      form json not null,
      primary key (round, key)
    )`.execute(db);
  await sql`
    create table task (
      round text not null,
      id text not null,
      assignee text not null,
      about text,
      about_person text,
      form text,
      state text not null,
      due_at timestamptz not null,
      settled_at timestamptz,
      late boolean not null default false,
      revision int not null default 0,
      answer json,
      note json,
      -- see db/row-proof.ts: whose it is, and what was said, nobody else can write
      holder_proof text not null default '',
      answer_proof text,
      note_proof text,
      primary key (round, id)
    ) with (fillfactor = 70)`.execute(db);
  // Without the due instant: a person has a few hundred open tasks at most, and a round that moves writes no index.
  await sql`create index task_open on task (assignee) where state in ('open', 'drafted')`.execute(db);
  await sql`create index task_done on task (assignee, round) where state not in ('open', 'drafted')`.execute(db);
  await sql`
    create table agenda (
      stream text not null,
      person text not null,
      at timestamptz not null,
      rung int not null,
      primary key (stream, person)
    )`.execute(db);

  await sql`
    create table procedure (
      stream text primary key,
      kind text not null,
      title text not null,
      stage text not null,
      phase text not null,
      owner text,
      until timestamptz
    )`.execute(db);
  await sql`create index procedure_open on procedure (kind) where phase in ('running', 'paused')`.execute(db);
  await sql`
    create table cycle (
      stream text primary key,
      period_from date not null,
      period_to date not null,
      digest text
    )`.execute(db);
  await sql`
    create table offering (
      stream text primary key,
      cycle text not null,
      id text not null,
      first_day date not null,
      last_day date not null,
      place text not null,
      trainer text,
      provider text,
      people text[] not null,
      runners text[] not null,
      calendar text not null
    )`.execute(db);
  await sql`create index offering_cycle on offering (cycle)`.execute(db);
  await sql`create index offering_people on offering using gin (people)`.execute(db);
  await sql`
    create table document (
      id text primary key,
      stream text not null,
      person text not null,
      kind text not null,
      name text not null,
      sha256 text not null,
      bytes bytea not null
    )`.execute(db);

  // PostgreSQL keeps samples of what stands in a column, and they would outlast what they were taken of.
  for (const [table, columns] of UNSAMPLED)
    for (const column of columns)
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0`.execute(db);
}

/** Columns in which something personal stands in the clear, or may. */
const UNSAMPLED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['person', ['name', 'email']],
  ['person_key', ['wrapped']],
  ['file', ['name', 'bytes']],
  ['document', ['name', 'bytes']],
  ['outbox', ['about', 'error']],
  ['stream', ['trouble']],
];
