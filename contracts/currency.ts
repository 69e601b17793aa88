import type { Label } from './form.ts';

/** What a currency (ISO 4217) is called beside a figure: "CNY" and "元". */
export function currencyName(currency: string): Label {
  return { en: currency, 'zh-CN': currency === 'CNY' ? '元' : (CHINESE.of(currency) ?? currency) };
}

const CHINESE = new Intl.DisplayNames('zh-CN', { type: 'currency' });
