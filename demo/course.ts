import type { StreamId } from '../contracts/ids.ts';
import type { Ranking } from '../contracts/ranking.ts';
import type { Stage } from '../contracts/selection/terms.ts';
import type { NoticeLine, NoticePage } from '../contracts/views/operations.ts';
import type { RoundView } from '../contracts/views/round.ts';
import type { ApplicationLine, SelectionView } from '../contracts/views/selection.ts';
import type { Known } from './answers.ts';
import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { DemoFailure } from './failure.ts';
import type { Inboxes } from './inboxes.ts';
import type { Initiatives } from './initiatives.ts';
import type { Narrator } from './narrator.ts';
import type { Script } from './script.ts';

const DAY = 86_400_000;
const LOOK_AGAIN = 250;
const HEAR_AGAIN = 500;

export interface Around {
  readonly client: Client;
  readonly cast: Cast;
  readonly script: Script;
  readonly tell: Narrator;
  readonly inboxes: Inboxes;
  readonly initiatives: Initiatives;
  readonly stream: StreamId;
  /** Procedure time. */
  readonly now: () => number;
  readonly daysPerSecond: number;
  /** Called once in mid-review. */
  readonly kill: () => void;
}

const HEADLINES: Readonly<Record<Exclude<Stage, 'closed'>, string>> = {
  measures: 'Measures: every head of department is asked to acknowledge the rules of the game',
  publicity: 'Publicity: leaders are asked for their support; everybody is told; who opens the notice is counted',
  call: 'Call: applications come in, and each manager is asked to agree to the time it takes',
  screening: 'Screening: the rule decides who is eligible, people decide where the rule cannot',
  reviewers: 'Reviewers: conflicts of interest are declared, then experts are matched to applications',
  review: 'Review: experts score blindly against the rubric',
  ranking: 'Ranking',
  decision: 'Decision: the panel votes on the ranking',
  notice: 'Public notice: the candidates are posted and anybody may object',
  results: 'Results: every applicant hears why; candidates accept; certificates are made',
};

/** Lives through a selection: looks at it again and again, and lets people do what they would do. */
export class Course {
  readonly #around: Around;
  #stage: Stage | '' = '';
  #stageUntil = 0;
  #hearAgain = 0;
  #killed = false;
  #clockStopped = false;
  #applications: ApplicationLine[] = [];
  #seated: string[] = [];
  reminders = 0;
  escalations = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  get path(): string {
    return `/api/selections/${this.#around.stream}`;
  }

