/** The refusals of the organisation: people, calendars, absences and roles, in English; see `en.ts`. */
export const EN_ORGANISATION = {
  'already-so/calendar-like-that': 'Calendar {calendar} is like that already; nothing was changed.',
  'already-so/erased-already': 'Employee {person} was erased already.',
  'already-so/left-already': 'Employee {person} has left the company already.',
  'already-so/role-like-that': '{person} has the role {role} like that already; nothing was changed.',
  'has-left/cannot-succeed': 'Employee {successor} cannot succeed {person}; name somebody who stays in the company.',
  'has-left/left-no-absence': 'Employee {person} has left the company and needs no absence.',
  'has-left/left-no-role': 'Employee {person} has left the company; name somebody who works here.',
  'last-operator/last-operator':
    '{person} is the last of operations; grant the role operations to somebody else first, without an end.',
  'not-allowed/role-whole-company': 'The role {role} is for the whole company; leave out the scope.',
  'not-allowed/roles-apart': '{person} has the role {other}, which nobody has beside {role}; take that one first.',
  'not-found/calendar-unknown': 'There is no calendar {calendar}; known are: {calendars}.',
  'not-found/no-department-scope': 'There is no department {department}; give the id of one, or leave out the scope.',
  'still-employed/still-works': 'Employee {person} still works here; record first that they have left.',
  'too-many/holders-enough': '{most} people have the role {role} already; take it from somebody first.',
  'too-many/roles-enough': '{person} has {most} roles already; take one of them first.',
  'wrong-date/role-ended': 'The role would have ended on {day}; give its last day as today or later.',
  'already-so/role-not-held': '{person} does not have the role {role}; look at the list of roles.',
  'already-so/role-not-held-over': '{person} does not have the role {role} over {scope}; look at the list of roles.',
} as const;
