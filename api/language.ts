import type { FastifyRequest } from 'fastify';
import type { Language } from '../contracts/settings.ts';

/** The language that whoever asks reads best of those there are: by Accept-Language (RFC 9110, 12.5.4), English where it says neither. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  let [best, found]: [number, Language] = [0, 'en'];
  for (const range of (headers['accept-language'] ?? '').slice(0, 1000).split(',')) {
    const [tag = '', ...rest] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const quality = Number(/^q=([01](?:\.\d{1,3})?)$/.exec(rest.join(';'))?.[1] ?? (rest.length ? 0 : 1));
    const language = /^zh(-|$)/.test(tag) ? 'zh-CN' : /^en(-|$)/.test(tag) ? 'en' : undefined;
    if (language && quality > best) [best, found] = [quality, language];
  }
  return found;
}
