// node docs/ranking/draw.mjs [FOLDER]: draws the pictures of judges.md and prints the figures that it quotes, from the
// scores of nine judges (scores-men.csv in FOLDER, default ../shared/data/judges). Run `npm run build` first.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { built, ROOT } from '../../bench/built.mjs';
import { diamond, dot, line, picture, scale, words } from './chart.mjs';

const { rank } = await built('domain/ranking/rank.js');
const { rankingMethod } = await built('domain/ranking/method.js');
const { random } = await built('domain/ranking/random.js');

const SEATS = 10;
const MEAN = rankingMethod({ seats: SEATS });
const CALIBRATED = rankingMethod({ method: 'calibrated', seats: SEATS });
const folder = path.resolve(ROOT, process.argv[2] ?? '../shared/data/judges');
const say = (text) => process.stdout.write(`${text}\n`);
const draw = (name, svg) => writeFileSync(path.join(import.meta.dirname, name), svg);

const all = readFileSync(path.join(folder, 'scores-men.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [reviewer, application, criterion, score] = row.trim().split(',');
    return { reviewer, application, criterion, score };
  });
const full = rank(all, MEAN);
const truth = new Map(full.ranking.map((r) => [r.application, r]));

/** Three of the nine judges for every performer, by the seed. */
function three(seed) {
  const source = random(seed);
  const kept = new Set(
    [...truth.keys()].sort().flatMap((a) => {
      const judges = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8', 'J9'];
      return [1, 2, 3].map(() => `${a} ${judges.splice(source.below(judges.length), 1)[0]}`);
    }),
  );
  return all.filter((s) => kept.has(`${s.application} ${s.reviewer}`));
}

/** How far an order is from the full panel's: places, summed over performers. */
const places = (found) => found.ranking.reduce((sum, r) => sum + Math.abs(r.rank - truth.get(r.application).rank), 0);

const harsher = (scores, judge, by) =>
  scores.map((s) => (s.reviewer === judge ? { ...s, score: Number(s.score) - by } : s));

const usual = averages();
severity();
change(three(usual));
certainty(three(usual));

