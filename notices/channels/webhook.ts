import { Agent, type Dispatcher, request } from 'undici';
import { cleaned, cut } from '../../contracts/cleaned.ts';
import { type Channel, type Delivery, type Message, permanent, temporary } from './channel.ts';
import { type Allowed, InsideNetwork, lookupOutside, type Resolve, refuseInside } from './outside.ts';
import { SIGNATURE_HEADER, signatureOf } from './signature.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Each signs what is posted, see `signatureOf`; none: it is not signed. */
  readonly secrets?: readonly string[];
  /** Addresses inside the network that the webhook may have. */
  readonly allow?: Allowed;
  /** How long a delivery may take in all, in milliseconds. */
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

/** So much of an answer is read; what is behind it is never asked for. */
const MOST_READ = 4096;
/** So much of it is kept with the message, in characters. */
const MOST_KEPT = 200;

/**
 * Posts each notice as JSON `{id, to, template, subject, text}`. `id`, and the header `Idempotency-Key`, are the outbox
 * key: a receiver that has seen it answers 200 and shows nothing again. A redirect is refused, since a signed body must
 * not travel on, and so is an address inside the network that nobody has allowed.
 */
export function webhookChannel(options: WebhookOptions): Channel {
  const { url, secrets = [], allow = [], timeoutMs = 10_000 } = options;
  const agent = new Agent({ connect: { lookup: lookupOutside(allow, options.resolve) }, connections: 8 });

  async function deliver(message: Message): Promise<Delivery> {
    const { key: id, to, template, subject, text } = message;
    const body = JSON.stringify({ id, to, template, subject, text });
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      refuseInside(new URL(url).hostname, allow);
      const headers = headersFor(id, body, secrets);
      const response = await request(url, { method: 'POST', headers, body, signal, dispatcher: agent });
      return judge(response, await beginningOf(response.body), url);
    } catch (error) {
      if (error instanceof InsideNetwork || (error as Error).cause instanceof InsideNetwork)
        return temporary(`The webhook at ${place(url)} was not called: ${cause(error)}.`);
      const late = signal.aborted ? `no whole answer within ${timeoutMs} ms` : cause(error);
      return temporary(`The webhook at ${place(url)} did not answer: ${late}`);
    }
  }

  return { name: 'webhook', deliver, close: () => void agent.destroy() };
}

/** As much of an answer as says what is meant, with nothing in it that cannot be stored; the connection goes if there is more. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop destroys the body.
    if (size >= MOST_READ) break;
  }
  const text = Buffer.concat(chunks).subarray(0, MOST_READ).toString('utf8');
  return cut(cleaned(text), MOST_KEPT);
}

function headersFor(key: string, body: string, secrets: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Idempotency-Key': encodeURIComponent(key),
  };
  if (secrets.length) headers[SIGNATURE_HEADER] = signatureOf(body, secrets, Date.now());
  return headers;
}

function judge({ statusCode: status, headers }: Dispatcher.ResponseData, said: string, url: string): Delivery {
  if (status >= 200 && status < 300) return { accepted: true, response: `${status} ${said}`.trim() };
  const reason = `The webhook at ${place(url)} answered ${status} ${said}`.trim();
  const asked = headers['retry-after'];
  const retryAfterMs = retryAfter(Array.isArray(asked) ? asked[0] : asked);
  const wish = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429 || (status === 503 && retryAfterMs !== undefined))
    return temporary(reason, { ...wish, busy: true });
  return status === 408 || status === 425 || status >= 500 ? temporary(reason, wish) : permanent(reason);
}

/** `Retry-After` is a number of seconds or a date; anything else says nothing. */
function retryAfter(header: string | undefined): number | undefined {
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
  return cut(cleaned(inner instanceof Error ? inner.message : String(inner)), MOST_KEPT);
}
