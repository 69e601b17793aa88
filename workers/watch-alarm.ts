import { transaction } from '../db/connection.ts';
import { digestOf } from '../db/hash.ts';
import { hintOutbox, type OutboxRow, putOutbox } from '../db/outbox/put.ts';
import type { Watched } from '../engine/watchman.ts';
import type { Tools } from './service.ts';

const WHAT = { en: 'Time does not act in a procedure', 'zh-CN': '某个流程的时间停止推进' };
const MEND = {
  en: "Read the engine's log for this procedure; people can act in it all the same, and time is tried again every few minutes.",
  'zh-CN': '请查看引擎日志中有关该流程的记录；人员仍可继续操作，系统每隔几分钟会重试。',
};

/** Tells operations by mail of procedures in which time fails, once a day for each cause, and logs what came back by itself. */
export function alarmWatched({ environment, pool, clock, log }: Tools): (found: Watched) => Promise<void> {
  return async ({ lost, late, troubled }) => {
    if (lost.length || late.length) log.warn({ lost: lost.length, late: late.length }, 'Procedures were asked to look');
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const rows: OutboxRow[] = troubled.flatMap(({ stream, trouble }) =>
      environment.ROSTRUM_OPERATIONS.map((person) => ({
        key: `trouble:${stream}:${person}:${today}:${digestOf(trouble).slice(0, 16)}`,
        stream,
        person,
        template: 'operations.alarm',
        about: { what: WHAT, where: `${stream}: ${trouble}`.slice(0, 400), mend: MEND },
        notBefore: clock.now(),
        whileOpen: null,
      })),
    );
    if (!rows.length) return;
    await transaction(pool, (connection) => putOutbox(connection, rows));
    await hintOutbox(pool);
  };
}
