import * as fc from 'fast-check';
import type { StreamId } from '../../../contracts/ids.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';

const HOUR = 3_600_000;
const reason = 'For a reason.';
export const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/Chicago'];

/** Every third person works in another zone. */
export function scattered(organisation: OrganisationState): OrganisationState {
  const people = [...organisation.people].map(([id, person], i) => {
    return [id, { ...person, timeZone: ZONES[i % ZONES.length]! }] as const;
  });
  return { ...organisation, people: new Map(people) };
}

export interface Run {
  readonly memory: Memory;
  answer(): boolean | Promise<boolean>;
}

export interface Pause {
  readonly step: number;
  readonly hours: number;
}

/** People answer, or do not, and time passes; at some steps the procedure stands still for some hours. */
export async function lived(
  run: Run,
  id: StreamId,
  steps: number,
  pauses: readonly Pause[],
  actor: string,
): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const pause = pauses.find((p) => p.step === step);
    if (pause && run.memory.send(id, 'pause', { reason }, actor) === null) {
      await run.memory.until(run.memory.now + pause.hours * HOUR + 44 * 60_000);
      run.memory.send(id, 'resume', { reason }, actor);
      await run.memory.work();
    }
    if (!(await run.answer()) && !(await run.memory.sleep())) return;
  }
}

export const pauses = fc.array(fc.record({ step: fc.nat(60), hours: fc.integer({ min: 0, max: 400 }) }), {
  maxLength: 3,
});
/** Whoever is silent: of so many people every one. */
export const silence = fc.integer({ min: 2, max: 9 });

/** Whoever has such a number says nothing. */
const isSilent = (person: string, every: number) =>
  (Number(person.slice(1, 2)) * 7 + Number(person.slice(3))) % every === 0;

/** The habits with silence in them. */
export function some<H extends object>(habits: H, every: number): H {
  const entries = Object.entries(habits).map(([purpose, habit]) => {
    const kept = habit as (task: { assignee: string }, ...rest: unknown[]) => unknown;
    const says = (task: { assignee: string }, ...rest: unknown[]) =>
      isSilent(task.assignee, every) ? null : kept(task, ...rest);
    return [purpose, says];
  });
  return Object.fromEntries(entries) as H;
}
