import type { Reader } from './date.ts';

/** "A, B, C" / "A、B、C": things beside each other, without an "and". */
export function listed({ language }: Pick<Reader, 'language'>, things: readonly string[]): string {
  return things.join(language === 'zh-CN' ? '、' : ', ');
}
