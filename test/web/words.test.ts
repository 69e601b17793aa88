import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { FACTS } from '../../web/src/features/why/parts/facts.ts';

const SOURCE = 'web/src';
const LANGUAGES = ['en', 'zh-CN'] as const;

/** What is written in Latin letters in Chinese as well. */
const LATIN = new Set(['Rostrum', 'English', 'Alt', 'Ctrl', 'Enter', 'Esc', 'JavaScript']);

/** What every page has; all other files of words come with the feature of their name. */
const FIRST = ['app', 'format', 'ui'];

type Words = { readonly [key: string]: string | Words };

const files = (language: string) => readdirSync(`${SOURCE}/words/${language}`).filter((name) => name.endsWith('.json'));

function flat(words: Words, before: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}.${key}`, value] as [string, string]] : flat(value, `${before}.${key}`),
  );
}

function wordsOf(language: string): Map<string, string> {
  return new Map(
    files(language).flatMap((name) =>
      flat(JSON.parse(readFileSync(`${SOURCE}/words/${language}/${name}`, 'utf8')), name.slice(0, -'.json'.length)),
    ),
  );
}

const words = { en: wordsOf('en'), 'zh-CN': wordsOf('zh-CN') };

/** A text has one key, whatever the number of its plural forms. */
const one = (key: string) => key.replace(/_(one|other)$/, '');
const keysOf = (language: 'en' | 'zh-CN') => new Set([...words[language].keys()].map(one));

const FEATURES = files('en')
  .map((name) => name.slice(0, -'.json'.length))
  .join('|');

/** Every key that the source names, and the beginnings of those that it puts together. */
function named(): { keys: Set<string>; beginnings: string[] } {
  const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => readFileSync(path.join(SOURCE, name), 'utf8'))
    .join('\n');
  const literal = new RegExp(`['"]((?:${FEATURES})(?:\\.[\\w-]+)+)['"]`, 'g');
  const template = new RegExp(`\`((?:${FEATURES})\\.[\\w.-]*)\\$\\{`, 'g');
  return {
    keys: new Set([...sources.matchAll(literal)].map(([, key]) => key!)),
    beginnings: [...new Set([...sources.matchAll(template)].map(([, key]) => key!))],
  };
}

test('both languages have the same texts, with the same blanks in them', () => {
  expect([...keysOf('zh-CN')].sort()).toEqual([...keysOf('en')].sort());
  const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}|<\/?\w+>/g))].sort();
  const ofKey = (language: 'en' | 'zh-CN', key: string) =>
    blanks([...words[language]].flatMap(([name, text]) => (one(name) === key ? [text] : [])).join(' '));
  for (const key of keysOf('en')) {
    // How many may be said by the form of the word alone.
    const without = (found: string[]) => found.filter((blank) => blank !== '{{count}}');
    expect([key, without(ofKey('zh-CN', key))]).toEqual([key, without(ofKey('en', key))]);
  }
});

test('every text that is shown is there, and every text that is there is shown', () => {
  const { keys, beginnings } = named();
  const known = keysOf('en');
  expect([...keys].filter((key) => !known.has(key))).toEqual([]);
  const isNamed = (key: string) => keys.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
  expect([...known].filter((key) => !isNamed(key))).toEqual([]);
  expect(beginnings.filter((beginning) => ![...known].some((key) => key.startsWith(beginning)))).toEqual([]);
});

test('a feature shows its own texts and those of every page: no others are loaded with it', () => {
  const elsewhere = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const [room, feature] = name.split('/');
      const loaded = room === 'features' ? [...FIRST, feature] : FIRST;
      const others = new RegExp(`['"\`](?!(?:${loaded.join('|')})\\.)(?:${FEATURES})\\.\\w[\\w.]*['"\`$]`, 'g');
      return [...readFileSync(path.join(SOURCE, name), 'utf8').matchAll(others)].map(([found]) => `${name}: ${found}`);
    });
  expect(elsewhere).toEqual([]);
});

test('a text has every form that its language counts by', () => {
  for (const language of LANGUAGES) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of words[language].keys()) {
      if (!/_(one|other)$/.test(key)) continue;
      const missing = forms.filter((form) => !words[language].has(`${one(key)}_${form}`));
      expect([language, key, missing]).toEqual([language, key, []]);
    }
  }
});

test('no English word stands in a Chinese text', () => {
  const english = [...words['zh-CN']].flatMap(([key, text]) => {
    const found = text.replaceAll(/\{\{\w+\}\}|<\/?\w+>/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
    return found.filter((word) => !LATIN.has(word)).map((word) => `${key}: ${word}`);
  });
  expect(english).toEqual([]);
});

test('no text is written into the source of a page', () => {
  const written = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => {
      const source = readFileSync(path.join(SOURCE, name), 'utf8');
      const texts = [...source.matchAll(/>([^<>{}=;()]*[A-Za-z\p{Script=Han}]{2,}[^<>{}=;()]*)<\//gu)];
      const labels = [...source.matchAll(/(?:aria-label|title|placeholder|label)="([^"]*[a-z]{2,}[^"]*)"/g)];
      return [...texts, ...labels].map(([, text]) => `${name}: ${text!.trim()}`);
    });
  expect(written.filter((text) => !LATIN.has(text.replace(/^.*: /, '')))).toEqual([]);
});

/**
 * What has another word everywhere: hours of training are 课时, a stage is 环节, a letter 邮件, what a plan promises 预期, a need is
 * 填报, a reviewer 评审专家, a hash 校验码.
 */
const OTHER_WORDS =
  /学时|阶段|人民币|通知信|承诺与实测|评价 \{\{level\}\}|未评价|申报\p{Script=Han}{0,4}需求|评审人员|指纹|哈希/u;
/** Blanks that are filled with words, and with figures. */
const WORDY = '(?:day|names?|person|department|elements?|things|topics|closes|opens|term)';
const FIGURES = '(?:count|level|version|amount|done|of|taken|planned|used|score|limit|measured|promised)';

test('one thing has one word in Chinese; figures stand apart from it, and words do not', () => {
  const odd = [...words['zh-CN']].filter(([, text]) => {
    const apart = new RegExp(`\\p{Script=Han} \\{\\{${WORDY}\\}\\}|\\{\\{${WORDY}\\}\\} \\p{Script=Han}`, 'u');
    const close = new RegExp(`\\p{Script=Han}\\{\\{${FIGURES}\\}\\}|\\{\\{${FIGURES}\\}\\}\\p{Script=Han}`, 'u');
    const latin = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    return OTHER_WORDS.test(text) || apart.test(text) || close.test(text) || latin.test(text);
  });
  expect(odd).toEqual([]);
});

test('what the server says has the same words', () => {
  const odd = ['contracts', 'documents', 'domain', 'views'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const [found] = OTHER_WORDS.exec(readFileSync(path.join(folder, name), 'utf8')) ?? [];
        return found === undefined ? [] : [`${folder}/${name}: ${found}`];
      }),
  );
  expect(odd).toEqual([]);
});

test('every fact that those are shown who do not see the whole ledger has its words', () => {
  const source = readFileSync('access/sight/history.ts', 'utf8');
  const shown = [...source.matchAll(/(?:seen|quietly)(?:<\w+>)?\('\w+'((?:, '\w+')*)\)/g)].flatMap(([, list]) =>
    [...list!.matchAll(/'(\w+)'/g)].map(([, key]) => key!),
  );
  expect(shown.length).toBeGreaterThan(20);
  expect([...new Set(shown)].filter((key) => !words['zh-CN'].has(`why.fact.${key}`) || !FACTS.has(key))).toEqual([]);
});
