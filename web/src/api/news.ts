import { ownPath } from './own-path.ts';

/** What has been written: in which stream, whose kind stands before its colon. */
interface Heard {
  readonly stream: string;
}

/** What is done about what is heard. */
export interface NewsEffects {
  /** Something was written in these streams. */
  changed(streams: ReadonlySet<string>): void;
  /** Something may have been written anywhere: all that is shown is to be read anew. */
  missed(): void;
  signedOut(): void;
}

/** What is heard within so many milliseconds is one piece of news: a round of thousands is asked for once. */
const TOGETHER_MS = 300;
/** After the API has refused to be listened to, it is asked again in so many milliseconds. */
const AGAIN_MS = 30_000;

let hearing = false;

/** Whether the API says by itself what has changed: then little is asked for by the clock. */
export const isHearing = (): boolean => hearing;

/**
 * Listens to the API for as long as the tab is seen; a tab that is not holds no connection. What was missed while nobody listened is
 * made up for by reading anew what is shown. @returns stops it
 */
export function listenForNews(effects: NewsEffects): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let streams = new Set<string>();
  let first = true;
  const stop = () => {
    clearTimeout(again);
    source?.close();
    source = undefined;
    hearing = false;
  };
  const listen = () => {
    if (source || document.visibilityState === 'hidden') return;
    source = new EventSource(ownPath('/api/events'));
    source.addEventListener('hello', () => {
      hearing = true;
      if (!first) effects.missed();
      first = false;
    });
    source.addEventListener('news', ({ data }) => {
      streams.add((JSON.parse(data) as Heard).stream);
      soon ??= setTimeout(() => {
        soon = undefined;
        const told = streams;
        streams = new Set();
        effects.changed(told);
      }, TOGETHER_MS);
    });
    source.addEventListener('missed', () => effects.missed());
    source.addEventListener('signed-out', () => effects.signedOut());
    source.onerror = () => {
      // It has been broken off: from now on the clock decides, until the browser has come through again.
      if (hearing) {
        hearing = false;
        effects.missed();
      }
      if (source?.readyState !== EventSource.CLOSED) return;
      stop();
      again = setTimeout(listen, AGAIN_MS);
    };
  };
  const seen = () => (document.visibilityState === 'hidden' ? stop() : listen());
  document.addEventListener('visibilitychange', seen);
  listen();
  return () => {
    document.removeEventListener('visibilitychange', seen);
    clearTimeout(soon);
    stop();
  };
}

/** Whether something that is read from these streams, or from these kinds of them, has changed. */
export function isTouched(readFrom: readonly string[], changed: ReadonlySet<string>): boolean {
  return [...changed].some((stream) => readFrom.includes(stream) || readFrom.includes(stream.split(':')[0]!));
}
