import type { Language } from '../../contracts/settings.ts';
import type { Comparison } from './comparison.ts';
import type { Facts } from './explanation.ts';

/** An explanation in whole sentences, in the order in which a person asks. */
export function sentences(facts: Facts, language: Language): string[] {
  const say = language === 'en' ? english : chinese;
  return [
    say.standing(facts),
    ...say.certainty(facts),
    ...say.strengths(facts),
    ...say.ties(facts),
    ...say.below(facts),
    ...say.seat(facts),
    ...(facts.comparison === null ? [] : compared(facts, facts.comparison, say)),
    ...say.ownReviewers(facts),
  ];
}

function compared(facts: Facts, comparison: Comparison, say: typeof english): string[] {
  return [
    say.order(facts, comparison),
    ...say.where(comparison),
    ...say.needed(comparison),
    ...say.weights(comparison),
    say.reviewers(comparison),
  ];
}

/** Two decimals are enough to read; the figures themselves are in the structured part. */
function n(value: number): string {
  return value.toFixed(2);
}

function percent(share: number): number {
  return Math.round(100 * share);
}

function largest(comparison: Comparison, sign: 1 | -1) {
  return comparison.criteria
    .filter((c) => Math.sign(c.points) === sign)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, 3);
}

function movers(facts: Facts) {
  return facts.reviews.filter((r) => r.without !== null && r.without.rank !== facts.rank);
}

/** Weights that would have to change by less than half of themselves to draw level. */
function tender(comparison: Comparison) {
  return comparison.criteria.filter(
    (c) => c.levelAtWeight !== null && c.weight > 0 && Math.abs(c.levelAtWeight - c.weight) <= c.weight / 2,
  );
}

function edges(facts: Facts) {
  const sorted = [...facts.criteria]
    .filter((c) => c.weight > 0)
    .sort((a, b) => b.weight * (b.value - b.usual) - a.weight * (a.value - a.usual));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  return {
    best: best && best.value > best.usual ? best : null,
    worst: worst && worst.value < worst.usual ? worst : null,
  };
}

const english = {
  standing: (f: Facts) => `${f.application} is number ${f.rank} of ${f.of} with a score of ${n(f.score)}.`,
  certainty: (f: Facts) =>
    f.low === null || f.high === null || f.rankLow === null
      ? []
      : [
          `With other reviewers the score would lie between ${n(f.low)} and ${n(f.high)} in 9 of 10 cases, and the rank would be ${f.rankLow === f.rankHigh ? f.rankLow : `from ${f.rankLow} to ${f.rankHigh}`}.`,
        ],
  strengths: (f: Facts) => {
    const { best, worst } = edges(f);
    return [
      ...(best ? [`It gains most on ${best.criterion}: ${n(best.value)}, where the average is ${n(best.usual)}.`] : []),
      ...(worst
        ? [`It loses most on ${worst.criterion}: ${n(worst.value)}, where the average is ${n(worst.usual)}.`]
        : []),
    ];
  },
  ties: (f: Facts) => (f.tiedWith.length === 0 ? [] : [`It ties with ${f.tiedWith.join(', ')}; the panel decides.`]),
  below: (f: Facts) =>
    f.below.map((b) =>
      b === 'threshold'
        ? 'It is below the overall threshold and takes no seat.'
        : `It is below the minimum on ${b} and takes no seat.`,
    ),
  seat: (f: Facts) => {
    if (f.seat === null || f.below.length > 0) return [];
    const share =
      f.seatShare === null ? '' : `, as in ${percent(f.seatShare)} of 100 draws of how the scores might have come out`;
    if (f.seat === 'tie') return ['It ties for the last seat; the panel decides.'];
    if (f.seat === 'yes')
      return [`It takes a seat${share}${f.seatChance === 'toss-up' ? ', so it is not certain' : ''}.`];
    return [
      f.seatShare === null
        ? 'It takes no seat.'
        : `It takes no seat; it would in ${percent(f.seatShare)} of 100 draws of how the scores might have come out${f.seatChance === 'toss-up' ? ', so it is not certain' : ''}.`,
    ];
  },
  order: (f: Facts, c: Comparison) => {
    if (c.order === 'tie')
      return `${f.application} and ${c.against} are equal at ${n(c.score)} and on every tie-break.`;
    if (c.decidedBy !== 'score')
      return `${f.application} and ${c.against} are equal at ${n(c.score)}; the tie-break ${c.decidedBy} puts ${f.application} ${c.order} ${c.against}.`;
    return `It stands ${c.order} ${c.against} (number ${c.rank}, ${n(c.score)}) by ${n(Math.abs(c.difference))} points.`;
  },
  where: (c: Comparison) => {
    const [ahead, behind] = [largest(c, 1), largest(c, -1)];
    return [
      ...(ahead.length
        ? [`Ahead of ${c.against} on ${ahead.map((x) => `${x.criterion} (+${n(x.points)})`).join(', ')}.`]
        : []),
      ...(behind.length
        ? [`Behind ${c.against} on ${behind.map((x) => `${x.criterion} (-${n(-x.points)})`).join(', ')}.`]
        : []),
    ];
  },
  needed: (c: Comparison) => {
    const ways = c.criteria.filter((x) => x.needed !== null);
    return ways.length === 0
      ? []
      : [`To draw level it would need ${ways.map((x) => `${n(x.needed!)} more on ${x.criterion}`).join(', or ')}.`];
  },
  weights: (c: Comparison) => {
    const close = tender(c);
    if (c.order === 'tie') return [];
    if (close.length === 0) return ['No single weight would have to change by less than half to turn the order.'];
    return close.map(
      (x) => `The order turns if the weight of ${x.criterion} goes from ${n(x.weight)} past ${n(x.levelAtWeight!)}.`,
    );
  },
  reviewers: (c: Comparison) =>
    c.reviewers.length === 0
      ? 'Leaving out any one reviewer would not change the order of the two.'
      : `The order of the two depends on ${c.reviewers.join(', ')}: without ${c.reviewers.length === 1 ? 'that reviewer' : 'any one of them'} it would be another.`,
  ownReviewers: (f: Facts) =>
    movers(f).map((r) => `Without ${r.reviewer} it would be number ${r.without!.rank} with ${n(r.without!.score)}.`),
};

