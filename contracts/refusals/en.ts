import { EN_IMPORTS } from './en-imports.ts';
import { EN_ORGANISATION } from './en-organisation.ts';
import { EN_PLANS } from './en-plans.ts';
import { EN_PROCEDURES } from './en-procedures.ts';
import { EN_REQUESTS } from './en-requests.ts';
import { EN_TERMS } from './en-terms.ts';

/**
 * Refusals in English, by key: the code of the problem, a slash, and what it is about. In braces stand facts. Each says what, where, and
 * how to mend it.
 */
export const EN = {
  ...EN_ORGANISATION,
  ...EN_PROCEDURES,
  ...EN_REQUESTS,
  ...EN_TERMS,
  ...EN_PLANS,
  ...EN_IMPORTS,
  'already-so/applied-already': 'You have applied already ({application}); edit that application.',
  'already-so/barred-already': 'They hold no such task, and may not.',
  'already-so/deputy-already': 'That is the deputy of {person} already; nothing was changed.',
  'already-so/due-later-already': 'What is open is due on {day} or later already; that stands.',
  'already-so/late-allowed-already': '{person} may apply late already, or has applied.',
  'already-so/not-on-hold': 'The round is not on hold.',
  'already-so/not-vacant': 'Task {task} is not vacant.',
  'already-so/nothing-to-take-back': 'Task {task} is open; there is no answer to take back.',
  'already-so/on-hold': 'The round is on hold already.',
  'already-so/reminded-just-now':
    'A letter about these tasks was written within the last hour, or is about to go out; wait until it has been read.',
  'already-so/round-open': 'The round {round} is open already.',
  'already-so/run-already': 'They run the round already.',
  'already-so/task-open': 'Task {task} is open already.',
  'already-so/theirs-already': 'Task {task} is with {person} already.',
  'answer-invalid/missing': '"{label}" is not answered; fill it in before you submit.',
  'answer-invalid/no-day': '"{label}" must be a day like 2027-03-15.',
  'answer-invalid/no-employee': '"{label}": there is no employee {id}; correct the id.',
  'answer-invalid/no-field': 'The form has no field "{field}"; it has {fields}.',
  'answer-invalid/no-flag': '"{label}" must be yes or no.',
  'answer-invalid/no-list': '"{label}" must be a list of at most {most}.',
  'answer-invalid/no-need': '"{label}": "{id}" is no need; name one such as N-00001.',
  'answer-invalid/no-number': '"{label}" must be a number from {min} to {max}.',
  'answer-invalid/no-option': '"{label}" must be one of {options}.',
  'answer-invalid/no-step': '"{label}" goes in steps of {step}.',
  'answer-invalid/no-text': '"{label}" must be text.',
  'answer-invalid/not-to-choose': '"{label}": there is no "{id}" to choose; name {ids}.',
  'answer-invalid/too-long': '"{label}" may have at most {characters} characters.',
  'answer-invalid/too-short': '"{label}" needs at least {characters} characters.',
  'command-invalid/reason-in-words': 'The reason must be in words; only the engine gives codes.',
  'delegation-loop/held-before': '{person} has had task {task} before; delegate it to somebody new.',
  'draft-conflict/application':
    'The draft of your application stands at revision {revision}; load it and put your changes into that one.',
  'draft-conflict/task':
    'The draft of task {task} stands at revision {revision}; load it and put your changes into that one.',
  'duplicate/answered-twice': 'Task {task} is answered twice; give one answer to each.',
  'duplicate/form-there': '"{title}" has a form {form} already; give the new one a key of its own.',
  'duplicate/task-twice': 'Task {task} exists twice; give each task its own id.',
  'engine-unavailable/database': 'The database does not answer; try again in a moment.',
  'has-left/deputy-left': 'Employee {deputy} has left the company; name somebody who works here.',
  'has-left/left-no-deputy': 'Employee {person} has left the company and needs no deputy.',
  'input-invalid/file-empty': 'The file is empty; send its bytes as the body.',
  'internal/noted': 'Something went wrong here; nothing was changed by what failed, and it has been noted.',
  'no-quorum/no-quorum':
    'The round has {answers} answers and needs {quorum}; extend it, or withdraw the open tasks with a reason.',
  'not-allowed/about-themselves':
    '{person} may not hold task {task} of "{title}", which is about them; name somebody else.',
  'not-allowed/answer-counted':
    'That task {task} of "{title}" was {state} has been taken into account, and another answer would count for nobody; ask whoever runs the procedure to open its stage again.',
  'not-allowed/barred-from-round': '{person} may hold no task of "{title}"; name somebody else.',
  'not-allowed/barred-from-task': '{person} may not hold task {task} of "{title}"; name somebody else.',
  'not-allowed/bars-by-procedure':
    'Only the procedure of a round says whom it bars; give the tasks to somebody else, or withdraw them.',
  'not-allowed/dates-by-procedure':
    'Only what is asked about can keep the dates as they were; let the round go on with the time that was left.',
  'not-allowed/held-no-reminder': '"{title}" is on hold, so that nobody is reminded; let it go on first.',
  'not-allowed/id-of-procedure':
    'Ids such as {task} are given by {owner} itself; begin the id of a task that you add with "{sign}", as in {sign}{task}.',
  'not-allowed/kept-apart':
    'The organisation as it is now keeps {person} from task {task} of "{title}"; let somebody else do it.',
  'not-allowed/no-delegation': 'Tasks of "{title}" may not be delegated; recuse or decline instead.',
  'not-allowed/not-your-department': 'This selection is not for your department.',
  'not-allowed/only-themselves': 'Nobody but {person} may hold task {task} of "{title}"; withdraw it instead.',
  'not-allowed/said': '{fault}',
  'not-allowed/own-deputy': '{person} cannot stand in for themselves; name somebody else.',
  'not-allowed/own-word': 'Task {task} of "{title}" asks for the word of {person} alone; withdraw it instead.',
  'not-allowed/place-by-procedure':
    'Who takes the place of a task of "{title}" is named by {owner} itself; reassign the new task if somebody else is to do it.',
  'not-allowed/sooner-by-procedure':
    'Only what is asked about can make an answer due sooner; give more time, or withdraw it.',
  'not-allowed/subject-differs':
    'The other tasks of "{title}" about {about} are about somebody else than task {task}; leave its "aboutPerson" out.',
  'not-allowed/subject-missing':
    'Task {task} does not say what it is about, and "{title}" keeps people from tasks by whom these are about; name its subject as "about".',
  'not-allowed/subject-unknown':
    'Nobody knows whom {about} is about, and "{title}" keeps people from tasks by that; name the person as "aboutPerson" of task {task}.',
  'not-allowed/time-by-procedure': 'Only what is asked about gives time together with a task; extend the task as well.',
  'not-found/no-application': 'You have no application in this selection.',
  'not-found/no-application-seen': 'There is no application {application} that you may see; check its number.',
  'not-found/no-application-yet': 'You have no application in this selection; apply first.',
  'not-found/no-calendar': 'There is no such calendar; make its address anew in your settings.',
  'not-found/no-certificate':
    'There is no certificate of this course for you; there is one for whoever was there, and has passed the test where there was one.',
  'not-found/no-document': 'There is no document {document} of yours; check its id.',
  'not-found/no-evidence': 'The application {application} has no evidence {file}; look at its list.',
  'not-found/no-file': 'There is no file {file} of yours; check its id.',
  'not-found/no-round': 'There is no round {round}; check its id.',
  'not-found/no-stream': 'There is no {kind} {id}; check its id.',
  'not-found/no-task': 'The round "{title}" has no task {task}; look at your list for what is open.',
  'not-found/no-task-of-yours': 'There is no task {task} of yours in the round {round}; look at your inbox.',
  'not-found/not-in-line': 'There is no {person} in your line; ask for yourself, or for somebody below you.',
  'not-json/not-json': 'The body is not JSON; check its quotes, commas and brackets.',
  'not-json/too-deep': 'The body nests lists and objects deeper than {most} levels; check its brackets.',
  'not-yours/handed-on':
    'Task {task} was given to somebody else since you had it, and you need not answer it; ask operations if it should be yours.',
  'not-yours/not-assigned': 'Task {task} is not assigned to {person}; only its assignee can {act} it.',
  'payload-too-large/body': 'The body is larger than this path takes; send less at once.',
  'payload-too-large/too-many-keys':
    'The body has more than {most} different keys; divide it into several, or see whether a list was meant.',
  'payload-too-large/too-many-values':
    'The body holds more than {most} values; divide it into several, each with a part of its people, tasks or rows.',
  'round-closed/round-closed': 'The round "{title}" is closed; ask operations to reopen your task.',
  'round-closed/round-over':
    'The round "{title}" is closed, and another answer would count for nobody; ask whoever runs the procedure to open its stage again.',
  'sign-in-again/sessions':
    'You have signed in here more than {minutes} minutes ago; sign in once more, so that nobody else ends your sessions.',
  'storage-full/of-application':
    'An application has {files} files and {mb} MB of them at most; choose those that say most, or put several into one PDF.',
  'storage-full/of-person':
    'You would have more than {files} files or {mb} MB here, which is all that one person may have; name those that are here already, or send it again once some have gone: what no application names does {days} days after it was sent.',
  'task-not-open/begun-already': 'Each of these tasks is drafted or answered already; they keep the form they have.',
  'task-not-open/not-answered': 'Task {task} is {state}; ask operations to reopen it.',
  'task-not-open/nothing-open': 'No task of this round is open; reopen one that was answered, or add another.',
  'task-not-open/settled-not-moved':
    'Task {task} is {state}; only open tasks can be moved or withdrawn: reopen it first, or leave it out.',
  'task-not-open/settled-not-reassigned': 'Task {task} is {state}; only open tasks can be reassigned: reopen it first.',
  'task-not-open/task-settled': 'Task {task} is {state}; ask operations to reopen it if it has to change.',
  'too-early/call-not-open': 'The call is not open yet; wait for its notice.',
  'too-late/being-screened': '{application} is being screened and cannot be edited any more.',
  'too-late/call-closed': 'The call has closed; ask operations whether a late application can be allowed.',
  'too-late/decision-taken': 'The decision has been taken; decline the appointment instead of withdrawing.',
  'too-late/due-and-stands': 'Task {task} was due on {day}, and its answer stands; ask operations to reopen it.',
  'too-late/late-refused':
    'Task {task} was due on {day} and late answers do not count; ask operations for an extension.',
  'too-many/too-many-tasks': 'A round holds at most {most} tasks; split these {tasks} over several rounds.',
  'too-much-at-once/all-listen': 'Too many people listen for news at the moment; look again by yourself.',
  'too-much-at-once/listens':
    'You listen for news {times} times already; close one of your pages, or look again by yourself.',
  'topic-unknown/no-topic': 'There is no topic "{topic}"; choose among {topics}.',
  'unknown-person/has-left': 'Employee {person} has left the company; name somebody else.',
  'unknown-person/no-employee': 'There is no employee {person}; import the organisation or correct the id.',
  'wrong-date/date-passed': 'It would be due on {day}, which has passed; choose a later date.',
  'wrong-date/due-passed': 'Task {task} was due on {day}; say by when it is to be answered anew.',
  'wrong-date/new-due-passed': 'The new due date {day} has passed; choose a later one.',
  'wrong-stage/late-not-now':
    'A late application can be allowed from the close of the call until the review opens; the selection is at "{stage}".',
  'not-found/no-seat': 'You have no seat in this course that you could give up.',
  'too-late/course-begun': 'The course has begun; tell the trainer that you cannot come.',
  'too-late/course-begun-next': 'The course has begun; join the next one instead.',
  'already-so/waiting-already': '{person} is on the waiting list already.',
  'not-allowed/teaches': '{person} teaches this course and cannot take part in it.',
  'already-so/seat-already': '{person} has a seat in this course already.',
  'not-found/not-waiting': '{person} is not on the waiting list.',
  'wrong-stage/nominations-closed': 'Nominations are open during publicity and call; the selection is at "{stage}".',
  'not-allowed/nominating-oneself': 'You cannot nominate yourself; apply instead.',
  'not-allowed/nominated-often':
    'You have nominated {times} times in this selection, as often as one person may; let others nominate whom they know.',
  'not-allowed/not-in-scope': '{person} is not in a department that this selection is for.',
  'wrong-stage/objections-closed': 'Objections are taken during the public notice; the selection is at "{stage}".',
  'not-found/no-such-application': 'There is no application {application}; check its number.',
  'not-allowed/handler-objects': 'You decide objections in this selection and cannot raise one yourself.',
  'too-late/screening-objections-closed':
    'Objections to screening are taken until the review opens; the selection is at "{stage}".',
  'not-allowed/not-ineligible': '{application} has not been found ineligible, so there is nothing to object to.',
  'already-so/objected-already': 'You have objected already; the answer to that stands.',
  'no-handler/handlers-involved': 'Everybody who decides objections was involved; ask operations to add a handler.',
  'not-allowed/other-department': '{need} is of department {department}; state a new one for another.',
  'already-so/need-withdrawn': '{need} was withdrawn; state it anew.',
  'already-so/need-withdrawn-already': '{need} has been withdrawn already.',
  'not-found/no-need': 'There is no need {need} that you may change; look up its number in your list.',
  'not-allowed/reports-to':
    '{person} reports to {manager}, whom task {task} of "{title}" is about, and cannot judge them; name somebody who does not.',
  'forbidden/auditor':
    'An auditor sees everything and does nothing; let somebody else {act}, or ask operations to take that role from you.',
  'forbidden/for-operations': 'Only operations may {act}; ask them, or sign in as one of them.',
  'forbidden/for-watchers': 'Only operations and auditors may {act}; ask one of them to look for you.',
  'forbidden/for-themselves': 'You may send the command {command} for yourself only; leave {person} to them.',
  'forbidden/stranger': 'Nobody with the employee id {person} works here; import the organisation or correct the id.',
  'paused/paused': 'The {kind} is paused; try again when it goes on.',
  'forbidden/company-role':
    "Whoever has the role {role} signs in by the company's account, as one of the group that it is for; do so, or ask whoever runs it to add you.",
  'forbidden/not-our-page':
    'A change by the cookie of a browser has to come from a page of Rostrum; open it there, or send the header X-Rostrum: 1.',
  'forbidden/not-our-sign-in': 'Nobody signs in here from a page of another site; open Rostrum, and sign in there.',
  'forbidden/pairing-forged': 'Nobody here has let the program in; begin again, and tell operations.',
  'forbidden/pairing-refused': 'The program was not let in; ask whoever you wanted it for.',
  'forbidden/program-areas': 'This token is for {areas} only; make one that is for {area} as well.',
  'forbidden/program-browser': 'A program does not ask this by its token; open it in your browser.',
  'forbidden/program-reads': 'This token looks and changes nothing; make one with the scope "act" for that.',
  'link-not-good/expired': 'The link is not good any more; ask for another one.',
  'link-not-good/no-links': 'Nobody signs in by links here; sign in with your account.',
  'link-not-good/pairing-given': 'The token was given already; begin again if you have lost it.',
  'link-not-good/pairing-late': 'Nobody has typed the code in time; begin again.',
  'link-not-good/pairing-none': 'Nothing was asked for by that program; begin again.',
  'link-not-good/used': 'The link has been used already; ask for another one.',
  'link-not-good/used-now': 'The link was used at this very moment on another device; ask for another one.',
  'link-not-good/void': 'The link is not good; sign in without it.',
  'not-allowed/no-links-sent': 'No links are sent here; sign in with your account.',
  'not-allowed/tokens-enough': 'You have {most} tokens; take one out of use before you make another.',
  'not-found/no-company': 'There is no company account to sign in by here; ask for a link.',
  'not-found/no-pairing': 'No program waits under that code; look at it again, it is good for ten minutes.',
  'not-found/no-session': 'You are signed in nowhere by that session; look again.',
  'not-found/no-token': 'You have no such token; look again.',
  'too-many-requests/slowed': 'That was tried too often; wait {seconds} s, then try again.',
  'unauthenticated/dev-tokens-off': 'Development tokens are not taken here; sign in with your account.',
  'unauthenticated/nobody': 'Nobody is signed in; sign in, or send the header Authorization: Bearer with your token.',
  'unauthenticated/nobody-anybody': 'Nobody may be anybody here; sign in with your account.',
  'unauthenticated/not-here':
    'Nobody with the employee id {person} works here; import the organisation or correct the id.',
  'unauthenticated/not-ours': 'The token is not one of ours; sign in again.',
  'unauthenticated/no-employee': 'The token does not name an employee; write dev: and an employee id such as E017.',
  'unauthenticated/session-gone': 'You are not signed in any more; sign in again.',
  'unauthenticated/session-over':
    'You were signed out, since you did nothing for some time or had been signed in for long; sign in again.',
  'unauthenticated/session-stolen':
    'Your session was ended, since somebody has sent a token of it that is not in use any more; sign in again.',
  'unauthenticated/somebody-else':
    'Somebody else is signed in in this browser now, and nothing was done in their name; sign in again as yourself.',
  'unauthenticated/tried-out': 'Nobody may be anybody here any more; sign in with your account.',
  'unauthenticated/token-over':
    'The token is not good any more; sign in anew by rostrum login, or make another one in your settings.',
} as const satisfies Readonly<Record<`${string}/${string}`, string>>;
