import type { StreamId } from '../../contracts/ids.ts';
import type { CycleView, NeedsView, PlanView, SourcingView } from '../../contracts/views/cycle.ts';
import type { OfferingLine } from '../../contracts/views/offering.ts';
import type { RoundView } from '../../contracts/views/round.ts';
import { type Client, Refused } from '../client.ts';
import { DemoFailure } from '../failure.ts';
import type { Narrator } from '../narrator.ts';
import type { YearKnown, YearScript } from './behaviour.ts';
import { Desks } from './desks.ts';

const DAY = 86_400_000;
const LOOK_AGAIN = 250;

export interface YearAround {
  readonly client: Client;
  readonly operator: string;
  readonly script: YearScript;
  readonly tell: Narrator;
  readonly stream: StreamId;
  readonly ratings: YearKnown['ratings'];
  readonly elements: YearKnown['elements'];
  /** Procedure time. */
  readonly now: () => number;
  readonly daysPerSecond: number;
}

const HEADLINES: Readonly<Record<Exclude<CycleView['stage'], 'closed'>, string>> = {
  mobilisation: 'Mobilisation: every department is told what is asked of it, why and by when',
  ratings: 'Ratings: direct supervisors compare their people with the ability model of the post',
  talks: 'Talks: supervisor and employee agree on a development plan, and both sign',
  needs: 'Needs: heads of departments confirm, rank and add what their people need',
  summary: 'Summary: needs for the same are put together across departments',
  sourcing: 'Sourcing: internal trainer, outside provider, coaching, or none, each with its reason',
  compiling: 'Compiling: dates, rooms, trainers, seats and money become a plan',
  commitments: 'Commitments: leaders commit the money, the time and the rooms it rests on',
  approval: 'Approval: heads of departments, then top management, then HR',
  execution: 'Execution: strictly as approved',
  effect: 'Effect: what was promised beside what was measured',
  feedback: 'Feedback: findings become proposals for the next cycle',
};

/** Lives through a training-plan cycle: looks at it again and again, and lets people do what they would do. */
export class Year {
  readonly #around: YearAround;
  readonly #desks: Desks;
  #stage: CycleView['stage'] | '' = '';
  #stageUntil = 0;
  #proposed = new Map<string, string[]>();
  #offerings: readonly string[] = [];
  #amended = false;
  readonly #deeds = new Set<string>();
  #steering = false;
  #wrong: Error | undefined;

  constructor(around: YearAround) {
    this.#around = around;
    this.#desks = new Desks(around.client, around.operator, around.script, around.tell);
  }

  get path(): string {
    return `/api/cycles/${this.#around.stream}`;
  }

  get answered(): ReadonlyMap<string, number> {
    return this.#desks.answered;
  }

