import { fieldInWords } from './field-words.ts';
import type { Label } from './form.ts';
import { faultInChinese } from './plain-faults-zh-cn.ts';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What is wrong with a field that is not known where it stands. */
export const UNKNOWN_FIELD = 'is not known here; leave it out or correct its name';

/** Which field does not fit, and why, for a sentence in either language. `field`: of the whole it says so. */
export function faultInWords({ path, message }: Issue): { readonly field: Label; readonly fault: Label } {
  const what = message.replace(/\.$/, '');
  // Words for people go on from what it is about; those of a rule are told after it.
  const goesOn = /^(is|must|has|have|may|cannot|does|holds|names) /.test(what);
  return {
    field: path.length ? fieldInWords(path) : { en: 'the content', 'zh-CN': '内容' },
    fault: { en: goesOn ? what : `does not fit: ${what}`, 'zh-CN': faultInChinese(what) ?? `不符合要求（${what}）` },
  };
}
