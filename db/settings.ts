import { sql } from 'kysely';
import type { Instant, PersonId } from '../contracts/ids.ts';
import { type Language, type Settings, UNSAID } from '../contracts/settings.ts';
import { type Pool, transaction } from './connection.ts';
import { routeDigestsAgain } from './outbox/route.ts';
import { orNull, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

const found = statement('settings-of', { person: text }, (db, { person }) =>
  db
    .selectFrom(db.selectNoFrom(person.as('id')).as('asked'))
    .leftJoin('setting as s', 's.person', 'asked.id')
    .leftJoin('person as p', 'p.id', 'asked.id')
    .leftJoin('person as d', 'd.id', 'p.deputy')
    .select(['s.language', 's.zone', 's.theme', 's.rhythm', 's.quiet'])
    .select(['p.locale as directoryLanguage', 'p.time_zone as directoryZone', 'p.calendar'])
    .select(['p.deputy', 'd.name as deputyName']),
);

const given = {
  person: text,
  language: orNull<Language>(text),
  zone: orNull(text),
  theme: text,
  rhythm: text,
  quiet: orNull(text),
};
const keep = statement('keep-settings', given, (db, { rhythm, quiet, ...said }) => {
  const told = {
    ...{ language: said.language, zone: said.zone, theme: said.theme },
    ...{ rhythm: sql<string>`${rhythm}::jsonb`, quiet: sql<string | null>`${quiet}::jsonb` },
  };
  return db
    .insertInto('setting')
    .values({ person: said.person, ...told })
    .onConflict((met) => met.column('person').doUpdateSet(told));
});

/** What somebody wants, and what the directory says of them. */
export interface KeptSettings {
  readonly settings: Settings;
  /** Who stands in for them on leave, as they have said; null: nobody in particular. */
  readonly deputy: { readonly id: PersonId; readonly name: string | null } | null;
  readonly directory: {
    readonly language: Language | null;
    readonly zone: string | null;
    readonly calendar: string | null;
  };
}

/** The settings of somebody; what they have said nothing about is as usual. One query. */
export async function settingsOf(pool: Pool, person: PersonId): Promise<KeptSettings> {
  const { directoryLanguage, directoryZone, calendar, deputy, deputyName, ...row } = (await found.first(pool, {
    person,
  }))!;
  return {
    settings: row.theme === null ? UNSAID : (row as Settings),
    deputy: deputy === null ? null : { id: deputy, name: deputyName },
    directory: { language: directoryLanguage, zone: directoryZone, calendar },
  };
}

/**
 * Remembers what somebody wants. Letters that were held back wait for the next digest of the new rhythm and for the end of the new
 * quiet hours, or go out at once, as they would if they were written now; `hintOutbox` comes after it.
 * @param now procedure time
 */
export async function keepSettings(pool: Pool, person: PersonId, settings: Settings, now: Instant): Promise<void> {
  await transaction(pool, async (connection) => {
    const { rhythm, quiet } = settings;
    const said = { rhythm: JSON.stringify(rhythm), quiet: quiet && JSON.stringify(quiet) };
    await keep.run(connection, { ...settings, person, ...said });
    await routeDigestsAgain(connection, person, now);
  });
}
