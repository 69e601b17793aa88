import type { RoundEvent, TaskSpec } from '../../contracts/round.ts';
import type { Recorded } from '../../domain/process.ts';

interface Told {
  assignee: string;
  holders: string[];
  pending: boolean;
  submitted: boolean;
  vacant: boolean;
  revision: number;
  due: number;
  climbed: Set<number>;
  /** The rungs of which others have heard while the assignee was on leave. */
  told: Set<number>;
  /** Somebody has drafted or answered it. */
  touched: boolean;
  about: string | null;
  barred: Set<string>;
}

/**
 * What no round's ledger may ever break, told without the domain's own fold: the first sentence that is broken, or
 * null. Versions have no gap and time does not run back; a round opens once, first, and nothing follows its end; only
 * the holder of an open task drafts, submits, recuses, declines or delegates it; an answer's revision is the last one
 * plus one; only what is not open is reopened; nobody gets a task a second time by delegation; only a vacancy is
 * filled; only what is open lapses; a form is given once under its key, and to what nobody has begun; no rung is climbed twice
 * for a task that stays where and as it is; nothing is ever due earlier than it was; nobody hears of their own silence; nobody
 * who is barred gets a task; and a round that settles by itself has nothing open and nothing vacant, and counts its answers right.
 */
export function illegality(events: readonly Recorded[]): string | null {
  const round = new ToldRound();
  let at = 0;
  for (const [i, event] of events.entries()) {
    const e = event as Recorded & RoundEvent;
    const what = `event ${e.version} (${e.type})`;
    if (e.version !== i + 1) return `${what} comes ${i + 1}th.`;
    if (e.at < at) return `${what} is older than the one before.`;
    at = e.at;
    const why = round.hear(e);
    if (why) return `${what}: ${why}.`;
  }
  return null;
}

function set(task: Told, changed: Partial<Told>): null {
  Object.assign(task, changed);
  return null;
}

class ToldRound {
  readonly #tasks = new Map<string, Told>();
  readonly #forms = new Set<string>();
  readonly #barred = new Set<string>();
  #replaces = false;
  #phase: 'unopened' | 'open' | 'held' | 'settled' = 'unopened';

