import { ORGANISATION } from '../contracts/ids.ts';
import { MEND_TIME } from '../contracts/trouble.ts';
import { digestOf } from '../db/hash.ts';
import { tellOperations } from '../db/outbox/alarm.ts';
import type { Watched } from '../engine/watchman.ts';
import type { Tools } from './service.ts';

const TIME = {
  what: { en: 'Time does not act in a procedure', 'zh-CN': '某个流程的时间停止推进' },
  mend: MEND_TIME,
};
const WORK = {
  what: { en: 'A procedure waits for slow work', 'zh-CN': '某个流程在等待后台计算' },
  mend: {
    en: "See that the work worker runs, and read its log and the engine's for this procedure; it is tried again every minute.",
    'zh-CN': '请确认 work 工作进程正在运行，并查看它和引擎日志中有关该流程的记录；系统每分钟会重试。',
  },
};

const STUCK = {
  what: { en: 'A procedure does not go on', 'zh-CN': '某个流程没有继续推进' },
  mend: {
    en: "See that Temporal and the engine run, and read the engine's log for this procedure; rostrum doctor lists all that stand still.",
    'zh-CN': '请确认 Temporal 和引擎正在运行，并查看引擎日志中有关该流程的记录；rostrum doctor 会列出所有停滞的流程。',
  },
};
/** More that stand still at the same time have one cause, and make one letter. */
const MOST_LETTERS = 5;

/** What operations are told of what stands still: the same on one day, whatever joins or goes on. */
function stuckAlarms(stuck: Watched['stuck']) {
  if (stuck.length <= MOST_LETTERS)
    return stuck.map((stream) => ({ ...STUCK, name: 'stuck', stream, cause: '', where: null }));
  const where = `${stuck.length}: ${stuck.slice(0, MOST_LETTERS).join(', ')}, ...`;
  return [{ ...STUCK, name: 'stuck-many', stream: ORGANISATION, cause: '', where }];
}

/**
 * Tells operations by mail of procedures that stand still at two watches, in which time fails, or for which slow work does
 * not come in, once a day for each cause, and logs what came back by itself.
 */
export function alarmWatched({ pool, keys, clock, log }: Tools): (found: Watched) => Promise<void> {
  return async ({ lost, late, troubled, stalled, stuck }) => {
    if (lost.length || late.length) log.warn({ lost: lost.length, late: late.length }, 'Procedures were asked to look');
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const alarms = [
      ...stuckAlarms(stuck),
      ...troubled.map(({ stream, trouble }) => ({ ...TIME, name: 'trouble', stream, cause: trouble, where: null })),
      ...stalled.map(({ stream, work }) => ({ ...WORK, name: 'work', stream, cause: work, where: null })),
    ].map(({ name, stream, cause, where, what, mend }) => ({
      ...{ stream, what, mend },
      name: `${name}:${stream}:${today}:${digestOf(cause).slice(0, 16)}`,
      where: where ?? (cause ? `${stream}: ${cause}` : stream),
    }));
    await tellOperations({ pool, keys }, alarms, clock.now());
  };
}