  async toTheEnd(): Promise<SelectionView> {
    for (;;) {
      const view = await this.#ops<SelectionView>(this.path);
      if (view.stage !== this.#stage) await this.#enter(view);
      if (view.closed) return view;
      this.#watchClock(view);
      await this.#live();
      if (Date.now() > this.#stageUntil) throw new DemoFailure(this.#stuck(view));
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  async #live(): Promise<void> {
    const { inboxes, initiatives, now, stream } = this.#around;
    const { rounds } = await this.#ops<{ rounds: RoundView[] }>(`/api/rounds?owner=${stream}&state=open`);
    for (const { id, title, purpose, tasks } of rounds) {
      if (purpose === 'discussion' && !this.#titles.has(id)) {
        this.#around.tell.tell(`Some experts are far apart: ${tasks} reviews are opened again for a discussion.`);
      }
      this.#titles.set(id, title.en);
    }
    await this.#hearOfSilence();
    await initiatives.tick(now());
    if (this.#stage === 'call') await this.#learnApplications();
    await inboxes.tick(rounds, now(), this.#known());
    this.#killInMidReview(rounds);
  }

  #known(): Known {
    const eligible = this.#applications.filter(({ progress }) => progress?.screening?.eligible).map(({ code }) => code);
    const authors = new Map(this.#applications.map((a) => [a.code, a.person ?? '']));
    return { authors, eligible, seated: this.#seated };
  }

  async #enter(view: SelectionView): Promise<void> {
    const { tell, daysPerSecond, now } = this.#around;
    await this.#leave(view);
    this.#stage = view.stage;
    const planned = Math.max((view.until ?? now()) - now(), 10 * DAY);
    this.#stageUntil = Date.now() + 30_000 + (2 * planned * 1000) / DAY / daysPerSecond;
    if (view.stage === 'closed') return;
    tell.stage(HEADLINES[view.stage]);
    const { initiatives } = this.#around;
    if (view.stage === 'publicity') initiatives.publicity(now(), view.until!);
    if (view.stage === 'call') initiatives.call(now(), view.until!);
    if (view.stage === 'reviewers' || view.stage === 'review') await this.#learnApplications();
    if (view.stage === 'decision') await this.#learnRanking();
    if (view.stage === 'notice') await this.#prepareObjection(view);
  }

  /** Sums up the stage that has ended. */
  async #leave(view: SelectionView): Promise<void> {
    const { tell } = this.#around;
    const machinery = view.machinery!;
    switch (this.#stage) {
      case 'measures':
        tell.tell('The measures are acknowledged; whoever stayed silent is deemed to have agreed, as the terms say.');
        return;
      case 'publicity': {
        const { supporting = [], refusing = [], silent = [] } = machinery.endorsements ?? {};
        tell.tell(
          `${supporting.length} leaders support the selection, ${refusing.length} do not, ${silent.length} stay silent.`,
        );
        return;
      }
      case 'call': {
        const told = sum(machinery.told);
        const reached = sum(machinery.reached);
        tell.tell(
          `The notice went to ${told} people and ${reached} opened it; nobody did in ${machinery.unreached?.join(', ') || 'no department'}.`,
        );
        tell.tell(`${machinery.counts.applications} applications, ${machinery.counts.withdrawn} of them withdrawn.`);
        return;
      }
      case 'screening':
        return this.#tellScreening(machinery);
      case 'reviewers':
        tell.tell(
          `${machinery.counts.reviews} reviews are asked of ${machinery.reviewers.filter((r) => r.reviews).length} experts.`,
        );
        return;
      case 'review':
        return this.#tellReviews(machinery);
      case 'decision':
        tell.tell(`The panel puts forward ${(view.candidates ?? []).map((c) => c.name).join(', ')}.`);
        return;
    }
  }

  async #tellScreening({ counts }: NonNullable<SelectionView['machinery']>): Promise<void> {
    await this.#learnApplications();
    const { tell } = this.#around;
    tell.tell(`${counts.eligible} applications are eligible, ${counts.ineligible} not.`);
    for (const { code, name, progress } of this.#applications) {
      if (progress?.screening?.eligible === false)
        tell.tell(`  not ${code} (${name}): ${progress.screening.reasons.join(', ')}`);
      if (progress?.agreement === 'deemed')
        tell.tell(`  the manager of ${code} (${name}) stayed silent: deemed to agree`);
    }
  }

  /** Every review that the API acknowledged must be there once, whatever has died meanwhile. */
  async #tellReviews({ disagreements }: NonNullable<SelectionView['machinery']>): Promise<void> {
    const { inboxes, stream, tell } = this.#around;
    const { rounds } = await this.#ops<{ rounds: RoundView[] }>(`/api/rounds?owner=${stream}`);
    const reviews = rounds.filter((r) => r.purpose === 'review');
    const submitted = reviews.reduce((all, r) => all + (r.counts.submitted ?? 0), 0);
    if (submitted !== inboxes.reviews) {
      throw new DemoFailure(`${inboxes.reviews} reviews were acknowledged, but ${submitted} are there.`);
    }
    tell.tell(`All ${submitted} reviews that were acknowledged are there, none is lost and none is there twice.`);
    if (disagreements.length)
      tell.tell(`${disagreements.length} pairs of experts have discussed and may have moved; both versions are kept.`);
  }

  async #learnApplications(): Promise<void> {
    const { applications } = await this.#ops<{ applications: ApplicationLine[] }>(`${this.path}/applications`);
    this.#applications = applications;
  }

  async #learnRanking(): Promise<void> {
    const { ranking } = await this.#ops<Ranking>(`${this.path}/ranking`);
    this.#seated = ranking.filter((r) => r.seat === 'yes').map((r) => r.application);
  }