  async toTheEnd(): Promise<CycleView> {
    for (;;) {
      const [view, { rounds }] = await Promise.all([
        this.#ops<CycleView>(this.path),
        this.#ops<{ rounds: RoundView[] }>('/api/rounds?state=open'),
      ]);
      if (view.stage !== this.#stage) await this.#enter(view);
      if (view.closed) return view;
      const { ratings, elements, now } = this.#around;
      const mine = rounds.filter((r) => r.purpose.startsWith('cycle-') || r.purpose.startsWith('offering-'));
      await this.#desks.tick(mine, now(), { ratings, elements, proposed: this.#proposed, offerings: this.#offerings });
      if (view.stage === 'compiling' && this.#desks.returned && !this.#amended) await this.#amend();
      if (view.stage === 'execution') this.#steerBeside();
      if (this.#wrong) throw this.#wrong;
      if (Date.now() > this.#stageUntil) throw new DemoFailure(this.#stuck(view));
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  async #enter(view: CycleView): Promise<void> {
    const { tell, daysPerSecond, now } = this.#around;
    await this.#leave(view);
    this.#stage = view.stage;
    const planned = Math.max((view.until ?? now()) - now(), 20 * DAY);
    this.#stageUntil = Date.now() + 40_000 + (2 * planned * 1000) / DAY / daysPerSecond;
    if (view.stage === 'closed') return;
    tell.stage(HEADLINES[view.stage]);
    if (view.stage === 'needs') await this.#learnNeeds();
    if (view.stage === 'commitments' || view.stage === 'approval') await this.#learnPlan();
  }

  /** Says what came of the stage that is left. */
  async #leave(view: CycleView): Promise<void> {
    const { tell } = this.#around;
    const { machinery, returns } = view;
    const count = (purpose: string) => this.answered.get(`cycle-${purpose}`) ?? 0;
    if (this.#stage === 'mobilisation') {
      const silent = view.departments.filter((d) => d.mobilised === 'silent').map((d) => d.department);
      tell.tell(`${view.departments.length - silent.length} departments take part.`);
      if (silent.length) tell.mark(`Nothing was heard from ${silent.join(', ')}; the cycle goes on and remembers it.`);
    }
    if (this.#stage === 'ratings' && machinery?.ratings) {
      const { rated, missing } = machinery.ratings;
      tell.tell(
        `${count('ratings')} people were rated: ${rated} levels are known, ${missing} are missing and stay so.`,
      );
    }
    if (this.#stage === 'talks') tell.tell(`${count('talks')} plans were agreed, ${count('signatures')} answers came.`);
    if (this.#stage === 'needs') {
      tell.tell(`${returns.needs} departments have needs, ${returns.nil} returned nil with a reason.`);
      if (returns.silent) tell.mark(`${returns.silent} department stayed silent, which is not the same as nil.`);
    }
    if (this.#stage === 'summary' && machinery) tell.tell(`The needs make ${machinery.merged} merged ones.`);
    if (this.#stage === 'sourcing' && machinery) {
      const sources = Object.entries(machinery.sources).map(([source, n]) => `${source} ${n}`);
      tell.tell(`Sources: ${sources.join(', ')}.`);
    }
    if (this.#stage === 'approval' && view.stage === 'compiling') {
      tell.mark('Top management returns the plan; only the offering that it is about is open again.');
    }
    if (this.#stage === 'execution') this.#tellDelivery();
    if (this.#stage === 'approval' && view.stage === 'execution') {
      tell.good(`Approved and frozen. Hash of the plan: ${view.plan?.digest}`);
    }
  }

  #tellDelivery(): void {
    const count = (purpose: string) => this.answered.get(`offering-${purpose}`) ?? 0;
    this.#around.tell.tell(
      `${count('seats')} seats were answered, ${count('support')} goals agreed before, ${count('attendance')} courses held, ` +
        `${count('reaction')} said how it was, ${count('transfer')} reports of transfer, ${count('coaching')} coachings.`,
    );
    const late = [...this.#desks.late.values()].reduce((sum, n) => sum + n, 0);
    if (late) this.#around.tell.tell(`${late} answers came too late to count; the rounds went on without them.`);
  }

  async #learnNeeds(): Promise<void> {
    const { needs } = await this.#ops<NeedsView>(`${this.path}/needs`);
    this.#proposed = new Map();
    for (const { department, need, state } of needs) {
      if (state === 'proposed') this.#proposed.set(department, [...(this.#proposed.get(department) ?? []), need]);
    }
    const total = needs.filter((n) => n.state === 'proposed').length;
    this.#around.tell.tell(`The ratings have found ${total} needs; the heads are asked about them.`);
  }

  async #learnPlan(): Promise<void> {
    const { plan, version } = await this.#ops<PlanView>(`${this.path}/plan`);
    this.#offerings = plan.offerings.map((o) => o.id);
    const people = plan.offerings.reduce((sum, o) => sum + o.participants.length, 0);
    this.#around.tell.tell(
      `Version ${version}: ${plan.offerings.length} offerings, ${people} places, ${plan.cuts.length} cuts with their reason.`,
    );
  }

  /** The plan came back: what it was about is moved two weeks on, and nothing else. */
  async #amend(): Promise<void> {
    this.#amended = true;
    const [offering] = this.#offerings;
    const { plan } = await this.#ops<PlanView>(`${this.path}/plan`);
    const line = plan.offerings.find((o) => o.id === offering);
    if (!line) return;
    const moved = await this.#firstAccepted(line.days, (days) =>
      this.#send('amendOffering', { offering, days, reason: 'Not in the weeks of the annual accounts.' }),
    );
    this.#around.tell.tell(
      `${offering} is held to ${moved?.[0] ?? line.days[0]}; the plan is compiled again around it.`,
    );
  }

  /** Operations steer while everybody else goes on answering. */
  #steerBeside(): void {
    if (this.#steering || this.#deeds.size === 2) return;
    this.#steering = true;
    this.#steer()
      .catch((error: Error) => {
        this.#wrong = error;
      })
      .finally(() => {
        this.#steering = false;
      });
  }

