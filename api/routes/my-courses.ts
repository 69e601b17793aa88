import { MyCoursesView } from '../../contracts/views/me/courses.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { coursesSeen } from '../../views/courses/mine.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';

/** The courses of whoever asks, in one read. */
export function myCourseRoutes(app: Api, { pool, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/me/courses',
    {
      config: { access: { view: 'my-courses' }, apart: 'looks' },
      schema: {
        tags: ['me'],
        summary: 'The courses that I take part in and those that I teach: what is next, what is asked, and who comes',
        response: { 200: MyCoursesView, ...problems(401) },
      },
    },
    async ({ person }) => coursesSeen({ pool, reader }, await roles.of(person), clock.now()),
  );
}
