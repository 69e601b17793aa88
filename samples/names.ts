import type { Dice } from './dice.ts';

const SURNAMES: readonly (readonly [string, string])[] = [
  ['林', 'lin'],
  ['沈', 'shen'],
  ['韩', 'han'],
  ['唐', 'tang'],
  ['冯', 'feng'],
  ['董', 'dong'],
  ['程', 'cheng'],
  ['曹', 'cao'],
  ['袁', 'yuan'],
  ['邓', 'deng'],
  ['许', 'xu'],
  ['傅', 'fu'],
  ['曾', 'zeng'],
  ['彭', 'peng'],
  ['吕', 'lv'],
  ['苏', 'su'],
  ['卢', 'lu'],
  ['蒋', 'jiang'],
  ['上官', 'shangguan'],
  ['司徒', 'situ'],
];
const GIVEN: readonly (readonly [string, string])[] = [
  ['明哲', 'mingzhe'],
  ['安琪', 'anqi'],
  ['建华', 'jianhua'],
  ['婉清', 'wanqing'],
  ['俊杰', 'junjie'],
  ['诗涵', 'shihan'],
  ['博文', 'bowen'],
  ['静怡', 'jingyi'],
  ['天宇', 'tianyu'],
  ['美玲', 'meiling'],
  ['志强', 'zhiqiang'],
  ['紫萱', 'zixuan'],
  ['成刚', 'chenggang'],
  ['雅琴', 'yaqin'],
  ['少华', 'shaohua'],
  ['可馨', 'kexin'],
  ['伟民', 'weimin'],
  ['月华', 'yuehua'],
  ['一凡', 'yifan'],
  ['长青', 'changqing'],
  ['晓东', 'xiaodong'],
  ['若曦', 'ruoxi'],
  ['海燕', 'haiyan'],
  ['逸飞', 'yifei'],
];
const FIRST: readonly (readonly [string, string])[] = [
  ['Amara', 'amara'],
  ['Björn', 'bjorn'],
  ['Carmen', 'carmen'],
  ['Dmitri', 'dmitri'],
  ['Élodie', 'elodie'],
  ['Farid', 'farid'],
  ['Grace', 'grace'],
  ['Hugo', 'hugo'],
  ['Isabel', 'isabel'],
  ['Jonas', 'jonas'],
  ['Katarzyna', 'katarzyna'],
  ['Liam', 'liam'],
  ['Meera', 'meera'],
  ['Niamh', 'niamh'],
  ['Olu', 'olu'],
  ['Paula', 'paula'],
  ['Ravi', 'ravi'],
  ['Sanna', 'sanna'],
  ['Theo', 'theo'],
  ['Zoë', 'zoe'],
];
const LAST: readonly (readonly [string, string])[] = [
  ['Adeyemi', 'adeyemi'],
  ['Bergström', 'bergstrom'],
  ['Costa', 'costa'],
  ['D’Angelo', 'dangelo'],
  ['Eriksen', 'eriksen'],
  ['Fuchs', 'fuchs'],
  ['García', 'garcia'],
  ['Hofmann', 'hofmann'],
  ['Ivanova', 'ivanova'],
  ['Jansen', 'jansen'],
  ['Krause', 'krause'],
  ['Łukasik', 'lukasik'],
  ['Miller-Ray', 'miller-ray'],
  ['Nakamura', 'nakamura'],
  ['Öztürk', 'ozturk'],
  ['Patel', 'patel'],
  ['Quinn', 'quinn'],
  ['Rossi', 'rossi'],
  ['Schäfer', 'schaefer'],
  ['Tremblay', 'tremblay'],
];

export interface Name {
  readonly name: string;
  /** What stands before the @ of the mail address. */
  readonly local: string;
}

/** A random combination; any likeness to a person is chance. */
export function randomName(dice: Dice, chinese: boolean): Name {
  if (chinese) {
    const [family, familyLatin] = dice.pick(SURNAMES);
    const [given, givenLatin] = dice.pick(GIVEN);
    return { name: family + given, local: `${givenLatin}.${familyLatin}` };
  }
  const [first, firstLatin] = dice.pick(FIRST);
  const [last, lastLatin] = dice.pick(LAST);
  return { name: `${first} ${last}`, local: `${firstLatin}.${lastLatin}` };
}
