import createClient from 'openapi-fetch';
import { NoConnection, problemFrom } from './problem.ts';
import type { paths } from './schema.d.ts';
import { openedFor, tellSignedOut } from './signed-out.ts';

/**
 * The API as its own description types it. Whoever is signed in is known by a cookie; the header proves that it is this page
 * that asks, which no other site can send.
 */
export const api = createClient<paths>({ baseUrl: '/', headers: { 'x-rostrum': '1' } });

/**
 * What is said with whatever is asked: sentences are for whoever reads them here, in the language that was chosen here; and what is
 * sent is theirs for whom the page was opened, whoever has signed in since.
 */
export function saidWithAll(): [name: string, value: string][] {
  const whose = openedFor();
  return [
    ['accept-language', document.documentElement.lang],
    ...(whose === undefined ? [] : [['x-rostrum-as', encodeURIComponent(whose)] as [string, string]]),
  ];
}

/** The one question to which somebody else's answer is an answer. */
const WHO = '/api/me';

api.use({
  onRequest({ request, schemaPath }) {
    for (const [name, value] of saidWithAll()) request.headers.set(name, value);
    if (schemaPath === WHO) request.headers.delete('x-rostrum-as');
    return request;
  },
  // Whatever has found it out, a draft that is saved or a page that is looked at: it is said over the page.
  onResponse({ request, response }) {
    if (response.status === 401) tellSignedOut(request.method === 'POST');
  },
});

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for. @throws ApiProblem, the API's "no"; NoConnection, where nobody answered */
export async function answerOf<T>(asked: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((fault: unknown) => {
    // Whoever broke it off knows; anything else that fetch throws is a connection that is not there.
    throw fault instanceof DOMException && fault.name === 'AbortError' ? fault : new NoConnection();
  });
  if (!response.ok) throw problemFrom(response.status, error);
  return data as T;
}
