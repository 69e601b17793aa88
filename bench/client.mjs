// What a person's browser would send, over HTTP.
import { bearerOf } from './company.mjs';

/** Sends JSON as a person and returns the JSON of the answer; anything but a success throws the API's own sentence. */
export function postAs(person, url, body) {
  return asked(person, 'POST', url, { 'content-type': 'application/json' }, JSON.stringify(body));
}

/** Looks as a person and returns the JSON of the answer; anything but a success throws the API's own sentence. */
export function getAs(person, url) {
  return asked(person, 'GET', url, {});
}

async function asked(person, method, url, headers, body) {
  const response = await fetch(url, { method, headers: { ...headers, authorization: bearerOf(person) }, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} was answered ${response.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** Asks until the answer is true. @param what for the message when it never was */
export async function until(check, what, { everyMs = 2, withinMs = 120_000 } = {}) {
  const deadline = performance.now() + withinMs;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(`After ${withinMs / 1000} s still waiting for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
