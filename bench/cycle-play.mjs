// What people do in a cycle, over HTTP, and what the tables say about how far it has come.
import { postAs, until } from './client.mjs';
import { bearerOf, OPERATOR } from './company.mjs';
import { quantile, submitAll } from './load.mjs';

const PROBE = 'probe';
const PROBES = 2000;
/** Whoever has seen a part of a cycle reads it for so long before looking again. */
const LOOK_PAUSE_MS = 200;
const both = (text) => ({ en: text, 'zh-CN': text });

/** One cycle on a running stack. */
export class CyclePlay {
  constructor({ origin, watch }, id, concurrency) {
    this.origin = origin;
    this.watch = watch;
    this.id = id;
    this.concurrency = concurrency;
    this.probed = 0;
  }

  get stream() {
    return `cycle:${this.id}`;
  }

  get path() {
    return `${this.origin}/api/cycles/${this.id}`;
  }

  /** Sends a command to the cycle as operations. */
  say(type, body, person = OPERATOR) {
    return postAs(person, `${this.path}/${type}`, body);
  }

  finish(stage) {
    return this.say('finishStage', { stage, reason: 'The benchmark goes on.' });
  }

  async stage() {
    const [row] = await this.watch.rows('select stage from stream where id = $1', [this.stream]);
    return row?.stage;
  }

  /** How many events of some types, named with commas, the cycle's ledger holds. */
  eventsOf(types) {
    const text = 'select count(*)::int from ledger where stream = $1 and type = any($2)';
    return this.watch.one(text, [this.stream, types.split(', ')]);
  }

  async bodiesOf(type) {
    const text = 'select body from ledger where stream = $1 and type = $2 order by version';
    return (await this.watch.rows(text, [this.stream, type])).map((r) => JSON.parse(r.body));
  }

  /** Waits for an event; milliseconds since `from`. */
  async untilEvent(types, from, { least = 1, withinMs = 300_000 } = {}) {
    await until(async () => (await this.eventsOf(types)) >= least, `${types} of ${this.stream}`, {
      everyMs: 5,
      withinMs,
    });
    return performance.now() - from;
  }

  async untilStage(stage) {
    await until(async () => (await this.stage()) === stage, `the stage ${stage}`, { everyMs: 5, withinMs: 300_000 });
  }

  /** Waits until a round of the cycle asks at least so many; milliseconds since `from`. */
  async untilAsked(round, least, from = performance.now()) {
    const text = 'select count(*)::int from task where round = $1';
    const asked = async () => (await this.watch.one(text, [this.round(round)])) >= least;
    await until(asked, `${least} tasks of ${round}`, { everyMs: 5, withinMs: 300_000 });
    return performance.now() - from;
  }

  round(name) {
    return `round:cycle.${this.id}.${name}`;
  }

  async open(round) {
    const text = `select id, assignee, about from task where round = $1 and state in ('open', 'drafted') order by id`;
    return this.watch.rows(text, [this.round(round)]);
  }

  /** Everybody who is asked in a round answers, so many at a time; `answerOf`: task -> answer. */
  async answer(round, answerOf) {
    const tasks = await this.open(round);
    const name = this.round(round).slice('round:'.length);
    const { seconds, waits } = await submitAll(
      this.origin,
      tasks,
      (task) => ({
        path: `/api/rounds/${name}/tasks/${encodeURIComponent(task.id)}/submit`,
        headers: { authorization: bearerOf(task.assignee) },
        body: { answer: answerOf(task) },
      }),
      this.concurrency,
    );
    return { answers: tasks.length, seconds, waits, at: performance.now() };
  }

  /** Milliseconds of one look at the cycle, or at a part of it, as operations, the answer read to its end. */
  async look(part = '') {
    const began = performance.now();
    const response = await fetch(`${this.path}${part}`, { headers: { authorization: bearerOf(OPERATOR) } });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`GET ${this.path}${part} was answered ${response.status}: ${bytes}`);
    return performance.now() - began;
  }

  /** Somebody for each part looks at it again and again until `over` settles; returns what each look took, in milliseconds. */
  async looksWhile(over, parts) {
    let going = true;
    const done = over.finally(() => {
      going = false;
    });
    const waits = [];
    const person = async (part) => {
      while (going) {
        waits.push(await this.look(part));
        await new Promise((resolve) => setTimeout(resolve, LOOK_PAUSE_MS));
      }
    };
    await Promise.all(parts.map(person));
    return { found: await done, waits };
  }

  /** So many looks, one after the other: the first one apart, which may find a ledger that has gone on. */
  async looks(most = 50) {
    const first = await this.look();
    const waits = [];
    for (let i = 0; i < most; i++) waits.push(await this.look());
    const round = (ms) => +ms.toFixed(1);
    return { first_ms: round(first), p50_ms: round(quantile(waits, 0.5)), p95_ms: round(quantile(waits, 0.95)) };
  }

  /** A round of its own, to see whether others are served while the cycle works. */
  openProbe() {
    const spec = {
      purpose: 'probe',
      title: both('Probe'),
      form: { fields: [{ key: 'score', label: both('Score'), kind: 'score', min: 1, max: 10, step: 1 }] },
      policy: { settles: 'closed' },
      due: Date.now() + 7 * 86_400_000,
    };
    const tasks = Array.from({ length: PROBES }, (_, i) => ({ id: `t${i}`, assignee: OPERATOR }));
    return postAs(OPERATOR, `${this.origin}/api/rounds`, { id: PROBE, spec, tasks });
  }

  /** Answers one task after the other there until `over` settles; returns what each answer took, in milliseconds. */
  async probeWhile(over) {
    let going = true;
    const done = over.finally(() => {
      going = false;
    });
    const waits = [];
    while (going && this.probed < PROBES) {
      const began = performance.now();
      await postAs(OPERATOR, `${this.origin}/api/rounds/${PROBE}/tasks/t${this.probed++}/submit`, {
        answer: { score: 5 },
      });
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { found: await done, waits };
  }
}
