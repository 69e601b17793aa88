/** The refusals of needs, sources and plans, in English; see `en.ts`. */
export const EN_PLANS = {
  'plan-limits/name-twice': 'Two offerings are named {offering}; give one of them another name.',
  'plan-limits/no-budget-line': '{offering}: there is no budget line {line}; choose one of the plan.',
  'plan-limits/overdrawn': 'Budget line {line} has {amount}, but its offerings cost {cost}; take {over} out.',
  'plan-limits/trainer-hours':
    'Trainer {person} may teach {most} hours, but is put down for {hours}; give runs to somebody else.',
  'plan-limits/room-taken': '{offering}: room {room} is taken by {other} on {day}; choose another day or another room.',
  'plan-limits/person-taken':
    '{offering}: {person} is taken by {other} on {day}; choose another day or another person.',
  'plan-limits/days-of-training':
    '{offering}: {person} would have {days} days of training, {most} are allowed; take {person} out of something.',
  'plan-limits/in-it-already': '{offering}: {person} is in {course} for need {need} already; take {person} out.',
  'plan-limits/must-stand-one': 'Need {need} must stand, but {people} has no place; give them one.',
  'plan-limits/must-stand': 'Need {need} must stand, but {people} have no place; give them one.',
  'plan-limits/no-course': '{offering}: there is no course {course}; choose one of the catalogue.',
  'plan-limits/count-of-days': '{offering}: it has {days} days, but {course} takes {takes}; correct its days.',
  'plan-limits/order-of-days': '{offering}: its days are not in order; sort them.',
  'plan-limits/count-of-hours': '{offering}: it has {hours} hours, but {course} takes {takes}; correct them.',
  'plan-limits/outside-plan':
    '{offering}: it is held on {day}, but the plan goes from {from} to {to}; choose other days.',
  'plan-limits/quote-over':
    '{offering}: it begins on {day}, but quote {quote} can be taken up until {until} only; choose earlier days or another quote.',
  'plan-limits/outside-window':
    '{offering}: it is held on {day}, but need {need} of {person} is for {from} to {to}; choose other days.',
  'plan-limits/no-calendar-known':
    '{offering}: the working calendar of {person} is unknown; take {person} out, or import it.',
  'plan-limits/not-working':
    '{offering}: {person} does not work on {day} by calendar {calendar}; choose other days or take {person} out.',
  'plan-limits/away': '{offering}: {person} is away on {day}; choose other days or take {person} out.',
  'plan-limits/works-between':
    '{offering}: {person} works on {day}, between the days of the course; choose other days or take {person} out.',
  'plan-limits/trainer-not-working':
    '{offering}: its trainer {person} does not work on {day} by calendar {calendar}; choose other days or another trainer.',
  'plan-limits/trainer-away':
    '{offering}: its trainer {person} is away on {day}; choose other days or another trainer.',
  'plan-limits/trainer-works-between':
    '{offering}: its trainer {person} works on {day}, between the days of the course; choose other days or another trainer.',
  'plan-limits/too-few-people':
    '{offering}: it has {people} participants; {course} is held for {min} or more; add some.',
  'plan-limits/too-many-people':
    '{offering}: it has {people} participants; there are {most} seats at most; take some out.',
  'plan-limits/person-twice': '{offering}: somebody is in it twice; take them out once.',
  'plan-limits/needs-room': '{offering}: it needs a room; choose one of those of the plan.',
  'plan-limits/room-small': '{offering}: room {room} has {seats} seats for {people} people; choose a larger one.',
  'plan-limits/room-shut': '{offering}: room {room} cannot be had on {day}; choose another day or another room.',
  'plan-limits/taught-twice': '{offering}: it is taught from outside by quote {quote} and by {person}; choose one.',
  'plan-limits/taught-by-nobody': '{offering}: it has neither a trainer of the plan nor a quote; choose one.',
  'plan-limits/may-not-teach': '{offering}: {person} may not teach {course}; choose another trainer.',
  'plan-limits/teaches-and-learns':
    '{offering}: {person} cannot teach and take part at once; choose another trainer, or take {person} out.',
  'plan-limits/quote-of-another': '{offering}: quote {quote} is not for {course}; choose another one.',
  'plan-limits/cost-differs': '{offering}: it is put down with {said}, but costs {cost}; correct it.',
  'plan-limits/without-need':
    '{offering}: {person} is in it without a need for {course}; take {person} out, or state the need.',
  'plan-limits/need-of-nobody': '{offering}: need {need} is named but nobody is in it for that; leave it out.',
  'plan-limits/other-line': '{offering}: need {need} is paid from line {line}, not {other}; correct the line.',
  'plan-limits/breaks': '{fault}',
  'plan-limits/kind-money': '{offering}: the money of the plan does not suffice; ask for less, or ask operations.',
  'plan-limits/kind-calendar':
    '{offering}: somebody in it cannot be there on these days; choose other days or other people, or ask operations.',
  'plan-limits/kind-must':
    '{offering}: a need that must stand would have no place; leave its people in, or ask operations.',
  'plan-limits/kind-rooms':
    '{offering}: the room cannot be had on these days, or is too small; choose another one or other days.',
  'plan-limits/kind-seats':
    '{offering}: its seats, or the needs behind them, do not allow this; choose fewer or other people, or ask operations.',
  'plan-limits/kind-trainer':
    '{offering}: the trainer cannot teach it on these days, or may not; choose another one or other days.',
  'plan-limits/kind-window':
    '{offering}: these days lie outside of those in which it can be held; choose other days, or ask operations.',
  'plan-limits/begin-passed': '{offering}: it would begin on {day}; choose a day from {from} on.',
  'plan-limits/outside-period': '{offering}: the plan goes from {from} to {to}; choose days in between.',
  'plan-limits/seats-left':
    '{offering}: {people} people have a seat and only {most} would be left; take some out first.',
  'plan-limits/seats-at-most': '{offering}: there are {most} seats at most; ask for no more.',
  'plan-limits/seats-taken': '{offering}: {people} people have a seat; take some out before there are fewer.',
  'plan-limits/change-over':
    '{offering} is over, or is not held any more; it cannot be changed; ask for another offering where one is needed.',
  'too-early/no-plan': 'There is no plan yet: {conflict} Move one of these limits.',
  'not-found/no-plan-conflict': 'There is no plan: {conflict}',
  'plan-limits/conflict': 'These cannot stand together: {limits}',
  'plan-limits/conflict-unproven': 'No plan was found in which these stand together: {limits}',
  'plan-limits/offering-stands': 'Offering {offering} stands as it is.',
  'plan-limits/need-must-stand': 'Need {need} must stand.',
  'plan-limits/days-of-person': '{person} has the working days, absences and days of training that they have.',
  'plan-limits/held-between': 'Everything is held between {from} and {to}.',
  'plan-limits/quote-until': 'Quote {quote} can be taken up until {until}.',
  'plan-limits/need-between': 'Need {need} is for days between {from} and {to}.',
  'plan-limits/course-for': 'Course {course} is held for {min} to {max} people.',
  'plan-limits/trainer-has': 'Trainer {person} has {hours} hours and their own calendar.',
  'plan-limits/nobody-teaches': 'No trainer may teach course {course}.',
  'plan-limits/no-room': 'There is no room.',
  'plan-limits/rooms-are': 'There are {rooms} rooms with their seats and free days.',
  'plan-limits/line-has': 'Budget line {line} has {amount}.',
  'not-found/no-budget-line-of': 'There is no budget line {line}; name one of {known}.',
  'not-found/no-trainer': '{person} is not a trainer of this cycle; add them to its trainers first.',
  'not-yours/states-needs':
    'Only {speakers} can state needs of department {department}; ask them, or have operations import it.',
  'not-yours/nobody-speaks': 'Nobody speaks for department {department}; ask operations to import its needs.',
  'not-allowed/nil-returned':
    'Department {department} has said that it needs nothing; ask operations to reopen that answer first.',
  'answer-invalid/department-takes-no-part':
    'Department {department} takes no part in this cycle; correct the department.',
  'answer-invalid/course-not-in-catalogue':
    'There is no course {course} in the catalogue of this cycle; correct its id or set the course first.',
  'answer-invalid/level-without-element': 'Level {level} needs an element of ability; name one or leave it out.',
  'answer-invalid/employee-twice': 'Employee {person} is named twice; name everybody once.',
  'answer-invalid/of-another-department': '{people} is not in department {department}; name its own people only.',
  'answer-invalid/of-other-departments': '{people} are not in department {department}; name its own people only.',
  'answer-invalid/of-other-departments-more':
    '{people} and {more} more are not in department {department}; name its own people only.',
  'answer-invalid/element-of-nobody':
    'No post of these people has the element {element}; choose one of their ability models, or leave it out.',
  'answer-invalid/element-of-no-post':
    'No post of department {department} has the element {element}; choose one of their ability models, or leave it out.',
  'not-allowed/name-course': 'Name the course by which {need} is met, from the catalogue of this cycle.',
  'not-allowed/nobody-may-teach':
    'Nobody is known who may teach {course} through the whole period; set a trainer first.',
  'not-allowed/name-quote': 'Name the quote by which {need} is met; set it first if it is not in the list.',
  'not-allowed/quote-over': 'Quote {quote} could be taken up until {until}; ask {provider} for a new one.',
  'form-unknown/no-form': '"{title}" has no form {form}; its forms are {forms}.',
  'form-unknown/only-its-own': '"{title}" has no form {form}; it has none but its own.',
  'not-allowed/in-task': 'Task {task}: {fault}',
  'answer-invalid/ranking-no-rows': 'The ranking has no rows; rank anew.',
  'answer-invalid/ranking-stranger':
    'The ranking names {application}, which is not an eligible application; rank anew.',
  'answer-invalid/ranking-no-json': 'The ranking is not JSON; rank anew.',
  'not-found/not-ranked-because': '{application} is not ranked. {fault}',
  'not-found/no-application-in-scores': 'There is no application {application} in these scores; check its id.',
  'not-found/has-no-score': 'It has no score.',
  'not-found/lacks-scores': 'It has no score on {criteria}.',
  'outdated/criterion-not-in-method':
    'Criterion {criterion} is scored for {application} but is not in the method; add it or drop the scores.',
  'answer-invalid/score-no-number': 'The score {score} of {reviewer} for {application} is not a number; correct it.',
  'duplicate/scored-twice': '{reviewer} scores {application} twice on {criterion}; keep one score.',
} as const;
