import type { Label } from '../../contracts/form.ts';
import type { HeldTask } from '../../db/views/desk.ts';

/**
 * What rounds are for whose assignees know whom they are asked about, as the round says it. In all others the name is left
 * out, whatever the task holds: a review may be blind.
 */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'agreement',
  'cycle-ratings',
  'cycle-talks',
  'offering-support',
  'offering-test',
  'offering-transfer',
  'offering-coaching',
]);

const OF_DEPARTMENTS: ReadonlySet<string> = new Set(['cycle-mobilisation', 'cycle-needs', 'cycle-approval']);

type Held = Pick<HeldTask, 'purpose' | 'title' | 'about' | 'aboutPerson' | 'aboutName' | 'department'>;

/** Whom a task is about, where its assignee knows; null: nobody, or they are not to know. */
export function personOf({ purpose, aboutPerson, aboutName }: Held): { id: string; name: string | null } | null {
  return aboutPerson !== null && OF_PEOPLE.has(purpose) ? { id: aboutPerson, name: aboutName } : null;
}

/** The department that a task is about; null: it is about something else. */
export function departmentOf({ purpose, department }: Held): Label | null {
  return OF_DEPARTMENTS.has(purpose) ? department : null;
}

/** What a task is about, for people: a name, a department, a number; the title of its round where it is about nothing. */
export function labelOf(task: Held): Label {
  const person = personOf(task);
  if (person?.name) return both(person.name);
  return departmentOf(task) ?? (task.about === null ? task.title : both(task.about));
}

const both = (text: string): Label => ({ en: text, 'zh-CN': text });
