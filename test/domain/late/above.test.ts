import { expect, test } from '@jest/globals';
import { Course, ID, local, PEOPLE } from '../offering/scenario.ts';

const COUNTED_AT = local('2027-04-01', '18:00');

/** A course whose invitations nobody has answered, just before the hour at which it counts its seats. */
async function beforeTheCount(): Promise<Course> {
  const course = new Course({ seats: () => null }).open();
  return course.until('2027-04-01', '17:59');
}

const taken = ({ memory }: Course) =>
  memory.streams
    .get(ID)!
    .events.flatMap((e) => (e.type === 'SeatsCounted' ? [(e.body as { taken: number }).taken] : []));

const saysNo = (course: Course, person: string) =>
  course.memory.send(course.round('seats').stream, 'submit', { task: person, answer: { comes: false } }, person);

test('a course counts its seats as they were at the hour, though the first who comes after it is somebody who answers', async () => {
  const course = await beforeTheCount();
  course.send('joinWaitingList', { person: 'D5-5' }, 'D5-5');
  expect(saysNo(course, PEOPLE[0]!)).toBeNull();
  expect(course.state.seats['D5-5']).toBe('asked');
  course.memory.now = COUNTED_AT + 1;
  expect(saysNo(course, 'D5-5')).toBeNull();
  expect(course.state.seats['D5-5']).toBe('declined');
  expect(taken(course)).toEqual([PEOPLE.length]);
});
