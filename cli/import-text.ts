import { DAYS } from '../contracts/day.ts';
import type { ImportBody } from '../contracts/organisation.ts';
import type { ImportCheck } from '../contracts/views/organisation.ts';
import { counted } from './table.ts';

/** So many are named; of the rest the number is told. */
const MOST_NAMED = 10;

/** What an import changes, a line for each kind of thing that the files speak of. */
export function changesText(body: ImportBody, check: ImportCheck): string {
  const lines = [
    ...(body.people ? [people(check)] : []),
    ...(body.departments ? [rows('Departments', check.departments)] : []),
    ...(body.posts ? [rows('Posts', check.posts)] : []),
    ...(body.anchors ? [rows('Elements whose levels are explained', check.anchors)] : []),
    ...(body.calendars ? [calendars(check)] : []),
    body.absences ? absences(check) : 'Absences: the files say nothing of them; they stay as they are.',
  ];
  return lines.join('\n');
}

function people({ people: p }: ImportCheck): string {
  const changed = p.changed.map(({ person, fields }) => `${person} ${fields.join(', ')}`);
  return line('People', [
    part(p.joined, p.joined.length, ['is new', 'are new']),
    part(p.back, p.back.length, ['comes back', 'come back']),
    part(changed, changed.length, ['changes', 'change'], '; '),
    part(p.unlisted, p.unlisted.length, ['is not in the file and stays', 'are not in the file and stay']),
  ]);
}

function rows(what: string, { added, changed }: ImportCheck['departments']): string {
  return line(what, [
    part(added, added.length, ['is new', 'are new']),
    part(changed, changed.length, ['changes', 'change']),
  ]);
}

function calendars({ calendars: c }: ImportCheck): string {
  const changed = c.changed.map(({ calendar, set, gone, weekend }) =>
    [
      calendar,
      ...(set.length ? [`sets ${counted(set.length, 'day')}`] : []),
      ...(gone.length ? [`loses ${counted(gone.length, 'day')}: ${named(gone)}`] : []),
      ...(weekend ? ['has another weekend'] : []),
    ].join(' '),
  );
  return line('Calendars', [
    part(c.added, c.added.length, ['is new', 'are new']),
    part(changed, changed.length, ['changes', 'change'], '; '),
  ]);
}

function absences({ absences: changes }: ImportCheck): string {
  const days = (those: 'added' | 'gone') =>
    changes.flatMap((change) =>
      change[those].map(({ from, to }) => `${change.person} ${from}${to === from ? '' : ` to ${to}`}`),
    );
  const whose = changes.map(({ person }) => person);
  const endless = changes.flatMap(({ person, added }) => (added.some(({ to }) => to === DAYS.last) ? [person] : []));
  return line('Absences', [
    part(days('added'), days('added').length, ['is new', 'are new'], '; '),
    part(days('gone'), days('gone').length, ['is not in the file and goes', 'are not in the file and go'], '; '),
    ...(whose.length
      ? [`replaced for ${whose.length === 1 ? '1 person' : `${whose.length} people`} (${named(whose)})`]
      : []),
    ...(endless.length
      ? [
          `without an end for ${named(endless)}: others are asked in their place for as long; record who does not come back as having left`,
        ]
      : []),
  ]);
}

function line(what: string, parts: readonly string[]): string {
  const told = parts.filter((text) => text !== '');
  return `${what}: ${told.length > 0 ? told.join('; ') : 'nothing changes'}.`;
}

function part(names: readonly string[], count: number, [one, many]: readonly [string, string], between = ', '): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many} (${named(names, between)})`;
}

function named(names: readonly string[], between = ', '): string {
  const rest = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(between);
}
