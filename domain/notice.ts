import type { PersonId } from '../contracts/ids.ts';
import type { AboutOf, NoticeName } from '../contracts/notices/all.ts';
import type { Notice } from './process.ts';

/** A message by one of the templates of the table, with what that one is about. */
export function notice<N extends NoticeName>(
  template: N,
  to: PersonId,
  about: AboutOf<N>,
  when: Pick<Notice, 'waits' | 'whileOpen' | 'toRunner'> = {},
): Notice {
  return { kind: 'notice', to, template, about: about as Notice['about'], ...when };
}
