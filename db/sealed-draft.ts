import { personal } from '../contracts/private.ts';
import type { KeyRing } from './keys.ts';

/** A draft with what it belongs to: it is sealed with it, so that nobody is shown another's by a row that somebody has moved. */
export interface OpenDraft<Content> {
  readonly stream: string;
  /** Of a round, or what stands in the place of one. */
  readonly task: string;
  /** Its author. */
  readonly person: string;
  readonly content: Content;
}

type Held = Awaited<ReturnType<KeyRing['hold']>>;

/** A draft as its row keeps it, sealed under the key of a person. */
export function sealedDraft(held: Held, of: string, open: OpenDraft<unknown>): string {
  return JSON.stringify(held.seal(personal(of, open)));
}

/** What was drafted. @throws Error, where it belongs to something else or to another person */
export function contentOf<Content>(
  draft: OpenDraft<Content>,
  { stream, task, person }: Omit<OpenDraft<unknown>, 'content'>,
): Content {
  if (draft.stream === stream && draft.task === task && draft.person === person) return draft.content;
  throw new Error(`The draft of ${person} for ${task} of ${stream} is of something else: somebody has moved its row.`);
}
