import { openedFor } from './signed-out.ts';

/** A path of the API for what sends no headers, such as a link: it says for whom this page was opened, as `x-rostrum-as` does. */
export function ownPath(path: string): string {
  const whose = openedFor();
  return whose === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}rostrum-as=${encodeURIComponent(whose)}`;
}
