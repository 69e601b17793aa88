import { createHmac } from 'node:crypto';
import { cleaned, cut } from '../../contracts/text.ts';
import { type Channel, type Delivery, type Message, permanent, temporary } from './channel.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Signs the body: `X-Rostrum-Signature: sha256=` and the HMAC-SHA-256 of its bytes, in hex. */
  readonly secret?: string;
  readonly timeoutMs?: number;
}

/**
 * Posts each notice as JSON `{id, to, template, subject, text}`. `id`, and the header `Idempotency-Key`, are the outbox
 * key: a receiver that has seen it answers 200 and shows nothing again. A redirect is refused, since a signed body must
 * not travel on.
 */
export function webhookChannel(options: WebhookOptions): Channel {
  async function deliver(message: Message): Promise<Delivery> {
    const { key: id, to, template, subject, text } = message;
    const body = JSON.stringify({ id, to, template, subject, text });
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: headersFor(id, body, options.secret),
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
      });
      const said = cut(cleaned(await response.text()), 200);
      return judge(response, said);
    } catch (error) {
      return temporary(`The webhook at ${place(options.url)} did not answer: ${cause(error)}`);
    }
  }

  return { name: 'webhook', deliver };
}

function headersFor(key: string, body: string, secret: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Idempotency-Key': encodeURIComponent(key),
  };
  if (secret) headers['X-Rostrum-Signature'] = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return headers;
}

function judge(response: Response, said: string): Delivery {
  const { status } = response;
  if (response.ok) return { accepted: true, response: `${status} ${said}`.trim() };
  const reason = `The webhook at ${place(response.url)} answered ${status} ${said}`.trim();
  const retryAfterMs = retryAfter(response.headers.get('retry-after'));
  const wish = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429 || (status === 503 && retryAfterMs !== undefined))
    return temporary(reason, { ...wish, busy: true });
  return status === 408 || status === 425 || status >= 500 ? temporary(reason, wish) : permanent(reason);
}

/** `Retry-After` is a number of seconds or a date; anything else says nothing. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Without path and query, which often hold a token. */
function place(url: string): string {
  return new URL(url).origin;
}

function cause(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error ? inner.message : String(inner);
}
