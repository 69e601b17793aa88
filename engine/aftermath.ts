import type { Pool } from '../db/connection.ts';
import { sayErased } from '../db/erased.ts';
import { overtaken } from '../db/looks.ts';
import { type News, sayNews } from '../db/news.ts';
import { hintOutbox } from '../db/outbox/put.ts';
import type { Advanced } from './advanced.ts';
import type { Pokes } from './pokes.ts';

/** Hints to whoever delivers are gathered for so long: one in all is as good as one a turn. */
const HINT_WAITS_MS = 50;
/** And what was written, for whoever looks at a page of it: nobody decides by it. */
const NEWS_WAITS_MS = 250;

/** What is left to do after a turn was committed and answered: nobody waits for it, and all of it may be lost. */
export class Aftermath {
  readonly #pool: Pool;
  readonly #pokes: Pokes | undefined;
  #hint: NodeJS.Timeout | undefined;
  #saying: NodeJS.Timeout | undefined;
  #news: News[] = [];

  /** Without pokes, signals are left to the sweeper. */
  constructor(pool: Pool, pokes: Pokes | undefined) {
    this.#pool = pool;
    this.#pokes = pokes;
  }

  of({ pokes, behind, erased, mail, news }: Pick<Advanced, 'pokes' | 'behind' | 'erased' | 'mail' | 'news'>): void {
    if (pokes.length) this.#pokes?.send(pokes);
    if (behind.length) void this.#pokes?.sendWhen(overtaken(this.#pool, behind));
    if (erased.length) void sayErased(this.#pool, erased).catch(() => undefined);
    if (mail) this.#hintSoon();
    if (news.length) this.#saySoon(news);
  }

  stop(): void {
    clearTimeout(this.#hint);
    clearTimeout(this.#saying);
  }

  #saySoon(news: readonly News[]): void {
    this.#news.push(...news);
    this.#saying ??= setTimeout(() => {
      this.#saying = undefined;
      const said = this.#news;
      this.#news = [];
      void sayNews(this.#pool, said).catch(() => undefined);
    }, NEWS_WAITS_MS);
  }

  #hintSoon(): void {
    this.#hint ??= setTimeout(() => {
      this.#hint = undefined;
      void hintOutbox(this.#pool).catch(() => undefined);
    }, HINT_WAITS_MS);
  }
}
