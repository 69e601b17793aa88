import type { ImportBody } from '../../../contracts/organisation.ts';

/** An import without the names and addresses that the directory already shows, so that only changes are written. */
export function withoutKnownNames(
  body: ImportBody,
  known: ReadonlyMap<string, { readonly name: string | null; readonly email: string | null }>,
): ImportBody {
  if (!body.people) return body;
  const people = body.people.map((person) => {
    const { name, email, ...row } = person;
    const seen = known.get(person.id);
    return {
      ...row,
      ...(name !== undefined && name !== seen?.name ? { name } : {}),
      ...(email !== undefined && email !== seen?.email ? { email } : {}),
    };
  });
  return { ...body, people };
}
