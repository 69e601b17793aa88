import type { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId, ProcessType, StreamId } from '../../contracts/ids.ts';
import { noticeOf } from '../../contracts/notices/all.ts';
import type { Attending } from '../../contracts/notices/kind.ts';
import { processOfKind } from '../../domain/kinds.ts';
import type { Shape } from '../../domain/procedure/part.ts';
import { admitPurposes } from '../../notices/templates/purposes.ts';
import { admitTemplates } from '../../notices/templates/registry.ts';
import type { Template } from '../../notices/templates/template.ts';
import { admitFacts } from './facts.ts';
import { pageOf } from './pages.ts';
import { type ProcedureArchive, procedureArchiveOf } from './procedure-archive.ts';
import type { Soon } from './told.ts';

/** What the facts of a letter are made from: the procedure as it stands at delivery, and the message. */
export interface LetterDesk<State, About> {
  readonly state: State;
  readonly to: PersonId;
  readonly about: About;
  readonly archive: ProcedureArchive;
  /** Procedure time at delivery. */
  readonly now: Instant;
}

/** A letter: who writes it, and of what; title and link of the procedure are put beside it. null: nothing is left to say. */
export interface ProcedureLetter<State, About> {
  readonly template: Template;
  readonly facts: (desk: LetterDesk<State, About>) => Soon<object | null>;
}

/** The letters of a kind: one that is missing or too much, or is about something else, is an error of the compiler. */
export interface ProcedureLetters<P extends Shape> {
  readonly letters: { readonly [N in keyof P['notices'] & string]: ProcedureLetter<P['state'], P['notices'][N]> };
  /** What its rounds are for, as invitations say it. */
  readonly rounds: Readonly<Record<P['purpose'], Label>>;
}

/** A letter whose facts fit its template. */
export function letterBy<State, About, Facts extends z.ZodType>(
  template: Template<Facts>,
  facts: (desk: LetterDesk<State, About>) => Soon<Given<z.input<Facts>> | null>,
): ProcedureLetter<State, About> {
  return { template: template as unknown as Template, facts };
}

type Given<F> = Omit<F, 'procedureTitle' | 'link'> & { readonly link?: string };

/** The facts of a letter about something that waits, for `attentionTemplate`: the people, departments and calendars by name. */
export async function attentionFacts<What extends string>({
  about,
  archive,
}: Pick<LetterDesk<unknown, Attending & { readonly what: What }>, 'about' | 'archive'>) {
  const { what, people = [], departments = [], calendars = [] } = about;
  const [names, known] = await Promise.all([archive.names(people), archive.departments(departments)]);
  return {
    what,
    names: [...people.map((id) => names.get(id) ?? id), ...departments.map((id) => known.get(id) ?? id), ...calendars],
  };
}

/**
 * Makes the letters of a kind from outside known to whoever delivers, once the kind was admitted.
 * @throws where one is missing, or was made known already
 */
export function admitLetters<P extends Shape>(kind: ProcessType, { letters, rounds }: ProcedureLetters<P>): void {
  const all = new Map<string, ProcedureLetter<never, never>>(Object.entries(letters));
  admitTemplates(kind, Object.fromEntries([...all].map(([name, { template }]) => [name, template])));
  const { titleOf, wordOf } = processOfKind(kind);
  if (wordOf)
    admitPurposes(
      Object.fromEntries(Object.entries<Label>(rounds).map(([purpose, label]) => [wordOf(purpose), label])),
    );
  admitFacts(kind, async (sources, message) => {
    const { reader, now } = sources;
    const stream = message.stream as StreamId;
    const state = (await reader.states([stream])).get(stream);
    const procedureTitle = state === undefined ? null : titleOf?.(state);
    if (!procedureTitle) throw new Error(`There is no ${stream} to write about.`);
    const facts = await all.get(message.template)!.facts({
      state: state as never,
      to: message.person,
      about: noticeOf(message.template)!.about.parse(message.about) as never,
      archive: procedureArchiveOf(sources, message),
      now,
    });
    return facts && { procedureTitle, link: pageOf(stream), ...facts };
  });
}
