import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Connection, Client as Temporal } from '@temporalio/client';
import type { StreamId } from '../contracts/ids.ts';
import type { NoticePage } from '../contracts/views/operations.ts';
import { Clock } from '../db/clock.ts';
import { type DataFolder, readDataFolder } from '../files/data-folder.ts';
import { freePort } from '../stack/ports.ts';
import type { Logins } from '../stack/postgres.ts';
import { type Stack, type StackProcess, startStack } from '../stack/stack.ts';
import { Answers } from './answers.ts';
import { type Cast, castFrom } from './cast.ts';
import { showClicks } from './clicks.ts';
import { Client } from './client.ts';
import { Course } from './course.ts';
import { type Finished, type Outcome, showCertificates, showMails, showRanking } from './ending.ts';
import { DemoFailure } from './failure.ts';
import { Inboxes } from './inboxes.ts';
import { Initiatives } from './initiatives.ts';
import { Mailbox } from './mailbox.ts';
import { Narrator, type Screen } from './narrator.ts';
import { openNext } from './next.ts';
import { comparePanel } from './panel.ts';
import { type Script, scriptFor } from './script.ts';
import { fullPanelTerms, sampledTerms } from './terms.ts';
import { MEASURES } from './texts.ts';
import { playYear, YEAR } from './year/play.ts';

const DAY = 86_400_000;
/** Monday, 1 March 2027, nine o'clock in Shanghai. */
const BEGINNING = Date.UTC(2027, 2, 1, 1);
/** Real time until procedure time reaches the beginning: the processes start meanwhile. */
const START_UP = 6_000;
const STREAM: StreamId = 'selection:trainers-2027';

export interface DemoOptions {
  /** Folder of the organisation and the scores. */
  readonly data: string;
  readonly daysPerSecond: number;
  /** Who comes to its database. */
  readonly logins: Logins;
  /** The processes of an installation, given what all of them are told. */
  readonly processes: (apiPort: number, env: Readonly<Record<string, string>>) => StackProcess[];
  /** Brings the schema up to date, sets the clock, and makes the operator one of operations. */
  readonly prepare: (fresh: Fresh, clock: Clock) => Promise<void>;
  /** Walks the hash chains of the ledger. */
  readonly verify: (databaseUrl: string) => Promise<{ events: number; streams: number; faults: readonly string[] }>;
  readonly screen: Screen;
  /** Fails when somebody wants it to stop before the end. */
  readonly interrupted: Promise<never>;
  /** Called when all has been shown: resolves when it is time to stop. */
  readonly lookAround: (installation: Installation) => Promise<void>;
}

/** A database in which nothing has happened yet. */
export interface Fresh {
  readonly url: string;
  readonly masterKey: string;
  readonly operator: string;
}

/** Where to look around when the selection is over. */
export interface Installation {
  readonly api: string;
  readonly stack: Stack;
  readonly folder: string;
  readonly operator: string;
}