  /** A course moves, a trainer falls ill, somebody asks for a change: each by request, and one in an emergency. */
  async #steer(): Promise<void> {
    const { offerings } = await this.#ops<{ offerings: OfferingLine[] }>(`/api/offerings?cycle=${this.#around.stream}`);
    const ahead = offerings.filter((o) => ['planned', 'invitation'].includes(o.stage) && o.from > this.#day(6));
    ahead.sort((a, b) => (a.from < b.from ? -1 : 1));
    if (!this.#deeds.has('move')) await this.#move(ahead.toReversed());
    if (!this.#deeds.has('ill')) await this.#fallIll(ahead.filter((o) => o.trainer));
  }

  /** The day that is so many days ahead. */
  #day(ahead: number): string {
    return new Date(this.#around.now() + ahead * DAY).toISOString().slice(0, 10);
  }

  /** Moves the latest course that the limits let move. */
  async #move(ahead: readonly OfferingLine[]): Promise<void> {
    const { lines } = await this.#ops<PlanView>(`${this.path}/plan`);
    for (const { offering } of ahead) {
      const line = lines.find((l) => l.planned.id === offering)?.planned;
      if (!line) continue;
      const moved = await this.#firstAccepted(line.days, (days) =>
        this.#send('requestChange', {
          change: { kind: 'move', offering, days, room: line.room },
          reason: 'The line stands still in that week.',
        }),
      );
      if (!moved) continue;
      this.#deeds.add('move');
      this.#around.tell.mark(`A change request moves ${offering} from ${line.days[0]} to ${moved[0]}.`);
      return;
    }
  }

  async #fallIll(taught: readonly OfferingLine[]): Promise<void> {
    const { lines } = await this.#ops<PlanView>(`${this.path}/plan`);
    const { trainers } = await this.#ops<SourcingView>(`${this.path}/sourcing`);
    const { client, operator, tell } = this.#around;
    for (const { offering, trainer, trainerName } of taught) {
      const line = lines.find((l) => l.planned.id === offering)?.planned;
      for (const t of trainers.filter((t) => t.person !== trainer && t.courses.includes(line?.course ?? ''))) {
        if (!line || !trainer) continue;
        const { person, name, courses, hours } = t;
        await this.#send('setTrainers', { trainers: [{ person, courses, hours: hours + line.hours }] });
        const change = { kind: 'trainer', offering, trainer: person };
        const reason = 'The trainer has fallen ill.';
        if (!(await this.#tried(() => this.#send('requestChange', { change, emergency: true, reason })))) continue;
        this.#deeds.add('ill');
        const absence = { person: trainer, from: this.#day(0), to: this.#day(60), kind: 'sick_leave' };
        await client.post(operator, '/api/organisation/recordAbsence', absence);
        tell.mark(`${trainerName ?? trainer}, who was to teach ${offering}, has fallen ill.`);
        tell.mark(`Emergency change: ${name ?? person} teaches ${offering} instead; it is settled afterwards.`);
        return;
      }
    }
  }

  /** Moves days on by a week, two, three … until the limits allow it; null when they never do. */
  async #firstAccepted(days: readonly string[], send: (days: string[]) => Promise<void>): Promise<string[] | null> {
    for (let weeks = 1; weeks <= 4; weeks++) {
      const later = days.map((d) => new Date(Date.parse(d) + weeks * 7 * DAY).toISOString().slice(0, 10));
      if (await this.#tried(() => send(later))) return later;
    }
    return null;
  }

  async #tried(deed: () => Promise<void>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      if (error instanceof Refused && [409, 422].includes(error.status)) return false;
      throw error;
    }
  }

  async #send(type: string, body: object): Promise<void> {
    await this.#around.client.post(this.#around.operator, `${this.path}/${type}`, body);
  }

  #ops<T>(path: string): Promise<T> {
    return this.#around.client.get<T>(this.#around.operator, path);
  }

  #stuck(view: CycleView): string {
    const waiting = view.machinery?.waiting.map((w) => w.what ?? `${w.purpose}: ${w.people.join(', ')}`);
    return `The cycle has not left the stage "${view.stage}" within its time; it waits for: ${waiting?.join('; ') || 'nothing'}.`;
  }
}
