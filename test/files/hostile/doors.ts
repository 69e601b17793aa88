import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A place where a table comes in: how it is read (see reader-process.mjs), and one that is as it should be. */
export interface FileDoor {
  readonly door: string;
  readonly valid: string;
}

const SAMPLES = path.resolve('samples');
/** So many lines of a sample say all that it has to say. */
const LINES = 25;

const sample = (file: string) =>
  readFileSync(path.join(SAMPLES, file), 'utf8').split('\n').slice(0, LINES).join('\n').trimEnd();

const ATTENDANCE = 'employee_id,name,present\nE001,Theo Quinn,yes\nE002,董明哲,否\nE003,,';
const NEEDS = [
  'department,element_id,level,course_id,people,urgency,must,goal,problem',
  'D01,S.01,4,,E001|E002,1,true,Explains alone,',
  'D02,,,C-DATA,E007,2,false,读懂报表,Scrap',
].join('\n');
const BOUGHT = [
  'course_id,title,provider,duration_hours,form,tuition_usd,total_cost_usd,element_ids,skills,superseded',
  'NJ-1,Welding,State college,64,classroom,2200,2475.50,S.01|S.02,MIG | TIG,false',
].join('\n');
const PANEL = 'application,criterion,panel_score,factor\nA01,knowledge,7.50,1.0';

/** Every table that is read: by the API, the command line or the demonstration. */
export const FILE_DOORS: readonly FileDoor[] = [
  { door: 'attendance', valid: ATTENDANCE },
  { door: 'needs', valid: NEEDS },
  { door: 'quotes', valid: sample('training/quotes.csv') },
  { door: 'rooms', valid: sample('training/rooms.csv') },
  { door: 'courses', valid: sample('training/courses.csv') },
  { door: 'bought', valid: BOUGHT },
  { door: 'trainers', valid: sample('training/trainers.csv') },
  { door: 'ratings', valid: sample('organisation/ability_ratings.csv') },
  { door: 'self-ratings', valid: sample('organisation/self_ratings.csv') },
  { door: 'scores', valid: sample('judges/scores.csv') },
  { door: 'criteria', valid: sample('judges/criteria.csv') },
  { door: 'listed-courses', valid: BOUGHT },
  { door: 'employees', valid: sample('organisation/employees.csv') },
  ...['organisation/departments', 'organisation/absences', 'posts/posts', 'posts/post_elements', 'posts/elements'].map(
    (file) => ({ door: `data/${file}`, valid: sample(`${file}.csv`) }),
  ),
  { door: 'data/calendars/cn', valid: sample('calendars/cn.csv') },
  { door: 'judges/panel', valid: PANEL },
];