/**
 * Runs a whole selection of trainers with simulated people on an installation of its own.
 * @throws DemoFailure with one sentence when something that it expects does not come
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const scale = options.daysPerSecond * 86_400;
  let clock = new Clock(Date.now() + START_UP, BEGINNING, scale);
  const tell = new Narrator(options.screen, () => dateOf(clock.now()));
  const data = await readDataFolder(options.data);
  const cast = await castFrom(options.data, data);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rostrum-demo-'));
  tell.plain(`A selection of internal trainers with simulated people, on the data in ${options.data}.`);
  tell.plain(timeScale(options.daysPerSecond));
  tell.plain(`Everything is kept in ${folder}.`);
  tell.plain('Development tokens are on: whoever reaches its API on this machine is whoever they say.');
  const mailbox = new Mailbox(path.join(folder, 'mail'));
  const smtp = await mailbox.open();
  const apiPort = await freePort();
  const env = {
    ROSTRUM_SMTP_URL: smtp,
    ROSTRUM_MAIL_FROM: 'Training <training@example.com>',
    ROSTRUM_MAIL_PER_SECOND: '1000',
  };
  const began = performance.now();
  const client = new Client(`http://127.0.0.1:${apiPort}`);
  let stack: Stack | undefined;
  try {
    const start = (set: () => Clock) =>
      startStack({
        dataDir: folder,
        // Neither the database nor the Temporal server of the environment: this installation is thrown away.
        databaseUrl: '',
        temporalAddress: '',
        logins: options.logins,
        migrate: (url, masterKey) => {
          clock = set();
          return options.prepare({ url, masterKey, operator: cast.operator }, clock);
        },
        processes: options.processes(apiPort, env),
        log: (sentence) => tell.plain(sentence),
      });
    stack = await start(() => new Clock(Date.now() + START_UP, BEGINNING, scale));
    tell.plain(`All processes are up after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    const api = `http://127.0.0.1:${apiPort}`;
    const on: Stage = { options, client, cast, data, tell, clock, stack, folder, mailbox };
    const outcome = await Promise.race([act(on), options.interrupted]);
    const next = await Promise.race([
      openNext({
        ...on,
        from: options.data,
        previous: YEAR,
        now: () => clock.now(),
        daysPerSecond: options.daysPerSecond,
      }),
      options.interrupted,
    ]);
    tell.plain('Everything is stopped, and started again at the pace of life.');
    await stack.stop();
    const standing = Date.now();
    stack = await start(() => clock.slowed(standing));
    showClicks({ cast, tell, api }, outcome, next);
    await options.lookAround({ api, stack, folder, operator: cast.operator });
  } finally {
    client.stop();
    await stack?.stop();
    await mailbox.close();
  }
}

interface Stage {
  readonly options: DemoOptions;
  readonly client: Client;
  readonly cast: Cast;
  readonly data: DataFolder;
  readonly tell: Narrator;
  readonly clock: Clock;
  readonly stack: Stack;
  readonly folder: string;
  readonly mailbox: Mailbox;
}

async function act(on: Stage): Promise<Outcome> {
  const { client, cast, tell, folder, mailbox, options } = on;
  const course = await opened(on);
  const view = await course.toTheEnd();
  tell.tell('The selection is over.');
  await mailsDelivered(on);
  const finished: Finished = { client, cast, tell, folder, view, path: course.path };
  const outcome = await showRanking(finished);
  checkPanel(on, outcome);
  await showCertificates(finished, outcome);
  await playYear({
    ...{ client, tell, folder, data: on.data, from: options.data, selection: STREAM },
    operator: cast.operator,
    now: () => on.clock.now(),
    daysPerSecond: options.daysPerSecond,
  });
  await mailsDelivered(on);
  await showMails(finished, mailbox);
  await showLedger(on);
  tell.plain(
    `${course.reminders} reminders and ${course.escalations} messages to managers went out to or about the silent.`,
  );
  tell.plain(timeScale(options.daysPerSecond));
  return outcome;
}

/** Imports the organisation, opens the selection and publishes the measures; people stand ready. */
async function opened({ client, cast, data, tell, clock, stack, options }: Stage): Promise<Course> {
  const judges = data.judges!;
  const fullPanel = judges.panel !== null;
  const script: Script = scriptFor(cast, fullPanel);
  await client.post(cast.operator, '/api/organisation/importOrganisation', data.organisation);
  const { people = [], departments = [], posts = [], calendars = [] } = data.organisation;
  tell.plain(
    `Imported ${people.length} people in ${departments.length} departments, ${posts.length} posts and ${calendars.length} calendars.`,
  );
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, clock.toReal(BEGINNING) - Date.now())));
  const terms = fullPanel
    ? fullPanelTerms(cast, judges, options.daysPerSecond)
    : sampledTerms(cast, judges, options.daysPerSecond);
  await client.post(cast.operator, '/api/selections', { id: STREAM, terms });
  await client.post(cast.operator, `/api/selections/${STREAM}/publishMeasures`, { texts: MEASURES });
  const scored = terms.criteria.map((c) => c.id).filter((id) => id !== terms.performance?.criterion);
  const inboxes = new Inboxes(client, cast, script, new Answers(cast, script, judges.scores, scored), tell);
  const now = () => clock.now();
  const initiatives = new Initiatives(client, cast, script, tell, `/api/selections/${STREAM}`);
  const kill = () => killWorker(stack, tell, inboxes);
  const { daysPerSecond } = options;
  return new Course({ client, cast, script, tell, inboxes, initiatives, stream: STREAM, now, daysPerSecond, kill });
}

