import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { linksOf } from '../../activities/delivery/links.ts';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { newsLine } from '../../db/news.ts';
import { Aftermath } from '../../engine/aftermath.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { apiOf, DAY, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { built } from '../harness/built.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { deliverWaiting } from '../notices/delivering.ts';
import { type MailServer, startMailServer } from '../notices/servers.ts';
import { COMPANY } from './company.ts';
import { askOf } from './rounds.ts';
import { selectionInReview } from './selection.ts';

/** When a selection begins that comes to its reviews five weeks later. */
const BEGUN = Date.parse('2027-05-04T09:00:00+08:00');

/** Nine in the morning in Shanghai, of the first day that comes. */
const nextMorning = (now: number) => Math.ceil((now - HOUR) / DAY) * DAY + HOUR;
const HOUR = 3_600_000;

/** Else it paints as a graphics card would, by the processor. */
const WITHOUT_GPU = ['--disable-gpu', '--disable-software-rasterizer'];

/** A link that signs somebody in, as it stands in letters; its path. */
const LINK = /https:\/\/rostrum\.example\.com(\/go#[\w.-]+\w)/;

/** Where pictures of pages go, to be looked at; nobody keeps them. */
const PICTURES = path.resolve('.rostrum/pictures');

/**
 * The browser of this machine: the one that CHROMIUM names, or one of those that systems bring. The one without a window of its
 * own takes two thirds of the processor that the others do.
 */
export function chromiumHere(): string | undefined {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const known = names.map((name) => `/usr/bin/${name}`);
  return [process.env.CHROMIUM ?? '', ...known].find((file) => file !== '' && existsSync(file));
}

/** What has happened before anybody sits down. */
export interface Scene {
  readonly begun: number;
  /** Who is asked to review, where somebody is. */
  readonly play: (api: TestApi, procedure: Procedure) => Promise<string | null>;
}

/** A selection in its reviews, and in the morning rounds of which something is late. */
const IN_REVIEW: Scene = {
  begun: BEGUN,
  play: async (api, procedure) => {
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', COMPANY);
    const reviewer = await selectionInReview(api, procedure);
    procedure.now = nextMorning(procedure.now);
    for (const person of ['E031', 'E047']) await askOf(api, person, procedure.now);
    // What was due in the evening is late.
    procedure.now += DAY;
    return reviewer;
  },
};

/** How somebody looks at a page. */
export interface Look {
  readonly person?: string;
  readonly locale?: 'en-GB' | 'zh-CN';
  readonly phone?: boolean;
  readonly dark?: boolean;
}

/** Whether each page is tried in every look, and leaves a picture of each: `npm run looks`. */
export const EVERY_LOOK = process.env.ROSTRUM_LOOKS === 'all';

const LOOKS = {
  desk: {},
  'phone-zh-dark': { phone: true, dark: true, locale: 'zh-CN' },
  'desk-dark': { dark: true },
  'desk-zh-dark': { dark: true, locale: 'zh-CN' },
  phone: { phone: true },
  'phone-zh': { phone: true, locale: 'zh-CN' },
} satisfies Readonly<Record<string, Look>>;

/** The looks in which a page is tried each time: between them they differ in all that a look is. */
const USUAL = ['desk', 'phone-zh-dark'] as const;

/**
 * In which looks a page is tried, by name: every one where that is asked for.
 * @param names the ones of the usual two that are enough
 */
export function looksOf(names: readonly (typeof USUAL)[number][] = USUAL): readonly (readonly [string, Look])[] {
  return Object.entries(LOOKS).filter(([name]) => EVERY_LOOK || names.some((one) => one === name));
}

let turn = 0;

/** Where there are many pages: each is tried in one of the usual two, in turn, or in every look where that is asked for. */
export function looksInTurn(): readonly (readonly [string, Look])[] {
  return looksOf([USUAL[turn++ % USUAL.length]!]);
}

/** A page that somebody has opened, and all that it has complained of. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** The app as it is built, served by the real API on a real database, in a real browser; procedure time is moved by hand. */
export class Stage {
  readonly database: TestDatabase;
  readonly procedure: Procedure;
  readonly api: TestApi;
  /** Who is asked to review applications of a selection. */
  readonly reviewer: string;
  readonly #browser: Browser;
  readonly #smtp: MailServer;
  readonly #hush: () => Promise<void>;
  /** So many of all letters had come when somebody read theirs, by address. */
  readonly #read = new Map<string, number>();
  /** Through which people only look, by the look. */
  readonly #windows = new Map<string, BrowserContext>();

  private constructor(
    around: Pick<Stage, 'database' | 'procedure' | 'api' | 'reviewer'>,
    browser: Browser,
    smtp: MailServer,
    hush: () => Promise<void>,
  ) {
    this.#hush = hush;
    this.database = around.database;
    this.procedure = around.procedure;
    this.api = around.api;
    this.reviewer = around.reviewer;
    this.#browser = browser;
    this.#smtp = smtp;
  }

  static async open(executablePath: string, scene = IN_REVIEW): Promise<Stage> {
    const [dist, database, smtp, browser] = await Promise.all([
      built(),
      testDatabase(),
      startMailServer(),
      chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none', ...WITHOUT_GPU] }),
    ]);
    mkdirSync(PICTURES, { recursive: true });
    const aftermath = new Aftermath(database.as.of('api'), undefined);
    const procedure = new Procedure(database, scene.begun, (done) =>
      aftermath.of({ ...done, mail: false, behind: [] }),
    );
    const news = newsLine(database.url);
    const under = { database, gateway: procedure, complaints: procedure.complaints };
    const now = () => procedure.now;
    const api = await apiOf(under, { now, news, pages: path.join(dist, 'web') });
    const reviewer = (await scene.play(api, procedure)) ?? '';
    const hush = async () => {
      aftermath.stop();
      await news.close();
    };
    return new Stage({ database, procedure, api, reviewer }, browser, smtp, hush);
  }

  /** Somebody sits down before a page; they are signed in, unless nobody is named. No page: they open one themselves. */
  async seat(url: string | undefined, look: Look = {}): Promise<Seat> {
    return this.#sit(await this.#window(look), url, look.person);
  }

  /**
   * Somebody looks at a page and leaves nothing there, in a window that others have looked through before in the same way: a new one,
   * which has to fetch the app first, takes longer than the page. Whoever has looked closes the page, and not the window.
   */
  async glance(url: string | undefined, { person, ...look }: Look & { readonly person: string }): Promise<Seat> {
    const kind = JSON.stringify(look);
    const window = this.#windows.get(kind) ?? (await this.#window(look));
    this.#windows.set(kind, window);
    await window.clearCookies();
    return this.#sit(window, url, person);
  }

  #window({ locale = 'en-GB', phone = false, dark = false }: Look): Promise<BrowserContext> {
    return this.#browser.newContext({
      ...{ locale, colorScheme: dark ? 'dark' : 'light', timezoneId: 'Asia/Shanghai', baseURL: this.api.origin },
      ...(phone ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } : {}),
      ...(phone ? {} : { viewport: { width: 1440, height: 900 } }),
    });
  }

  async #sit(context: BrowserContext, url: string | undefined, person: string | undefined): Promise<Seat> {
    if (person !== undefined) {
      const signedIn = await context.request.post('/api/session', {
        data: { dev: person, stay: false },
        headers: { 'x-rostrum': '1' },
      });
      if (!signedIn.ok()) throw new Error(await signedIn.text());
    }
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // That nobody is signed in is told by a refusal, which browsers write down as an error.
      if (!/401 \(Unauthorized\)/.test(message.text())) complaints.push(message.text());
    });
    if (url !== undefined) await page.goto(url);
    return { page, context, complaints };
  }

  /** All letters that wait are sent; the path of the link in the last one to somebody. */
  async linkMailedTo(address: string): Promise<string> {
    // Whoever asks is answered before their letter is written.
    while (!this.#receivedBy(address).length) await this.deliver();
    return LINK.exec(this.#receivedBy(address).at(-1)!.text!)![1]!;
  }

  /** All letters that are due go out; whatever somebody has got by then, each with its head and all that is attached. */
  async lettersTo(address: string): Promise<string[]> {
    await this.deliver();
    return this.#receivedBy(address).map(({ subject, headerLines, text, html, attachments }) =>
      [
        ...[subject, text, html],
        ...headerLines.map(({ line }) => line),
        ...attachments.map(({ filename, content }) => `${filename} ${content.toString('utf8')}`),
      ].join('\n'),
    );
  }

  #receivedBy(address: string) {
    return this.#smtp.received.filter(({ to }) => [to].flat()[0]!.text.includes(address));
  }

  /** The path of the link in the next letter to somebody that says something; what came before it counts as read. Time goes on until it comes. */
  async linkSaying(address: string, words: RegExp): Promise<string> {
    for (let mornings = 0; mornings < 10; mornings += 1) {
      await this.deliver();
      const received = this.#receivedBy(address);
      const at = received.findIndex(({ text = '' }, i) => i >= (this.#read.get(address) ?? 0) && words.test(text));
      if (at >= 0) {
        this.#read.set(address, at + 1);
        // Several that are due together come as one letter, which lists them first: the link that follows the words at last is meant.
        const text = received[at]!.text!;
        return (LINK.exec(text.split(words).at(-1)!) ?? LINK.exec(text))![1]!;
      }
      this.procedure.now = nextMorning(this.procedure.now + 1);
    }
    throw new Error(`No letter to ${address} says ${words}.`);
  }

  /** All letters that are due go out. */
  async deliver(): Promise<void> {
    const now = () => this.procedure.now;
    const db = this.database.as.of('notices');
    const channel = mailChannel({
      smtpUrl: this.#smtp.url,
      from: { name: 'Training', address: 'training@example.com' },
    });
    await deliverWaiting({
      ...{
        db,
        keys: this.database.keys,
        procedureNow: now,
        channel,
        channels: [channel],
        most: 20,
        publicUrl: 'https://rostrum.example.com',
      },
      lookup: makeLookup({ pool: db, keys: this.database.keys, clock: { now } }),
      signingIn: linksOf({ db, keys: this.database.keys, clock: new Clock(), days: 14, now }),
      log: () => undefined,
    });
    channel.close?.();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#smtp.close();
    await this.api.close();
    await this.#hush();
    await this.database.stop();
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Axe {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** The narrowest screen on which nothing is to be wider than it, and how wide a phone is at most; in pixels. */
const NARROWEST = 320;
const PHONE = 600;

/** By how many pixels a page is wider than the screen, where that is as narrow as a screen may be. */
async function widerThanTheNarrowest(page: Page): Promise<number> {
  const size = page.viewportSize();
  if (!size || size.width > PHONE) return 0;
  await page.setViewportSize({ ...size, width: NARROWEST });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize(size);
  return wide;
}

/** Which colours of a page cannot be told apart where it is light and has been dark, or the other way round. */
async function contrastsOtherwise(page: Page): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [here, otherwise] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  await page.emulateMedia({ colorScheme: otherwise });
  const found = await page.evaluate(async () => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } });
    return violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`));
  });
  await page.emulateMedia({ colorScheme: here });
  return found.map((fault) => `${otherwise}: ${fault}`);
}

/**
 * What is wrong with a page as it is shown now: what WCAG 2.2 AA finds, what is wider than the screen, also on the narrowest phone,
 * what the console says. Where every look is tried it leaves a picture to look at, and its colours are looked at in light and in dark.
 */
export async function faultsOf({ page, complaints }: Seat, picture: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (EVERY_LOOK) await page.screenshot({ path: path.join(PICTURES, `${picture}.png`), animations: 'disabled' });
  // As a script of the page itself it would be refused; the debugger's is not. It stays until another page is loaded.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    // What fades in is looked at once it is there.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    const { axe } = globalThis as unknown as { axe: Axe };
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    const { violations } = await axe.run(document, options);
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`)),
      ...(wide > 0 ? [`${wide} pixels wider than the screen`] : []),
    ];
  }, TAGS);
  const narrow = await widerThanTheNarrowest(page);
  if (narrow > 0) found.push(`${narrow} pixels wider than a screen of ${NARROWEST}`);
  if (EVERY_LOOK) found.push(...(await contrastsOtherwise(page)));
  return [...found, ...complaints];
}
