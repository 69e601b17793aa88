/** The refusals of requests and views, in English: what comes too fast, too large or in another form, and what is not shown; see `en.ts`. */
export const EN_REQUESTS = {
  'command-reused/other-command': 'Another command was sent with the id {command}; give this one an id of its own.',
  'engine-unavailable/arriving': 'Too much is on its way from everybody just now; send it again in a moment.',
  'engine-unavailable/lane-files': 'Other files are taken in just now; try again in a moment.',
  'engine-unavailable/lane-looks': 'Too much is looked at just now; try again in a moment.',
  'engine-unavailable/lane-tables': 'Other tables are read and written just now; try again in a moment.',
  'engine-unavailable/large-commands':
    'Other large commands are decided just now, and this one has not begun; send it again in a moment.',
  'engine-unavailable/leaving': 'Too much is on its way to everybody just now; ask again in a moment.',
  'engine-unavailable/no-answer':
    'The engine did not answer for {stream}; send the command again with the same id in a moment.',
  'engine-unavailable/not-deciding': 'Commands are not decided at the moment; try again in a moment.',
  'engine-unavailable/reading-ended': 'Reading ended unexpectedly; ask again in a moment.',
  'engine-unavailable/reading-ended-body':
    'Reading ended unexpectedly; it does no harm to send the same again, or less of it, in a moment.',
  'engine-unavailable/reading-unheard':
    'Reading ended before it was heard whether this was taken in; look whether it was, or send it again.',
  'engine-unavailable/stopping': 'The API stops; ask again in a moment.',
  'forbidden/ranking':
    'The ranking is for operations and auditors, and for the panel when it decides; your own result comes to you.',
  'forbidden/resources':
    'Money, rooms and hours are shown to operations, approvers and the leaders who commit them; ask one of them.',
  'import-invalid/no-rows': '{file} has no rows; fill in at least one.',
  'input-invalid/broken-off': 'The body was broken off; send it again.',
  'input-invalid/key-form': 'The header Idempotency-Key must hold 8 to 200 letters, digits or : . _ @ # / -.',
  'input-invalid/key-long': 'The header Idempotency-Key is too long for the task {task}; give a shorter one.',
  'input-invalid/other-kind': '{id} is no {kind}; give the id of one.',
  'input-invalid/path-dots': 'The path holds "." or ".." as a part, or a backslash; write it without.',
  'input-invalid/path-part-long': 'A part of the path is longer than any id; check it.',
  'input-invalid/path-percent': 'The path holds a % that stands for nothing; write %25 for the sign itself.',
  'input-invalid/two-ids': 'The body and the header Idempotency-Key name two different commands; give one.',
  'input-invalid/unreadable': 'The request cannot be read; check its path and headers.',
  'internal/command-failed':
    'The command "{command}" failed inside Rostrum and nothing has changed; operations can read why in the engine\'s log.',
  'not-allowed/auditor-holds-task':
    '{person} holds 1 open task; have it answered or reassign it first, since an auditor answers nothing.',
  'not-allowed/auditor-holds-tasks':
    '{person} holds {tasks} open tasks; have them answered or reassign them first, since an auditor answers nothing.',
  'not-found/no-file-again': 'There is no file {file} of yours; hand it in again.',
  'not-found/no-gaps-of-department':
    'There are no gaps of the department {department} in this cycle that you may see; ask for your own line.',
  'not-found/no-gaps-of-person': 'There are no gaps of {person} in this cycle that you may see; ask for your own line.',
  'not-found/no-path': 'There is no path {method} {path}; GET /api/openapi.json lists all.',
  'not-found/no-plan-version':
    'There is no version {version} of the plan that you may see; leave it out for the one that holds.',
  'not-found/no-plan-yet': 'There is no plan yet that you may see; it is shown to everybody once it is approved.',
  'not-found/not-ranked': 'The application {application} is not among those that are ranked; check its number.',
  'not-found/compared-with-itself': '{application} cannot be compared with itself; name another application.',
  'not-found/no-score-yet': 'The application {application} has no score yet; ask again when it was reviewed.',
  'too-many-failures/failed-inside':
    'Too many of your commands have failed inside Rostrum; wait a minute, and tell operations.',
  'too-many-requests/day':
    'You have sent {mb} MB of commands within a day, which are all kept; go on in {hours} hours, and tell operations if it has to be so much.',
  'too-many-requests/minute': 'You have asked too often within a minute; ask again in {seconds} seconds.',
  'too-much-at-once/arriving':
    'Too much of yours is on its way already; wait until it is here, then send the next one.',
  'too-much-at-once/commands': 'Many of your commands are not decided yet; wait for them, then send this one again.',
  'too-much-at-once/lane-files': 'Several of your files are not done yet; wait for them, then send the next one.',
  'too-much-at-once/lane-looks':
    'You have asked for too much at once; wait for what you have asked for, then ask for the rest.',
  'too-much-at-once/lane-tables':
    'Several of your tables are not done yet; wait for them, then send or fetch the next one.',
  'too-much-at-once/large-commands':
    'Several of your large commands are not decided yet; wait for them, then send the next one.',
  'too-much-at-once/leaving':
    'Much that you have asked for has not been taken yet; read it to its end, then ask for more.',
  'too-slow/body': 'The body came too slowly and was not waited for; send it again over a better connection.',
  'too-slow/made-room': 'Many people send at once, and this came slowest; send it again in a moment.',
  'took-too-long/files':
    'This file took longer than 20 s to look through and was not taken; save it as a simpler PDF, or divide it.',
  'took-too-long/looks':
    'This took longer than 30 s and was ended; ask for less at once, such as one department, or try again later.',
  'took-too-long/pieces': 'This took longer than 30 s and was ended; try again in a moment.',
  'took-too-long/tables':
    'This took longer than 60 s and was ended, and nothing was taken in; divide the table into smaller ones, or try again later.',
  'wrong-media-type/compressed':
    'The body is compressed, which is not taken here; send it as it is, without the header content-encoding.',
  'wrong-media-type/no-json': 'The body must be JSON with the header content-type: application/json.',
  'wrong-media-type/no-utf8': 'The body must be JSON in UTF-8; save or send it in that encoding.',
  'wrong-stage/ratings-not-asked':
    'No ratings are being asked for; the cycle is at "{stage}". Ask operations to reopen the stage "ratings".',
  'not-found/no-ranking': 'The selection {selection} has no ranking yet; it is made when the reviews are in.',
  'not-found/no-ranking-numbered':
    'The selection {selection} has no ranking {number}; leave the number out for the latest.',
  'forbidden/in-no-table':
    'Nobody may send the command {command}: no table in access/ says who may; add its line to one.',
  'forbidden/by-rostrum': 'Rostrum itself sends the command {command}, and nobody else; wait until it does.',
  'not-json/no-object': 'The body is not a JSON object; check its quotes, commas and brackets.',
  'input-invalid/command-id-form': 'The commandId must hold 8 to 200 letters, digits or : . _ @ # / -.',
  'input-invalid/stream-id-form': 'The id in the body must be one such as trainers-2027.',
  'input-invalid/field': '{field} in the {part} {fault}.',
  'input-invalid/part': 'The {part} {fault}.',
  'command-invalid/field': 'In the command {command}, {field} {fault}.',
  'too-slow/head': 'The head of the request came too slowly and was not waited for; send it again.',
  'input-invalid/head-large': 'The head of the request is larger than 16 KB; send fewer or shorter headers.',
  'input-invalid/no-http':
    'This is no HTTP that can be read; check the first line, the headers, and that the length is said once.',
} as const;
