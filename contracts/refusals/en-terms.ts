/** The refusals of terms, dates and offices, in English: what keeps a procedure from being opened or moved as it was asked; see `en.ts`. */
export const EN_TERMS = {
  'terms-invalid/no-time-zone': 'There is no time zone "{timeZone}"; name one such as Asia/Shanghai.',
  'terms-invalid/no-calendar': 'There is no calendar "{calendar}"; import it.',
  'terms-invalid/no-calendar-of': 'There is no calendar "{calendar}"; import it, or name one of {calendars}.',
  'terms-invalid/scope-of-cycle': 'There is no department {department}; correct the scope of the cycle.',
  'terms-invalid/scope-of-selection': 'There is no department {department}; correct the scope of the selection.',
  'terms-invalid/department-twice': 'The department {department} is listed twice in the scope; name each once.',
  'terms-invalid/nobody-in-scope':
    'Nobody works in the departments of the cycle; import the organisation or widen the scope.',
  'terms-invalid/people-too-many':
    '{people} people are in scope and one cycle asks about at most {most}; open one cycle for each part of the company.',
  'terms-invalid/posts-too-many':
    'The people in scope hold {posts} posts and one cycle rates at most {most}; open one cycle for each part of the company.',
  'terms-invalid/runs-cycle': 'Among those who run the cycle: {fault}',
  'terms-invalid/approves': 'Among the approvers of {office}: {fault}',
  'terms-invalid/approves-what-they-open':
    '{person} opens the cycle and cannot be among the approvers of {office}: four eyes; name somebody else.',
  'terms-invalid/approves-what-they-run':
    '{person} runs the cycle and cannot be among the approvers of {office}: four eyes; name somebody else.',
  'terms-invalid/approves-twice': '{person} is listed twice among the approvers of {office}; name everybody once.',
  'terms-invalid/deputy': 'Among the deputies: {fault}',
  'terms-invalid/own-deputy': '{person} is named as their own deputy; name somebody else.',
  'terms-invalid/line-twice': 'The budget line {line} exists twice; give each line its own id.',
  'terms-invalid/lines-for-the-rest':
    'The budget lines {budget} name no department, and only one can take the rest; name the departments of the others.',
  'terms-invalid/line-of-nowhere': 'Budget line {line}: there is no department {department}; correct it.',
  'terms-invalid/on-two-lines':
    'The department {department} is on the budget lines {other} and {line}; leave it on one.',
  'terms-invalid/room-twice': 'The room {room} exists twice; give each room its own id.',
  'terms-invalid/room-closed': 'The room {room} is closed from {from} to {to}; exchange the two days.',
  'terms-invalid/course-twice': 'The course {course} exists twice; give each course its own id.',
  'terms-invalid/course-seats':
    'The course {course} needs at least {min} seats and has at most {max}; correct one of them.',
  'terms-invalid/commitment-twice': 'The commitment {commitment} exists twice; give each its own id.',
  'terms-invalid/commitment-of': 'Commitment {commitment}: {fault}',
  'terms-invalid/money-without-line': 'The commitment {commitment} is of money; name the budget line that it feeds.',
  'terms-invalid/feeds-no-line':
    'The commitment {commitment} feeds the budget line {line}, which does not exist; correct it or add the line.',
  'terms-invalid/money-without-amount': 'The commitment {commitment} is of money; say how much.',
  'terms-invalid/venue-without-room': 'The commitment {commitment} is of a venue; name the room that it opens.',
  'terms-invalid/opens-no-room':
    'The commitment {commitment} opens the room {room}, which does not exist; correct it or add the room.',
  'terms-invalid/time-without-hours': 'The commitment {commitment} is of time; say how many hours.',
  'terms-invalid/method-twice': 'The method {method} of the toolkit exists twice; give each its own short name.',
  'terms-invalid/source-twice':
    'The source "{source}" is listed twice in the order of the sourcing rules; name each once.',
  'terms-invalid/follow-up-before':
    'A follow-up is set {offset} after a course; it must lie behind the course, such as 30d.',
  'terms-invalid/id-long': 'The id {id} has {characters} characters; choose one of at most {most}.',
  'terms-invalid/baseline-figure':
    'The level or importance of {element} for {person} is no figure with at most two decimals; correct the ability model.',
  'terms-invalid/criterion-scale':
    'Criterion {criterion} goes from {min} to {max}; its highest score must be above its lowest.',
  'terms-invalid/criterion-anchor':
    'Criterion {criterion} has an anchor at {score}, outside its scale from {min} to {max}; correct it or leave it out.',
  'terms-invalid/performance-criterion':
    'The performance rule names the criterion "{criterion}", which the rubric lacks; add it or drop the rule.',
  'terms-invalid/all-from-records':
    'All criteria come from the records; leave at least one for the reviewers to score.',
  'terms-invalid/criterion-twice': 'Criterion {criterion} is listed twice in the method; keep one.',
  'terms-invalid/criterion-weight': 'Criterion {criterion} has the weight {weight}; use 0 or more.',
  'terms-invalid/all-weights-zero': 'All weights are 0; give at least one criterion a weight.',
  'terms-invalid/tie-break':
    'Tie-break {name} is neither a criterion nor median nor highest-minimum; name one of these.',
  'terms-invalid/reviewer-topic':
    'Reviewer {person} is competent in "{topic}", which is no topic of this selection; correct it.',
  'terms-invalid/reviews-too-many':
    'Each application is to get {reviews} reviews but there are only {reviewers} reviewers; add reviewers or lower the number.',
  'terms-invalid/handlers-all-judge':
    'Every handler of objections also reviews or sits in the panel; name at least one who does neither.',
  'terms-invalid/in-office': 'Among the {office}: {fault}',
  'terms-invalid/in-office-twice': '{person} is listed twice among the {office}; name everybody once.',
  'terms-invalid/chair-no-member': 'The chair {chair} is not a member of the panel; add them or name another chair.',
  'terms-invalid/quorum-above':
    'The panel has {members} members and its quorum is {quorum}; lower the quorum or add members.',
  'not-allowed/applicant-judges':
    'Among the {office}: {person} has applied in this selection and judges nobody in it; name somebody else.',
  'not-allowed/reviews-blind':
    'Among the {office}: {person} reviews blind in this selection and would see who has applied; name somebody else.',
  'not-allowed/blind-reviewer-sees':
    'Among the reviewers: {seeing} and so sees who has applied, which blind reviewers do not; name somebody else.',
  'not-allowed/blind-reviewers-see':
    'Among the reviewers some would see who has applied, which blind reviewers do not: {seeing}; name others.',
  'not-allowed/who-sits-in-panel': '{person} sits in the panel',
  'not-allowed/who-screens': '{person} screens',
  'not-allowed/who-decides-objections': '{person} decides objections',
  'not-allowed/who-has-role': '{person} has the role {role}',
  'not-allowed/who-has-role-until': '{person} has the role {role} (until {until})',
  'not-allowed/who-else-does': '{more} more do so',
  'wrong-date/period-backwards': 'The period ends on {to}, before it begins on {from}; exchange the two days.',
  'wrong-date/period-long': 'The period from {from} to {to} is longer than {most} days; plan it in several cycles.',
  'wrong-date/period-passed': 'The period ended on {to}, which has passed; choose the period to come.',
  'wrong-date/approval-behind-period':
    'The approval would end on {day}, when the period until {to} is over; let the approval end earlier or the period later.',
  'wrong-date/execution-before-period':
    'The stage "execution" would end on {day}, before the period begins on {from}; let it end later.',
  'wrong-date/execution-short':
    'The stage "execution" would end on {day}, but the plan covers the days until {to}; let it end on that day or later.',
  'wrong-date/stage-beyond-time':
    'The stage "{stage}" would end when the time of procedures does, on {day}; choose an earlier date.',
  'wrong-date/stage-passed': 'The stage "{stage}" would end on {day}, which has passed; choose a later date.',
  'wrong-date/stage-backwards':
    'The stage "{stage}" would end on {day} but begins only on {begins}; move it, or the stage before it.',
  'wrong-date/no-day': '"{day}" is not a day; write it as YYYY-MM-DD.',
  'wrong-date/course-days-order': 'The days of the course are not in order at {day}; name each day once, in order.',
  'wrong-date/window-backwards': 'The window ends on {to}, before it begins on {from}; exchange the days.',
  'wrong-date/absence-backwards':
    'The absence of {person} ends on {to}, before it begins on {from}; exchange the days.',
  'wrong-date/absences-enough': '{person} has {most} absences already; make one of those that follow one another.',
  'wrong-date/absence-overlaps':
    'The absence of {person} from {from} to {to} overlaps the one from {otherFrom} to {otherTo}; make them one.',
  'wrong-date/calendar-days':
    'Calendar {calendar} would list {days} days and can list {most}; leave out what is long past.',
  'wrong-date/calendar-endless':
    'Calendar {calendar} has no workday from {from} to {to}; list the days that are worked.',
} as const;
