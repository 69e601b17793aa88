import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Ranking } from '../contracts/ranking.ts';
import type { NoticeLine, NoticePage } from '../contracts/views/operations.ts';
import type { ApplicationLine, ExplanationView, SelectionView } from '../contracts/views/selection.ts';
import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { DemoFailure } from './failure.ts';
import { type Mail, type Mailbox, messageIdStem } from './mailbox.ts';
import type { Narrator } from './narrator.ts';

const SHOWN = 12;

export interface Finished {
  readonly client: Client;
  readonly cast: Cast;
  readonly tell: Narrator;
  readonly path: string;
  readonly folder: string;
  readonly view: SelectionView;
}

/** What an installation knows when a selection is over. */
export interface Outcome {
  readonly ranking: Ranking;
  readonly applications: readonly ApplicationLine[];
}

/** Shows the ranked table and why the first stands before the second. */
export async function showRanking({ client, cast, tell, path: at, view }: Finished): Promise<Outcome> {
  const ranking = await client.get<Ranking>(cast.operator, `${at}/ranking`);
  const { applications } = await client.get<{ applications: ApplicationLine[] }>(cast.operator, `${at}/applications`);
  const byCode = new Map(applications.map((a) => [a.code, a]));
  const criteria = view.criteria.map((c) => c.id);
  tell.heading(
    `The ranking (${ranking.method}), the first ${Math.min(SHOWN, ranking.ranking.length)} of ${ranking.ranking.length}`,
  );
  const rows = ranking.ranking
    .slice(0, SHOWN)
    .map((r) => [
      r.rank,
      r.application,
      byCode.get(r.application)?.name ?? '',
      byCode.get(r.application)?.department ?? '',
      r.score.toFixed(3),
      ...criteria.map((c) => r.criteria[c]?.toFixed(2) ?? ''),
      r.seat ?? '',
    ]);
  tell.table(['rank', 'number', 'name', 'dept', 'score', ...criteria, 'seat'], rows);
  const [first, second] = ranking.ranking;
  if (!first || !second) throw new DemoFailure('The ranking has fewer than two applications.');
  tell.heading(`Why ${first.application} stands before ${second.application}`);
  const query = `application=${first.application}&against=${second.application}`;
  const { sentences } = await client.get<ExplanationView>(cast.operator, `${at}/explain?${query}`);
  for (const sentence of sentences) tell.plain(`  ${sentence}`);
  return { ranking, applications };
}

/** Writes the certificates into the data folder and says who is appointed. */
export async function showCertificates(
  { client, tell, folder }: Finished,
  { ranking, applications }: Outcome,
): Promise<void> {
  tell.heading('Appointed, with their certificates');
  await mkdir(path.join(folder, 'certificates'), { recursive: true });
  let written = 0;
  const byCode = new Map(applications.map((a) => [a.code, a]));
  for (const { application } of ranking.ranking) {
    const { person, name, progress } = byCode.get(application)!;
    if (!person || !progress?.appointment) continue;
    const { from, until, document } = progress.appointment;
    if (document === null) throw new DemoFailure(`The certificate of ${name} could not be printed.`);
    const bytes = await client.bytes(person, `/api/documents/${document}`);
    if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new DemoFailure(`The certificate of ${name} is no PDF.`);
    const file = path.join(folder, 'certificates', `${person}.pdf`);
    await writeFile(file, bytes);
    tell.plain(`  ${name}, ${from} to ${until}: ${file}`);
    written++;
  }
  if (!written) throw new DemoFailure('Nobody has been appointed.');
}

/** Counts the mails caught by kind, and shows one in each language. */
export async function showMails({ client, cast, tell, folder }: Finished, mailbox: Mailbox): Promise<void> {
  const notices = await allNotices(client, cast.operator);
  const kinds = new Map(notices.map((n) => [messageIdStem(n.key), n.template]));
  const counts = new Map<string, number>();
  for (const mail of mailbox.mails) {
    const kind = kinds.get(mail.messageId.slice(0, mail.messageId.indexOf('@') + 1)) ?? 'several messages in one';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  tell.heading(`${mailbox.mails.length} mails were caught; they are in ${path.join(folder, 'mail')}`);
  tell.table(
    ['mails', 'kind'],
    [...counts].sort((a, b) => b[1] - a[1]).map(([kind, n]) => [n, kind]),
  );
  const chinese = (mail: Mail) => /\p{Script=Han}/u.test(mail.subject);
  const telling = (mail: Mail) => kinds.get(mail.messageId.slice(0, mail.messageId.indexOf('@') + 1)) ?? '';
  show(
    tell,
    mailbox.mails.find((m) => !chinese(m) && telling(m) === 'round.reminder') ?? mailbox.mails.find((m) => !chinese(m)),
  );
  show(tell, mailbox.mails.find((m) => chinese(m) && telling(m) === 'selection.result') ?? mailbox.mails.find(chinese));
}

function show(tell: Narrator, mail: Mail | undefined): void {
  if (!mail) return;
  tell.heading(`${mail.subject}`);
  tell.plain(`To: ${mail.to}`);
  tell.plain(mail.text.trim().replaceAll(/^/gm, '  '));
}

async function allNotices(client: Client, operator: string): Promise<NoticeLine[]> {
  const all: NoticeLine[] = [];
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: NoticePage = await client.get(operator, `/api/notices?limit=500&before=${before}`);
    all.push(...page.notices);
    before = page.next;
  }
  return all;
}
