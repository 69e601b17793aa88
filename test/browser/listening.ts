import type { Page, Response } from 'playwright-core';

/** All that somebody's browser has got: where each thing came from, and all of it. */
export class Listening {
  readonly #heard: { readonly where: string; readonly what: Promise<string> }[] = [];

  /** From now on whatever a page gets is kept: each answer with its headers and its address, the news, what the tab is called. */
  async to(page: Page): Promise<void> {
    page.on('response', (response) => {
      const url = response.url();
      // The stream of events has no end, and is heard below; what the app is made of is the same bytes for everybody.
      const { pathname } = new URL(url);
      if (pathname === '/api/events' || pathname.startsWith('/assets/')) return;
      this.#heard.push({ where: url, what: wholeOf(response) });
    });
    page.on('framenavigated', () => this.look(page));
    const inside = await page.context().newCDPSession(page);
    inside.on('Network.eventSourceMessageReceived', ({ data }) => {
      this.#heard.push({ where: 'the news', what: Promise.resolve(data) });
    });
    await inside.send('Network.enable');
  }

  /** What is on the screen now, and what the tab and the address say. */
  look(page: Page): void {
    const seen = Promise.all([page.title(), page.locator('body').innerText()]).catch(() => []);
    this.#heard.push({ where: `the screen at ${page.url()}`, what: seen.then((texts) => texts.join('\n')) });
  }

  /** Where something stands that was not to be heard, with a little of what is around it. */
  async find(secrets: readonly RegExp[]): Promise<string[]> {
    const found: string[] = [];
    for (const { where, what } of this.#heard) {
      const text = `${where}\n${await what}`;
      for (const secret of secrets) {
        const at = text.search(secret);
        if (at >= 0) found.push(`${secret} in ${where}: …${text.slice(Math.max(0, at - 60), at + 60)}…`);
      }
    }
    return found;
  }

  /** From where something came. */
  get places(): readonly string[] {
    return this.#heard.map(({ where }) => where);
  }
}

async function wholeOf(response: Response): Promise<string> {
  const [headers, body] = await Promise.all([
    response.headersArray().catch(() => []),
    // An answer that leads on, or whose page is gone, has no body.
    response.body().then(
      (bytes) => bytes.toString('utf8'),
      () => '',
    ),
  ]);
  return [...headers.map(({ name, value }) => `${name}: ${decoded(value)}`), body].join('\n');
}

/** Names of files travel with percent signs. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
