import type { OrganisationCommandType } from '../../contracts/organisation.ts';
import { type Doors, MB } from '../door.ts';

export const ORGANISATION_DOORS: Doors<OrganisationCommandType> = {
  importOrganisation: {
    by: 'operations',
    does: 'Imports people, departments, posts, calendars and absences: all of it, or nothing',
    bodyLimit: 32 * MB,
  },
  recordAbsence: { by: 'self', does: 'Records that a person is away from one day to another' },
  nameDeputy: { by: 'self', does: 'Names who stands in for a person while they are on leave' },
  correctCalendar: { by: 'operations', does: 'Replaces a calendar; every open agenda is planned anew', bodyLimit: MB },
  personLeft: { by: 'operations', does: 'Records that a person has left, and who takes over their reports' },
  grantRole: { by: 'operations', does: 'Grants a role, or gives one that is held another end' },
  takeRole: { by: 'operations', does: 'Takes a role from somebody' },
  erasePerson: { by: 'operations', does: 'Erases the data of a person who has left by destroying their key' },
  letTextsGo: { by: 'engine', does: 'Makes unreadable what people wrote in procedures that are long over' },
  letFilesGo: { by: 'engine', does: 'Deletes files and documents that are too old' },
};