/** Picture 1: how severe each judge is, beside how little separates neighbours in the order. */
function severity() {
  const judges = [...rank(all, CALIBRATED).reviewers].sort((a, b) => a.severity - b.severity);
  const gaps = full.ranking.slice(1).map((r, i) => full.ranking[i].score - r.score);
  const median = [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
  const spread = judges.at(-1).severity - judges[0].severity;
  const x = scale(-0.25, 0.25, 70, 600);
  const rows = judges.map(({ reviewer, severity: s }, i) => {
    const y = 80 + 26 * i;
    return [words(40, y + 4, reviewer), line(x(0), y, x(s), y, 'b'), dot(x(s), y, 'b'), words(630, y + 4, signed(s))];
  });
  const ticks = [-0.2, -0.1, 0, 0.1, 0.2].map((v) => [
    line(x(v), 62, x(v), 302, v === 0 ? 'axis' : 'grid'),
    words(x(v), 320, v === 0 ? '0' : signed(v, 1), 'small', 'middle'),
  ]);
  const bar = [
    line(x(0), 350, x(median), 350, 'a'),
    line(x(0), 344, x(0), 356, 'a'),
    line(x(median), 344, x(median), 356, 'a'),
    words(x(0) - 10, 354, `half of all neighbours are nearer than ${median.toFixed(2)}:`, 'small', 'end'),
  ];
  draw(
    'severity.svg',
    picture(
      700,
      375,
      `Severity of nine judges: from ${signed(judges[0].severity)} to ${signed(judges.at(-1).severity)} points.`,
      [
        words(40, 26, 'Severity of nine judges who saw all 36 performers', 'title'),
        words(40, 46, 'points below what an average judge gives the same performer; left of 0 is mild', 'small'),
        ticks,
        rows,
        bar,
      ],
    ),
  );
  say(`judges: severity ${judges.map((j) => `${j.reviewer} ${signed(j.severity)}`).join(', ')}`);
  say(`between the mildest and the most severe ${spread.toFixed(2)} points; a third of it ${(spread / 3).toFixed(2)}`);
  say(
    `gaps between neighbours: median ${median.toFixed(3)}, below a third of the spread: ${gaps.filter((g) => g < spread / 3).length} of ${gaps.length}`,
  );
}

/** Picture 2: with one harsh judge among three, where the mean and the calibrated order put whom that judge saw. */
function change(plain) {
  const scores = harsher(plain, 'J3', 1);
  const seen = new Set(scores.filter((s) => s.reviewer === 'J3').map((s) => s.application));
  const [mean, calibrated] = [rank(scores, MEAN), rank(scores, CALIBRATED)];
  const at = (found) => new Map(found.ranking.map((r) => [r.application, r.rank]));
  const columns = [
    ['nine judges', at(full), 130],
    ['mean of three', at(mean), 350],
    ['calibrated', at(calibrated), 570],
  ];
  const y = (r) => 78 + 14.5 * (r - 1);
  const alike = (rank) =>
    full.ranking
      .filter((r) => r.rank === rank)
      .map((r) => r.application)
      .join(', ');
  const lines = [...truth.keys()].map((a) => {
    const ranks = columns.map(([, m]) => m.get(a));
    const kind = seen.has(a) ? 'a' : 'not';
    const path = columns.map(([, m, x], i) => `${i ? 'L' : 'M'}${x} ${y(m.get(a)).toFixed(1)}`).join(' ');
    return [
      `<path d="${path}" class="link ${kind}" style="fill:none"/>`,
      columns.map(([, , x], i) => dot(x, y(ranks[i]), seen.has(a) ? 'a' : 'c', 3)),
      words(110, y(ranks[0]) + 4, alike(ranks[0]), 'small', 'end'),
    ];
  });
  draw(
    'change.svg',
    picture(700, 640, 'Places of 36 performers by nine judges, by the mean of three and calibrated.', [
      words(40, 26, 'The same performers in three orders, one of nine judges 1 point harsher', 'title'),
      words(40, 46, `coloured: the ${seen.size} whom the harsh judge J3 saw; best on top`, 'small'),
      columns.map(([name, , x]) => words(x, 66, name, 'small', 'middle')),
      lines,
      words(350, 618, `${places(mean)} places off`, '', 'middle'),
      words(570, 618, `${places(calibrated)} places off`, '', 'middle'),
    ]),
  );
  const j3 = calibrated.reviewers.find((r) => r.reviewer === 'J3');
  const lost = (found) => [...seen].reduce((sum, a) => sum + at(found).get(a) - truth.get(a).rank, 0) / seen.size;
  say(`as it was: mean ${places(rank(plain, MEAN))} places off, calibrated ${places(rank(plain, CALIBRATED))}`);
  say(
    `J3 1 point harsher: mean ${places(mean)}, calibrated ${places(calibrated)}; J3 found ${signed(j3.severity)} severe`,
  );
  say(
    `those ${seen.size} whom J3 saw fall by ${lost(mean).toFixed(1)} places by the mean, ${lost(calibrated).toFixed(1)} calibrated`,
  );
}

/** Picture 3: scores of three judges each with their intervals, the nine judges' mean, and who has a seat for sure. */
function certainty(scores) {
  const found = rank(scores, CALIBRATED);
  const x = scale(5.2, 9.8, 110, 610);
  const top = found.ranking.slice(0, 22);
  const rows = top.map((r, i) => {
    const y = 92 + 19 * i;
    const kind = { sure: 'sure', 'toss-up': 'toss', unlikely: 'not' }[r.seatChance];
    return [
      words(40, y + 4, `${r.rank}`, 'small'),
      words(62, y + 4, r.application),
      line(x(r.low), y, x(r.high), y, `range ${kind}`),
      dot(x(r.score), y, 'b', 3.5),
      diamond(x(truth.get(r.application).score), y, 'c'),
      words(632, y + 4, r.seatChance, 'small'),
    ];
  });
  const cut = 92 + 19 * (SEATS - 0.5);
  const ticks = [6, 7, 8, 9].map((v) => [
    line(x(v), 78, x(v), 92 + 19 * 21.5, 'grid'),
    words(x(v), 92 + 19 * 22.6, v, 'small', 'middle'),
  ]);
  draw(
    'certainty.svg',
    picture(700, 550, `Scores of the first 22 with 90 % intervals and the chance of one of ${SEATS} seats.`, [
      words(40, 26, `How sure the order is: three judges each, ${SEATS} seats`, 'title'),
      words(
        40,
        46,
        'dot: calibrated score; bar: 90 % interval; diamond: mean of all nine judges, unknown to the model',
        'small',
      ),
      words(632, 70, 'a seat is', 'small'),
      ticks,
      line(40, cut, 690, cut, 'axis'),
      rows,
    ]),
  );
  const inside = found.ranking.filter(
    (r) => r.low <= truth.get(r.application).score && truth.get(r.application).score <= r.high,
  );
  const chance = (kind) => found.ranking.filter((r) => r.seatChance === kind).length;
  const right = (kind, wanted) =>
    found.ranking.filter((r) => r.seatChance === kind && truth.get(r.application).rank <= SEATS === wanted).length;
  say(`intervals hold the nine judges' mean for ${inside.length} of ${found.ranking.length}`);
  say(
    `sure ${chance('sure')} (right ${right('sure', true)}), toss-up ${chance('toss-up')}, unlikely ${chance('unlikely')} (right ${right('unlikely', false)})`,
  );
  say(`widest rank interval ${Math.max(...found.ranking.map((r) => r.rankHigh - r.rankLow + 1))} places`);
}

/**
 * What 200 draws of three judges say on average, as the judges were and with one of them harsher. Returns the draw that is
 * nearest to the averages, for the pictures: none is chosen for what it shows.
 */
function averages() {
  const sum = { plain: [0, 0, 0, 0], harsh: [0, 0, 0, 0] };
  const off = new Map();
  let [held, rows] = [0, 0];
  for (let seed = 1; seed <= 200; seed++) {
    const scores = three(seed);
    for (const [name, given] of [
      ['plain', scores],
      ['harsh', harsher(scores, 'J3', 1)],
    ]) {
      const [mean, calibrated] = [rank(given, MEAN), rank(given, CALIBRATED)];
      off.set(seed, [...(off.get(seed) ?? []), places(mean), places(calibrated)]);
      for (const [i, v] of [kendall(mean), kendall(calibrated), places(mean), places(calibrated)].entries())
        sum[name][i] += v / 200;
      if (name === 'plain')
        for (const r of calibrated.ranking) {
          rows++;
          if (r.low <= truth.get(r.application).score && truth.get(r.application).score <= r.high) held++;
        }
    }
  }
  for (const name of ['plain', 'harsh'])
    say(
      `${name}, 200 draws: Kendall's tau mean ${sum[name][0].toFixed(4)}, calibrated ${sum[name][1].toFixed(4)}; places off ${sum[name][2].toFixed(1)}, ${sum[name][3].toFixed(1)}`,
    );
  say(`intervals hold the full panel's score in ${((100 * held) / rows).toFixed(1)} of 100 cases`);
  const averages = [sum.plain[2], sum.plain[3], sum.harsh[2], sum.harsh[3]];
  const distance = (seed) => off.get(seed).reduce((d, v, i) => d + Math.abs(v - averages[i]), 0);
  const nearest = [...off.keys()].sort((s, t) => distance(s) - distance(t) || s - t)[0];
  say(`the draw nearest to these averages: ${nearest}`);
  return nearest;
}

/** Kendall's tau-a of an order with the full panel's scores. */
function kendall(found) {
  const list = found.ranking.map((r) => [r.score, truth.get(r.application).score]);
  let sum = 0;
  for (const [i, [a, b]] of list.entries())
    for (const [c, d] of list.slice(i + 1)) sum += Math.sign(a - c) * Math.sign(b - d);
  return sum / ((list.length * (list.length - 1)) / 2);
}

function signed(value, digits = 2) {
  return `${value >= 0 ? '+' : '-'}${Math.abs(value).toFixed(digits)}`;
}