  /** Hears an event; returns why it cannot have happened, or null. */
  hear(e: Recorded & RoundEvent): string | null {
    if ((e.type === 'RoundOpened') !== (this.#phase === 'unopened')) return 'a round opens once, and first';
    if (this.#phase === 'settled') return 'nothing follows the end';
    switch (e.type) {
      case 'RoundOpened':
        this.#phase = 'open';
        this.#replaces = e.body.policy.replaces;
        for (const person of e.body.policy.barred ?? []) this.#barred.add(person);
        return null;
      case 'TasksAdded':
        return this.#each(e.body.tasks, (t) => this.#add(t));
      case 'TaskDrafted':
      case 'TaskSubmitted':
      case 'TaskRecused':
      case 'TaskDeclined':
      case 'TaskDelegated':
        return this.#byHolder(e);
      case 'TaskReopened': {
        const task = this.#tasks.get(e.body.task);
        if (!task || task.pending) return 'an open task is reopened';
        if (e.body.due < task.due) return 'a task is due earlier than it was';
        if (this.#bars(task, task.assignee)) return 'a task is reopened for somebody who is barred';
        Object.assign(task, {
          pending: true,
          submitted: false,
          vacant: false,
          due: e.body.due,
          climbed: new Set(),
          told: new Set(),
        });
        return null;
      }
      case 'TaskTakenBack': {
        const task = this.#tasks.get(e.body.task);
        if (!task?.submitted) return 'an answer is taken back that was not given';
        if (task.assignee !== e.actor) return `the answer is that of ${task.assignee}, not of ${e.actor}`;
        if (this.#bars(task, task.assignee)) return 'somebody who is barred takes an answer back';
        return set(task, { pending: true, submitted: false });
      }
      case 'TasksReminded':
        if (this.#phase !== 'open') return 'nobody is reminded while the clock stands';
        return this.#pending(e.body.tasks, () => null);
      case 'TasksReassigned':
        return this.#pending(e.body.tasks, (task) => {
          if (task.assignee === e.body.to) return 'the task is with that person already';
          return this.#hand(task, e.body.to);
        });
      case 'TasksExtended':
        return this.#pending(e.body.tasks, (task) =>
          e.body.due <= task.due
            ? 'more time makes a task due earlier'
            : set(task, { due: e.body.due, climbed: new Set(), told: new Set() }),
        );
      case 'TasksWithdrawn':
        return this.#pending(e.body.tasks, (task) => set(task, { pending: false }));
      case 'TasksLapsed':
        if (this.#phase !== 'open') return 'silence has no meaning while the clock stands';
        return this.#pending(e.body.tasks, (task) => {
          task.pending = false;
          task.vacant = e.body.means === 'replace' && this.#replaces;
          return null;
        });
      case 'VacancyFilled': {
        const task = this.#tasks.get(e.body.task);
        if (!task?.vacant) return 'the task is not vacant';
        task.vacant = false;
        return null;
      }
      case 'TasksReformed':
        if (this.#forms.has(e.body.key)) return 'a form changes under its key';
        this.#forms.add(e.body.key);
        return this.#pending(e.body.tasks, (task) => (task.touched ? 'a task that was begun gets another form' : null));
      case 'RoundHandedOver':
        return null;
      case 'PeopleBarred': {
        const { people, about } = e.body;
        if (about === 'all') for (const person of people) this.#barred.add(person);
        else
          for (const task of this.#tasks.values())
            if (task.about !== null && about.includes(task.about)) for (const person of people) task.barred.add(person);
        return null;
      }
      case 'RemindersSent':
        if (this.#phase !== 'open') return 'nobody is reminded while the clock stands';
        return (
          this.#each(e.body.sent, ({ person, tasks }) => this.#each(tasks, (t) => this.#remind(person, t))) ??
          this.#each(e.body.apart, ({ task: id, rung }) =>
            this.#pending([id], (task) => {
              if (task.climbed.has(rung) || task.told.has(rung)) return 'others hear twice of one rung';
              task.told.add(rung);
              return null;
            }),
          ) ??
          this.#each(e.body.escalated, ({ to, tasks }) =>
            this.#pending(tasks, (task) => (task.assignee === to ? 'somebody hears of their own silence' : null)),
          )
        );
      case 'RoundHeld':
        if (this.#phase !== 'open') return 'it is not open';
        this.#phase = 'held';
        return null;
      case 'RoundReleased':
        if (this.#phase !== 'held') return 'it is not on hold';
        this.#phase = 'open';
        return this.#each([...this.#tasks.values()], (task) => {
          const later = e.body.moved.filter((m) => m.due === task.due).map((m) => m.becomes);
          return later.length && task.pending ? set(task, { due: Math.min(...later) }) : null;
        });
      case 'RoundSettled':
        return this.#settle(e.body);
    }
  }

  #settle({ how, answers }: { how: string; answers: number }): string | null {
    this.#phase = 'settled';
    const tasks = [...this.#tasks.values()];
    if (tasks.some((t) => t.pending)) return 'a task is open';
    if (how === 'answered' && tasks.some((t) => t.vacant)) return 'a task is vacant';
    const there = tasks.filter((t) => t.submitted).length;
    return answers === there ? null : `${answers} answers are told of, ${there} are there`;
  }

  #remind(person: string, { task: id, rung }: { readonly task: string; readonly rung: number }): string | null {
    return this.#pending([id], (task) => {
      if (task.assignee !== person) return 'somebody is reminded of a task of another';
      if (task.climbed.has(rung)) return 'a rung is climbed twice';
      task.climbed.add(rung);
      return null;
    });
  }

  #add({ id, assignee, due, about, barred = [] }: TaskSpec & { readonly due: number }): string | null {
    if (this.#tasks.has(id)) return `task ${id} is added twice`;
    const fresh = { pending: true, submitted: false, vacant: false, revision: 0, touched: false };
    const task = {
      assignee,
      holders: [assignee],
      due,
      climbed: new Set<number>(),
      told: new Set<number>(),
      about,
      barred: new Set(barred),
    };
    this.#tasks.set(id, { ...task, ...fresh });
    return this.#bars({ barred: task.barred }, assignee) ? `task ${id} comes to ${assignee}, who is barred` : null;
  }

  #bars({ barred }: Pick<Told, 'barred'>, person: string): boolean {
    return this.#barred.has(person) || barred.has(person);
  }

  #byHolder(e: Recorded & Extract<RoundEvent, { body: { task: string } }>): string | null {
    const task = this.#tasks.get(e.body.task);
    if (!task?.pending) return 'the task is not open';
    if (task.assignee !== e.actor) return `the task is with ${task.assignee}, not with ${e.actor}`;
    if (e.type === 'TaskDrafted') return set(task, { touched: true });
    if (e.type === 'TaskDelegated') {
      if (task.holders.includes(e.body.to)) return 'that person has had the task before';
      return this.#hand(task, e.body.to);
    }
    task.pending = false;
    if (e.type === 'TaskSubmitted') {
      if (e.body.revision !== ++task.revision) return `revision ${e.body.revision} comes ${task.revision}th`;
      Object.assign(task, { submitted: true, touched: true });
    } else task.vacant = this.#replaces;
    return null;
  }

  #hand(task: Told, to: string): string | null {
    if (this.#bars(task, to)) return `a task comes to ${to}, who is barred`;
    task.assignee = to;
    task.holders.push(to);
    task.climbed = new Set();
    task.told = new Set();
    return null;
  }

  #pending(scope: 'all' | readonly string[], hear: (task: Told) => string | null): string | null {
    if (scope === 'all')
      return this.#each(
        [...this.#tasks.values()].filter((t) => t.pending),
        hear,
      );
    return this.#each(scope, (id) => {
      const task = this.#tasks.get(id);
      return task?.pending ? hear(task) : `task ${id} is not open`;
    });
  }

  #each<T>(items: readonly T[], hear: (item: T) => string | null): string | null {
    for (const item of items) {
      const why = hear(item);
      if (why) return why;
    }
    return null;
  }
}