/** Ends the process that decides, as a crash would; the people go on answering. */
function killWorker(stack: Stack, tell: Narrator, inboxes: Inboxes): void {
  const engine = stack.children.get('engine')!;
  const began = performance.now();
  tell.mark(`The engine's process ${engine.pid()} is killed (SIGKILL) after ${inboxes.reviews} reviews; people go on.`);
  engine.kill().then(
    () => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      tell.mark(`The engine is back as process ${engine.pid()} after ${seconds} s; the review goes on.`);
    },
    () => undefined,
  );
}

function checkPanel({ data, cast, tell }: Stage, { ranking, applications }: Outcome): void {
  const published = data.judges!.panel;
  if (!published) return;
  const { compared, differences } = comparePanel(ranking, applications, cast, published);
  if (differences.length) {
    throw new DemoFailure(
      `${differences.length} of ${compared} panel scores are not the published ones: ${differences[0]}`,
    );
  }
  tell.heading('Compared with the published panel scores');
  tell.good(`All ${compared} trimmed panel scores equal the published ones, in every digit.`);
}

/** Longer than any message takes that is on its way, in milliseconds. */
const STILL_MS = 60_000;

/** Waits until nothing that can be sent is waiting any more; who is on leave hears of it when they are back. */
async function mailsDelivered({ client, cast }: Stage): Promise<void> {
  for (let [before, giveUp] = [Number.POSITIVE_INFINITY, 0]; ; ) {
    const { due } = await client.get<NoticePage>(cast.operator, '/api/notices?limit=1');
    if (!due) return;
    if (due < before) [before, giveUp] = [due, Date.now() + STILL_MS];
    if (Date.now() > giveUp) {
      throw new DemoFailure(
        `${due} messages wait and none has been sent for ${STILL_MS / 1000} s; see logs/notices.log.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function showLedger({ options, stack, tell }: Stage): Promise<void> {
  const { events, streams, faults } = await options.verify(stack.databaseUrl);
  tell.heading('The ledger');
  if (faults.length) throw new DemoFailure(`The ledger does not verify: ${faults[0]}`);
  tell.good(`ledger verify: ${events} events in ${streams} streams, all as they were written.`);
  const { runs, history } = await temporalCounts(stack.temporalAddress);
  tell.plain(`Temporal kept ${history} history events in ${runs} workflow runs for them.`);
}

async function temporalCounts(address: string): Promise<{ runs: number; history: number }> {
  const connection = await Connection.connect({ address });
  try {
    let runs = 0;
    let history = 0;
    for await (const { historyLength } of new Temporal({ connection }).workflow.list()) {
      runs++;
      history += historyLength;
    }
    return { runs, history };
  } finally {
    await connection.close();
  }
}

function timeScale(daysPerSecond: number): string {
  const seconds = (1 / daysPerSecond).toFixed(2).replace(/\.?0+$/, '');
  return `Time scale: one day of the procedure takes ${seconds} s, ${daysPerSecond * 86_400} times faster than real; no step is left out.`;
}

function dateOf(instant: number): string {
  return new Date(Math.max(instant, BEGINNING - 10 * DAY)).toISOString().slice(0, 10);
}
