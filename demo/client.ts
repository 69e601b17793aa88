import { randomUUID } from 'node:crypto';

/** A person's no, as the API said it: the rule speaks, and nothing has changed. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** How long a request is tried again while a part of the installation is away, in milliseconds. */
const PATIENCE = 40_000;
const PAUSE = 250;

/** The public API, as a person: nothing in the demonstration knows another way in. */
export class Client {
  readonly #origin: string;
  #stopped = false;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** From now on nothing is asked any more: what is under way fails at once. */
  stop(): void {
    this.#stopped = true;
  }

  get<T>(person: string, path: string): Promise<T> {
    return this.#ask(person, path, { method: 'GET' }) as Promise<T>;
  }

  /** Sends a command. A repeat carries the id of the first try, so that it happens once. */
  async post(person: string, path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    await this.#ask(person, path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async upload<T>(person: string, path: string, mediaType: string, bytes: string): Promise<T> {
    return (await this.#ask(person, path, {
      method: 'POST',
      headers: { 'content-type': mediaType },
      body: bytes,
    })) as T;
  }

  async bytes(person: string, path: string): Promise<Buffer> {
    const response = await this.#send(person, path, { method: 'GET' });
    return Buffer.from(await response.arrayBuffer());
  }

  async #ask(person: string, path: string, init: RequestInit): Promise<unknown> {
    return (await this.#send(person, path, init)).json();
  }

  async #send(person: string, path: string, init: RequestInit): Promise<Response> {
    const headers = { authorization: `Bearer dev:${person}`, ...(init.headers as Record<string, string>) };
    const giveUp = Date.now() + PATIENCE;
    for (;;) {
      if (this.#stopped) throw new Error('The demonstration has been stopped.');
      const response = await fetch(`${this.#origin}${path}`, { ...init, headers }).catch((error: Error) => error);
      if (response instanceof Response) {
        if (response.ok) return response;
        const sentence = sentenceOf(await response.text());
        if (response.status < 500 || Date.now() > giveUp) throw new Refused(response.status, sentence);
      } else if (Date.now() > giveUp) {
        throw new Error(`The API does not answer at ${this.#origin} (${response.message}).`);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

function sentenceOf(text: string): string {
  try {
    return (JSON.parse(text) as { detail?: string }).detail ?? text;
  } catch {
    return text;
  }
}
