import { type Reply, request, type TestApi } from './harness.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

/** A browser of somebody, which keeps the cookies that it is given and sends them along. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** The latest headers that gave it cookies, as they were. */
  given: readonly string[] = [];
  readonly #api: TestApi;
  readonly #userAgent: string;

  constructor(api: TestApi, userAgent = FIREFOX) {
    this.#api = api;
    this.#userAgent = userAgent;
  }

  /** The same browser at another process of the installation. */
  at(api: TestApi): Browser {
    const other = new Browser(api, this.#userAgent);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  /** Asks as a page of ours does; `headers` may say otherwise. */
  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await request(this.#api, path, {
      method,
      redirect: 'manual',
      headers: {
        'user-agent': this.#userAgent,
        ...(cookie ? { cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = reply.headers.getSetCookie();
    if (given.length) this.given = given;
    for (const header of given) this.#keep(header);
    return reply;
  }

  #keep(header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name, value = ''] = pair.split('=') as [string, string?];
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Signs in as somebody while Rostrum is tried out. */
  signIn(dev: string, stay = false): Promise<Reply> {
    return this.ask('POST', '/api/session', { dev, stay });
  }

  me(): Promise<Reply> {
    return this.ask('GET', '/api/me');
  }
}