  async #prepareObjection(view: SelectionView): Promise<void> {
    const { initiatives, now } = this.#around;
    const [first] = view.candidates ?? [];
    const candidates = new Set(view.candidates?.map((c) => c.application));
    const loser = this.#applications.find(
      (a) => !candidates.has(a.code) && !a.withdrawn && a.progress?.screening?.eligible,
    );
    if (!first || !loser?.person) return;
    initiatives.object(now(), view.until!, loser.person, first.application, first.name ?? first.person);
  }

  #watchClock(view: SelectionView): void {
    if (view.clockStopped === this.#clockStopped) return;
    this.#clockStopped = view.clockStopped;
    if (view.clockStopped) return;
    const [objection] = view.machinery?.objections ?? [];
    const until = new Date(view.until ?? 0).toISOString().slice(0, 10);
    const handler = this.#name(objection?.handler ?? '');
    this.#around.tell.mark(`${handler} has ${objection?.state} the objection; the clock runs again, until ${until}.`);
  }

  /** Tells of reminders and escalations as they go out, and lets the late ones hear of them. */
  async #hearOfSilence(): Promise<void> {
    if (Date.now() < this.#hearAgain) return;
    this.#hearAgain = Date.now() + HEAR_AGAIN;
    for (const template of ['round.reminder', 'round.escalation'] as const) {
      const { notices } = await this.#ops<NoticePage>(`/api/notices?template=${template}&limit=200`);
      const fresh = notices.filter((n) => n.id > this.#noticedOf(template));
      if (!fresh.length) continue;
      this.#noticedBy.set(template, Math.max(...fresh.map((n) => n.id)));
      this.#tellSilence(template, fresh);
    }
  }

  /** Round to its title. */
  readonly #titles = new Map<string, string>();
  readonly #noticedBy = new Map<string, number>();
  #noticedOf(template: string): number {
    return this.#noticedBy.get(template) ?? 0;
  }

  #tellSilence(template: string, fresh: readonly NoticeLine[]): void {
    const { inboxes, now, tell } = this.#around;
    const names = [...new Set(fresh.map((n) => n.personName ?? n.person))];
    const titles = [...new Set(fresh.map((n) => this.#titles.get(n.stream) ?? 'a round'))];
    if (template === 'round.reminder') {
      this.reminders += fresh.length;
      tell.tell(`Reminder (${titles.join(', ')}) to ${listed(names)}.`);
      return;
    }
    this.escalations += fresh.length;
    tell.mark(`Still silent (${titles.join(', ')}): ${listed(names)} told, as the manager.`);
    for (const notice of fresh) inboxes.escalated(notice, now());
  }

  #killInMidReview(rounds: readonly RoundView[]): void {
    const review = rounds.find((r) => r.purpose === 'review');
    if (this.#killed || !review || (review.counts.submitted ?? 0) < review.tasks / 5) return;
    this.#killed = true;
    this.#around.kill();
  }

  #stuck(view: SelectionView): string {
    const waiting = view.machinery?.waiting.map((w) =>
      `${w.purpose ?? ''} ${w.people.join(' ')} ${w.what ?? ''}`.trim(),
    );
    return `The selection has not left the stage "${view.stage}" within its time; it waits for: ${waiting?.join('; ') || 'nothing'}.`;
  }

  #name(person: string): string {
    return this.#around.cast.people.get(person)?.name ?? person;
  }

  #ops<T>(path: string): Promise<T> {
    return this.#around.client.get<T>(this.#around.cast.operator, path);
  }
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}

function listed(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
}
