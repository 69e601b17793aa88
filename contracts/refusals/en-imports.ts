/** The refusals of imports and files, in English; see `en.ts`. */
export const EN_IMPORTS = {
  'import-invalid/faults': '{faults}',
  'import-invalid/said': '{fault}',
  'import-invalid/faults-more': '{faults}\nand {more} more faults.',
  'import-invalid/faults-at-least': '{faults}\nand at least {more} more faults.',
  'import-invalid/first-of': '{fault} This is the first of {count} faults.',
  'import-invalid/in-row': 'Row {row}: {fault}',
  'import-invalid/twice': '{id} is listed twice; list everything once.',
  'import-invalid/row-twice': '{listed} {id} is listed twice; keep one row.',
  'import-invalid/element-twice': 'Post {post}: element {element} is listed twice; keep one row.',
  'import-invalid/head-unknown': 'Department {department} has the unknown head {person}; import that person too.',
  'import-invalid/head-cut':
    'Department {department} has the unknown head {person}; there is {whole}, so write its zeros and format the column as text.',
  'import-invalid/person-erased': 'Person {person} was erased on request and cannot come back; use a new employee id.',
  'import-invalid/person-new': 'Person {person} is new and needs a name and a mail address.',
  'import-invalid/manager-unknown':
    'Person {person} has the unknown manager {manager}; correct the id or import that person too.',
  'import-invalid/manager-cut':
    'Person {person} has the unknown manager {manager}; there is {whole}, so write its zeros and format the column as text.',
  'import-invalid/department-unknown':
    'Person {person} is in the unknown department {department}; correct the id or import the department too.',
  'import-invalid/department-cut':
    'Person {person} is in the unknown department {department}; there is {whole}, so write its zeros and format the column as text.',
  'import-invalid/post-unknown':
    'Person {person} has the unknown post {post}; correct the code or import its ability model too.',
  'import-invalid/calendar-unknown':
    'Person {person} has the unknown calendar {calendar}; correct the id or import the calendar too.',
  'import-invalid/zone-unknown':
    'Person {person} has the unknown time zone {timeZone}; write one such as Asia/Shanghai.',
  'import-invalid/absence-of-nobody':
    'An absence from {from} is of the unknown person {person}; correct the id or leave it out.',
  'import-invalid/absence-cut':
    'An absence from {from} is of the unknown person {person}; there is {whole}, so write its zeros and format the column as text.',
  'import-invalid/circle': 'The management line runs in a circle: {circle}; correct one manager.',
  'import-invalid/address-taken':
    'Person {person} has the address of {other}; correct the id (are leading zeros missing?) or the address.',
  'import-invalid/course-people':
    'Course {course} needs at least {min} people and takes at most {max}; correct one of them.',
  'import-invalid/course-approved':
    'Course {course} stands as the plan was approved; add a course of another id, and ask for a change that uses it.',
  'import-invalid/room-closed':
    'Room {room} is closed from {from} to {to}, which ends before it begins; exchange the two days.',
  'import-invalid/quote-course':
    'Quote {quote} is for course {course}, which is not in the catalogue of this cycle; set the course first.',
  'import-invalid/trainer-course':
    'Trainer {person} is for course {course}, which is not in the catalogue of this cycle; set the course first.',
  'wrong-media-type/old-office':
    'Documents of this format cannot be cleaned of names; save it as DOCX, XLSX, PPTX or PDF.',
  'wrong-media-type/evidence':
    'Evidence must be a PDF, a DOCX, XLSX or PPTX document, a text, or a JPEG, PNG or WebP picture.',
  'file-refused/unreadable': 'The file cannot be read; open it, save it again and send that.',
  'file-refused/protected-office':
    'The document is protected, or in a format of before 2007; save it without protection as {format}.',
  'file-refused/other-format': 'The file is no {format}, whatever its name says; send it under its own format.',
  'file-refused/other-office':
    'The file is no {format} document, whatever its name says; save it again as one, or as PDF.',
  'file-refused/damaged': 'The {part} is damaged or cut off; open it, save it again and send that.',
  'file-refused/embeds': 'The document holds other files; take them out, or paste them in as pictures.',
  'file-refused/pdf-embeds': 'The PDF holds other files; take them out, or print it to a new PDF.',
  'file-refused/macros': 'The document holds macros; save it without them.',
  'file-refused/signed': 'The document is signed, by a name; save a copy without the signature.',
  'file-refused/protected-pdf': 'The PDF is protected; save or print it without protection and send that.',
  'file-refused/unreadable-pdf': 'The PDF cannot be read; open it, print it to a new PDF and send that.',
  'file-refused/pdf-form': 'The PDF is a form that only some programs show; print it to a new PDF and send that.',
  'file-refused/pdf-unfolds': 'The PDF is too large when it is unpacked; divide it, or print it to a new PDF.',
  'file-refused/odd-xml':
    'A part of the document is written as no office program writes it; open it, save it again and send that.',
  'file-refused/unfolds': 'The document is too large when it is unpacked; divide it, or save it as PDF.',
  'file-refused/cannot-be-unpacked': 'The document cannot be unpacked; open it, save it again and send that.',
  'file-refused/odd-part':
    'The document holds a part of a kind ({ending}) that cannot be cleaned of names; save it as PDF and send that.',
  'file-refused/no-utf8': 'A part of the document is not in UTF-8; open it, save it again and send that.',
} as const;
