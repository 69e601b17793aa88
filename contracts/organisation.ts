import { z } from 'zod';
import { DAYS, isDay } from './day.ts';
import { Anchor, MOST_ANCHORS } from './form.ts';
import { AnyStreamId, named, PersonId } from './ids.ts';
import { line, Reason, Secret } from './text.ts';

const day = () => z.iso.date('must be a day written YYYY-MM-DD');

/** A local day, YYYY-MM-DD, that exists. */
export const Day = day().refine(isDay, `must be a day from ${DAYS.first} to ${DAYS.last}`);

/**
 * The first and the last day of something that lasts. Personnel systems write 1800-01-01 or 0001-01-01 for what has
 * always been, 9999-12-31 for what has no end: a day out of range is taken for that and becomes the first or last of all.
 */
export const SpellDay = day().overwrite((text) =>
  text < DAYS.first ? DAYS.first : text > DAYS.last ? DAYS.last : text,
);

/** Department, post, calendar and element ids as the personnel system gives them. */
export const Code = z
  .string()
  .min(1, 'must not be empty')
  .max(64, 'must have at most 64 characters')
  .regex(named('[A-Za-z0-9][A-Za-z0-9._-]*'), 'may hold letters, digits and . _ - only');

const PerformanceYear = z.string().regex(/^\d{4}$/, 'must be a year such as 2027');
const PerformanceGrade = z.number().min(1).max(5);
/** So many years of grades a person has at most. */
export const MOST_YEARS = 60;

/** Year to grade: those of a working life. */
function byYear<Grade extends z.ZodType>(grade: Grade) {
  return z
    .record(PerformanceYear, grade)
    .refine((years) => Object.keys(years).length <= MOST_YEARS, `may hold at most ${MOST_YEARS} years`);
}

export const GRADES = ['staff', 'senior', 'middle_manager', 'senior_manager', 'executive'] as const;

