import type { ProcessType } from '../../contracts/ids.ts';
import { DAY, OPS, START } from '../domain/cycle/run.ts';

export { DAY, OPS, START };
export const KIND = 'testDrive' as ProcessType;
export const DRIVERS = ['D2-2', 'D2-3', 'D2-4'];

const label = (en: string) => ({ en, 'zh-CN': en });

/** Terms of a test drive; parts can be said otherwise. */
export const driveTerms = (other: object = {}) => ({
  title: label('Electric vans'),
  company: label('Rostrum Works'),
  ...{ timeZone: 'Asia/Shanghai', calendar: 'CN' },
  timetable: { trying: '10bd', deciding: '5bd', telling: '5bd' },
  ...{ drivers: DRIVERS, decider: 'D1-1' },
  ...other,
});
