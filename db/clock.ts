import type { Instant } from '../contracts/ids.ts';
import type { Pool } from './connection.ts';
import { float, instant } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

export type ClockFigures = Pick<Clock, 'realOrigin' | 'procedureOrigin' | 'scale'>;

/**
 * Procedure time. It is the machine's time, unless the installation was set up with a visible time scale, as the
 * demonstration is: then `scale` procedure milliseconds pass in each real one, counted from a pair of origins.
 */
export class Clock {
  readonly realOrigin: Instant;
  readonly procedureOrigin: Instant;
  readonly scale: number;

  constructor(realOrigin: Instant = 0, procedureOrigin: Instant = 0, scale = 1) {
    this.realOrigin = realOrigin;
    this.procedureOrigin = procedureOrigin;
    this.scale = scale;
  }

  /** The same clock once more, from its figures, which are all that travels between threads. */
  static of({ realOrigin, procedureOrigin, scale }: ClockFigures): Clock {
    return new Clock(realOrigin, procedureOrigin, scale);
  }

  toProcedure(real: number): Instant {
    return Math.round(this.procedureOrigin + (real - this.realOrigin) * this.scale);
  }

  /** The first real millisecond at which procedure time has reached the instant. */
  toReal(procedure: Instant): number {
    return Math.ceil(this.realOrigin + (procedure - this.procedureOrigin) / this.scale);
  }

  /** A clock that goes on from where this one stands at a real instant, as fast as clocks go. */
  slowed(real: number): Clock {
    return new Clock(real, this.toProcedure(real));
  }

  /** Procedure time by this machine's clock: for views, never for decisions. */
  now(): Instant {
    return this.toProcedure(Date.now());
  }
}

const read = statement('read-clock', {}, (db) =>
  db.selectFrom('clock').select(['real_origin', 'procedure_origin', 'scale']),
);
const begun = statement('ledger-begun', {}, (db) => db.selectFrom('ledger').select('version').limit(1));
const set = statement('set-clock', { real_origin: instant, procedure_origin: instant, scale: float }, (db, figures) =>
  db
    .insertInto('clock')
    .values(figures)
    .onConflict((met) => met.column('one').doUpdateSet(figures)),
);

export async function readClock(pool: Pool): Promise<Clock> {
  const row = await read.first(pool);
  return row ? new Clock(row.real_origin, row.procedure_origin, row.scale) : new Clock();
}

/**
 * Sets the time scale of an installation. One that has events already keeps its clock, or gets one that goes on from where
 * the old one stands: no process may run meanwhile, since each reads the clock once.
 * @throws Error when procedure time would jump
 */
export async function setClock(pool: Pool, clock: Clock): Promise<void> {
  if (await begun.first(pool)) {
    const standing = (await readClock(pool)).toProcedure(clock.realOrigin);
    if (standing !== clock.procedureOrigin) {
      throw new Error(
        'This installation has events already; its procedure time can go on at another pace, but not jump.',
      );
    }
  }
  await set.run(pool, {
    real_origin: clock.realOrigin,
    procedure_origin: clock.procedureOrigin,
    scale: clock.scale,
  });
}