/** All that is known of a person except name and mail address, which are private. */
export const PersonRecord = z.object({
  id: PersonId,
  department: Code,
  /** null for the head of the company. */
  manager: PersonId.nullable(),
  post: Code,
  grade: z.enum(GRADES),
  hiredOn: Day,
  locale: z.enum(['en', 'zh-CN']),
  timeZone: line(60),
  calendar: Code,
  technicalBackbone: z.boolean(),
  /** Year to performance grade, 1 to 5, 5 best; a year without a grade is absent, never 0. */
  performance: byYear(PerformanceGrade),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

export const PersonName = line(200);
export const MailAddress = z.email('is not a mail address').max(254);

/**
 * A person in an import. Name and address may be left out for somebody who is known: then they stay as they are.
 * What is given is written, because the state holds them sealed and cannot compare; an importer who can read the
 * directory leaves out what has not changed (see `withoutKnownNames`). A year without a word in `performance` stays as
 * it is; null takes its grade away.
 */
export const ImportedPerson = PersonRecord.extend({
  name: PersonName.optional(),
  email: MailAddress.optional(),
  performance: byYear(PerformanceGrade.nullable()).optional(),
});
export type ImportedPerson = z.infer<typeof ImportedPerson>;

export const DepartmentRecord = z.object({
  id: Code,
  name: line(200),
  nameZh: line(200),
  head: PersonId,
  /** True for departments whose support brings others along. */
  influence: z.boolean(),
});

const figure = (pattern: RegExp, message: string) => z.string().regex(pattern, message);

export const PostElementRecord = z.object({
  element: Code,
  name: line(200),
  nameZh: line(200),
  domain: z.enum(['skill', 'knowledge']),
  importance: figure(/^([1-4](\.\d{1,2})?|5(\.0{1,2})?)$/, 'must be 1 to 5 with at most two decimals'),
  level: figure(/^([0-6](\.\d{1,2})?|7(\.0{1,2})?)$/, 'must be 0 to 7 with at most two decimals'),
});

const MOST_ELEMENTS = 200;

export const PostRecord = z.object({
  code: Code,
  title: line(200),
  titleZh: line(200),
  elements: z.array(PostElementRecord).max(MOST_ELEMENTS),
});

/** What the levels of an element mean, whatever posts ask for it: all there are of it. */
export const ElementAnchors = z.object({ element: Code, anchors: z.array(Anchor).max(MOST_ANCHORS) });
export type ElementAnchors = z.infer<typeof ElementAnchors>;

/** At most so many days of a calendar differ from its weekly rhythm: a century of public holidays. */
export const MOST_DAYS = 5_000;

/** The whole calendar: what is not listed follows the weekly rhythm. */
export const CalendarRecord = z.object({
  id: Code,
  /** ISO weekdays that are off, 6 Saturday, 7 Sunday; at least one day is worked. */
  weekend: z.array(z.number().int().min(1).max(7)).max(6),
  days: z
    .record(Day, z.enum(['holiday', 'makeup_workday']))
    .refine((days) => Object.keys(days).length <= MOST_DAYS, `may list at most ${MOST_DAYS} days`),
});

export type CalendarRecord = z.infer<typeof CalendarRecord>;

/**
 * A post in an import. `elements`, when given, are all that it has; without them it keeps those that it has. An element
 * without a Chinese name keeps the one by which it is known.
 */
export const ImportedPost = PostRecord.extend({
  elements: z
    .array(PostElementRecord.extend({ nameZh: PostElementRecord.shape.nameZh.optional() }))
    .max(MOST_ELEMENTS)
    .optional(),
});
export type ImportedPost = z.infer<typeof ImportedPost>;

/**
 * A calendar in an import: complete from its first day to its last; what lies before and after stays as it is, and so
 * does a weekend that is not given. A new calendar has Saturday and Sunday off.
 */
export const ImportedCalendar = CalendarRecord.extend({ weekend: CalendarRecord.shape.weekend.optional() });
export type ImportedCalendar = z.infer<typeof ImportedCalendar>;

const AbsenceKind = line(60);
const Absence = z.object({ person: PersonId, from: SpellDay, to: SpellDay, kind: AbsenceKind });
/** An absence in an import; without a kind it keeps the one under which these very days are known. */
export const ImportedAbsence = Absence.extend({ kind: AbsenceKind.optional() });
export type ImportedAbsence = z.infer<typeof ImportedAbsence>;

/** At most this many rows of one kind in an import. */
export const MOST_ROWS = 100_000;

/**
 * Parts of the organisation as they are now. What is not given is unknown and stays as it is: nobody leaves by not being
 * listed. `absences`, when given, is complete for everyone it or `people` names.
 */
export const ImportBody = z.object({
  people: z.array(ImportedPerson).max(MOST_ROWS).optional(),
  departments: z.array(DepartmentRecord).max(5_000).optional(),
  posts: z.array(ImportedPost).max(5_000).optional(),
  anchors: z.array(ElementAnchors).max(5_000).optional(),
  calendars: z.array(ImportedCalendar).max(200).optional(),
  absences: z.array(ImportedAbsence).max(MOST_ROWS).optional(),
});
export type ImportBody = z.infer<typeof ImportBody>;

/**
 * What somebody may be beyond their place in the line. `operations` run the procedures and the installation; an `auditor`
 * sees everything and does nothing; a `leader` belongs to the top management, of the company or, with a scope, over one
 * department.
 */
export const ROLES = ['operations', 'auditor', 'leader'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A role of a person; `scope`: the department that it is about, null: the whole company. */
const RoleOf = z.object({ person: PersonId, role: Role, scope: Code.nullable().default(null) });

const FileId = line(200);
/** So many files one command lets go of. */
export const MOST_FILES = 1_000;

/** Commands to the organisation, by type; the shape of each body. */
export const ORGANISATION_COMMANDS = {
  importOrganisation: ImportBody,
  recordAbsence: Absence,
  /** Who stands in for somebody while they are on leave; null: nobody in particular. */
  nameDeputy: z.object({ person: PersonId, deputy: PersonId.nullable() }),
  correctCalendar: z.object({ calendar: CalendarRecord, reason: Reason }),
  /** The successor takes over the direct reports and, if so it was, the department. */
  personLeft: z.object({ person: PersonId, successor: PersonId.nullable().default(null) }),
  erasePerson: z.object({ person: PersonId, reason: Reason }),
  /** `until`: the last day on which it holds, where the person works; null: until it is taken. */
  grantRole: RoleOf.extend({ until: Day.nullable().default(null) }),
  takeRole: RoleOf,
  /** What people wrote in procedures that are long over. */
  letTextsGo: z.object({ procedures: z.array(AnyStreamId).min(1).max(MOST_FILES) }),
  /** What is too old, of files that people gave and documents that Rostrum made. */
  letFilesGo: z.object({ files: z.array(FileId).min(1).max(MOST_FILES) }),
} as const;
export type OrganisationCommandType = keyof typeof ORGANISATION_COMMANDS;
export type OrganisationCommandBodies = { [T in OrganisationCommandType]: z.infer<(typeof ORGANISATION_COMMANDS)[T]> };

/** A whole row; name and address only when they are new. */
const PersonRow = PersonRecord.extend({ name: Secret.optional(), email: Secret.optional() });
export type PersonRow = z.infer<typeof PersonRow>;

/** The kind of an absence can tell of an illness, so it is sealed; the days are needed in the open to plan with. */
const AbsenceRow = z.object({ from: Day, to: Day, kind: Secret });

/** Events of the organisation, by type; the newest shape of each body, all of version 1. */
export const ORGANISATION_EVENTS = {
  PeopleJoined: z.object({ people: z.array(PersonRow) }),
  PeopleChanged: z.object({ people: z.array(PersonRow) }),
  PersonLeft: z.object({ person: PersonId }),
  /** Departments that are new or changed, whole. */
  DepartmentsSet: z.object({ departments: z.array(DepartmentRecord) }),
  /** Posts that are new or changed, whole. */
  PostsSet: z.object({ posts: z.array(PostRecord) }),
  /** What the levels of elements mean, where it is new or changed. */
  AnchorsSet: z.object({ elements: z.array(ElementAnchors) }),
  CalendarSet: z.object({ calendar: CalendarRecord, reason: Secret.nullable() }),
  /** What changes of people's absences: those that come, and the first days of those that go, which were known before; all others stay. */
  AbsencesChanged: z.object({
    people: z.array(z.object({ person: PersonId, come: z.array(AbsenceRow), gone: z.array(Day) })),
  }),
  /** Who stands in for a person on leave from now on; null: nobody whom they have named. */
  DeputyNamed: z.object({ person: PersonId, deputy: PersonId.nullable() }),
  /** The person's key is shredded with this event: nothing sealed under it can be read again. */
  PersonErased: z.object({ person: PersonId, reason: Secret }),
  /** It holds from now on, with this end whatever it was before. */
  RoleGranted: z.object({ person: PersonId, role: Role, scope: Code.nullable(), until: Day.nullable() }),
  RoleTaken: z.object({ person: PersonId, role: Role, scope: Code.nullable() }),
  /** The files and documents are deleted with this event, as they were too old; their ids tell nobody whose they were. */
  FilesLetGo: z.object({ files: z.array(FileId) }),
  /** The keys of these procedures are shredded with this event: nothing that people wrote in them can be read again. */
  TextsLetGo: z.object({ procedures: z.array(AnyStreamId) }),
} as const;
export type OrganisationEventType = keyof typeof ORGANISATION_EVENTS;
export type OrganisationEvent = {
  [T in OrganisationEventType]: { readonly type: T; readonly body: z.infer<(typeof ORGANISATION_EVENTS)[T]> };
}[OrganisationEventType];
