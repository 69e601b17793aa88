import type { Label } from '../../contracts/form.ts';
import { meaningOf } from '../../contracts/purposes.ts';
import type { HeldTask } from '../../db/views/desk.ts';

type Held = Pick<HeldTask, 'purpose' | 'title' | 'about' | 'aboutPerson' | 'aboutName' | 'department'>;

/** Whom a task is about, where its assignee knows; null: nobody, or they are not to know. */
export function personOf({ purpose, aboutPerson, aboutName }: Held): { id: string; name: string | null } | null {
  return aboutPerson !== null && meaningOf(purpose).about === 'person' ? { id: aboutPerson, name: aboutName } : null;
}

/** The department that a task is about; null: it is about something else. */
export function departmentOf({ purpose, department }: Held): Label | null {
  return meaningOf(purpose).about === 'department' ? department : null;
}

/** What a task is about, for people: a name, a department, a number; the title of its round where it is about nothing. */
export function labelOf(task: Held): Label {
  const person = personOf(task);
  if (person?.name) return both(person.name);
  return departmentOf(task) ?? (task.about === null ? task.title : both(task.about));
}

const both = (text: string): Label => ({ en: text, 'zh-CN': text });