const chinese: typeof english = {
  standing: (f) => `${f.application} 在 ${f.of} 份申请中排第 ${f.rank} 名，得分 ${n(f.score)}。`,
  certainty: (f) =>
    f.low === null || f.high === null || f.rankLow === null
      ? []
      : [
          `若换一批评审，十次中有九次得分在 ${n(f.low)} 至 ${n(f.high)} 之间，名次${f.rankLow === f.rankHigh ? `为第 ${f.rankLow} 名` : `在第 ${f.rankLow} 至第 ${f.rankHigh} 名之间`}。`,
        ],
  strengths: (f) => {
    const { best, worst } = edges(f);
    return [
      ...(best ? [`优势最大的是“${best.criterion}”：${n(best.value)}，平均为 ${n(best.usual)}。`] : []),
      ...(worst ? [`失分最多的是“${worst.criterion}”：${n(worst.value)}，平均为 ${n(worst.usual)}。`] : []),
    ];
  },
  ties: (f) => (f.tiedWith.length === 0 ? [] : [`与 ${f.tiedWith.join('、')} 并列，由评审组决定。`]),
  below: (f) =>
    f.below.map((b) => (b === 'threshold' ? '总分低于录取线，不占名额。' : `“${b}”低于最低要求，不占名额。`)),
  seat: (f) => {
    if (f.seat === null || f.below.length > 0) return [];
    if (f.seat === 'tie') return ['与他人并列最后一个名额，由评审组决定。'];
    const unsure = f.seatChance === 'toss-up' ? '，并不确定' : '';
    const share =
      f.seatShare === null ? '' : `；按评分可能的波动模拟，100 次中有 ${percent(f.seatShare)} 次入选${unsure}`;
    return [`${f.seat === 'yes' ? '占有名额' : '未占名额'}${share}。`];
  },
  order: (f, c) => {
    if (c.order === 'tie') return `${f.application} 与 ${c.against} 同为 ${n(c.score)} 分，各项并列规则也无法区分。`;
    const place = c.order === 'before' ? '之前' : '之后';
    if (c.decidedBy !== 'score')
      return `${f.application} 与 ${c.against} 同为 ${n(c.score)} 分；按并列规则“${tieBreakZh(c.decidedBy)}”，排在 ${c.against} ${place}。`;
    return `排在 ${c.against}（第 ${c.rank} 名，${n(c.score)} 分）${place}，相差 ${n(Math.abs(c.difference))} 分。`;
  },
  where: (c) => {
    const [ahead, behind] = [largest(c, 1), largest(c, -1)];
    return [
      ...(ahead.length
        ? [`领先 ${c.against} 的是${ahead.map((x) => `“${x.criterion}”（+${n(x.points)}）`).join('、')}。`]
        : []),
      ...(behind.length
        ? [`落后于 ${c.against} 的是${behind.map((x) => `“${x.criterion}”（-${n(-x.points)}）`).join('、')}。`]
        : []),
    ];
  },
  needed: (c) => {
    const ways = c.criteria.filter((x) => x.needed !== null);
    return ways.length === 0
      ? []
      : [`若要追平，需要${ways.map((x) => `“${x.criterion}”再高 ${n(x.needed!)}`).join('，或')}。`];
  },
  weights: (c) => {
    const close = tender(c);
    if (c.order === 'tie') return [];
    if (close.length === 0) return ['任何单项权重改变不到一半，两者的先后都不会改变。'];
    return close.map(
      (x) => `若“${x.criterion}”的权重由 ${n(x.weight)} 变到越过 ${n(x.levelAtWeight!)}，两者的先后就会颠倒。`,
    );
  },
  reviewers: (c) =>
    c.reviewers.length === 0
      ? '去掉任何一位评审，两者的先后都不变。'
      : `两者的先后取决于 ${c.reviewers.join('、')}：没有${c.reviewers.length === 1 ? '该评审' : '其中任何一位'}的评分，结果就会不同。`,
  ownReviewers: (f) =>
    movers(f).map((r) => `若没有 ${r.reviewer} 的评分，名次为第 ${r.without!.rank} 名，得分 ${n(r.without!.score)}。`),
};

function tieBreakZh(name: string): string {
  return name === 'median' ? '中位数' : name === 'highest-minimum' ? '最低分较高者优先' : name;
}
